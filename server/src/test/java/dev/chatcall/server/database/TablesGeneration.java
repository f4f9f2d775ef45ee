package dev.chatcall.server.database;

import java.nio.file.Path;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.MatcherRule;
import org.jooq.meta.jaxb.MatcherTransformType;
import org.jooq.meta.jaxb.Matchers;
import org.jooq.meta.jaxb.MatchersTableType;
import org.jooq.meta.jaxb.Strategy;
import org.jooq.meta.jaxb.Target;

/**
 * Writes the Java that describes the tables, from a database that the migrations have made. Run it with
 * {@code mvn -pl server -am compile -Pgenerate-jooq} after a change of the migrations.
 */
final class TablesGeneration {

    private static final String PACKAGE = "dev.chatcall.server.database.generated";

    private TablesGeneration() {}

    /** @param arguments the source folder to write to */
    public static void main(String[] arguments) throws Exception {
        generateInto(Path.of(arguments[0]));
    }

    /** Replaces the package of the generated code in a source folder. */
    static void generateInto(Path sources) throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            DatabaseConfig.External address = database.config();
            GenerationTool.generate(new Configuration()
                    .withJdbc(new Jdbc()
                            .withUrl(address.jdbcUrl())
                            .withUsername(address.user())
                            .withPassword(address.password()))
                    .withGenerator(new Generator()
                            .withDatabase(tables())
                            .withGenerate(records())
                            .withStrategy(tableNames())
                            .withTarget(new Target().withPackageName(PACKAGE).withDirectory(sources.toString()))));
        }
    }

    private static Database tables() {
        return new Database()
                .withName("org.jooq.meta.postgres.PostgresDatabase")
                .withInputSchema("public")
                .withOutputSchemaToDefault(true)
                .withExcludes("flyway_schema_history")
                // Only PostgreSQL reads and writes these.
                .withExcludeSql("""
                        SELECT table_name || '\\.' || column_name
                        FROM information_schema.columns
                        WHERE table_schema = 'public' AND udt_name = 'tsvector'""")
                .withIncludeExcludeColumns(true)
                .withIncludeRoutines(false)
                .withIncludeSequences(false)
                .withIncludeCheckConstraints(false)
                .withForcedTypes(new ForcedType().withName("INSTANT").withIncludeTypes("timestamptz"));
    }

    private static Generate records() {
        return new Generate()
                .withGlobalCatalogReferences(false)
                .withGlobalSchemaReferences(false)
                .withImplicitJoinPathsToOne(false)
                .withImplicitJoinPathsToMany(false)
                .withIndexes(false)
                .withJavadoc(false);
    }

    /** {@code AccountTable}: {@code Account} is what the rest of the code means by the name. */
    private static Strategy tableNames() {
        return new Strategy()
                .withMatchers(new Matchers()
                        .withTables(new MatchersTableType()
                                .withTableClass(new MatcherRule()
                                        .withTransform(MatcherTransformType.PASCAL)
                                        .withExpression("$0_table"))));
    }
}
