package dev.chatcall.server.http;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Describes the protocol's records as JSON Schema, each once. */
final class Schemas {
    private static final String PLACE = "components/schemas";

    private final SchemaBuilder builder;

    Schemas(JsonMapper json) {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        json, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE))
                .with(Option.EXTRA_OPEN_API_FORMAT_VALUES, Option.DEFINITIONS_FOR_ALL_OBJECTS)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        config.forFields().withNullableCheck(Schemas::nullable).withRequiredCheck(field -> !nullable(field));
        builder = new SchemaGenerator(config.build()).buildMultipleSchemaDefinitions();
    }

    /** Where the type will be described once {@link #all()} is asked for. */
    ObjectNode reference(Type type) {
        return builder.createSchemaReference(type);
    }

    /** The descriptions of all types that were referred to, by name. */
    ObjectNode all() {
        return builder.collectDefinitions(PLACE);
    }

    private static boolean nullable(FieldScope field) {
        ResolvedType type = field.getType();
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class)
                && type != null
                && !type.isPrimitive();
    }
}
