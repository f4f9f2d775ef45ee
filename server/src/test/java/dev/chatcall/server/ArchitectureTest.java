package dev.chatcall.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The shape of the server, held by the build. */
@AnalyzeClasses(packages = "dev.chatcall.server", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.chatcall.server.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_THE_EDGES_KNOW_JAVALIN_AND_JETTY = noClasses()
            .that()
            .resideOutsideOfPackages("dev.chatcall.server.http..", "dev.chatcall.server.gateway..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..");

    /** The composition root passes the database on without asking it anything. */
    @ArchTest
    static final ArchRule ONLY_STORES_KNOW_THE_DATABASE = noClasses()
            .that()
            .resideOutsideOfPackages("dev.chatcall.server.database..", "dev.chatcall.server")
            .and()
            .haveSimpleNameNotStartingWith("Jooq")
            .and()
            .haveSimpleNameNotEndingWith("Rows")
            .and()
            .haveSimpleNameNotEndingWith("Transaction")
            .and()
            .haveSimpleNameNotEndingWith("Changes")
            .and()
            .haveSimpleNameNotEndingWith("Reader")
            .and()
            .haveSimpleNameNotEndingWith("Writer")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jooq..", "java.sql..", "javax.sql..", "dev.chatcall.server.database..");

    @ArchTest
    static final ArchRule ONLY_THE_ROOT_KNOWS_THE_ROOT = classes()
            .that()
            .resideInAPackage("dev.chatcall.server")
            .should()
            .onlyBeAccessed()
            .byClassesThat()
            .resideInAPackage("dev.chatcall.server");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses()
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils");
}
