package dev.chatcall.desktop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The shape of the program, held by the build. */
@AnalyzeClasses(packages = "dev.chatcall.desktop", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Connection, sync, outbox, calls: what a program without windows, or with others, could take as it is. */
    @ArchTest
    static final ArchRule ONLY_SCREENS_KNOW_JAVAFX = noClasses()
            .that()
            .resideOutsideOfPackages("dev.chatcall.desktop.ui..", "dev.chatcall.desktop")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "atlantafx..");

    @ArchTest
    static final ArchRule THE_CORE_KNOWS_NO_SCREENS = noClasses()
            .that()
            .resideOutsideOfPackages("dev.chatcall.desktop.ui..", "dev.chatcall.desktop")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.chatcall.desktop.ui..");

    /** It ends the program where it is used wrongly: one package knows how. */
    @ArchTest
    static final ArchRule ONLY_THE_ENGINE_KNOWS_WEBRTC = noClasses()
            .that()
            .resideOutsideOfPackage("dev.chatcall.desktop.media.webrtc..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.onvoid..");

    @ArchTest
    static final ArchRule ONLY_STORAGE_KNOWS_SQL = noClasses()
            .that()
            .resideOutsideOfPackage("dev.chatcall.desktop.storage..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.sqlite..");

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
