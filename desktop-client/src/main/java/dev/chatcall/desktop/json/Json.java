package dev.chatcall.desktop.json;

import dev.chatcall.protocol.message.MessageBody;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.TypeIdResolver;

/**
 * How JSON is read and written everywhere here. What a newer server says besides is passed over: unknown fields are
 * ignored, unknown error codes are null. What cannot be read is refused with a {@code JacksonException}.
 */
public final class Json {
    private Json() {}

    /** For what this program keeps itself. */
    public static JsonMapper mapper() {
        return builder().build();
    }

    /** For what the server says: a message of an unknown kind is {@link MessageBody.Unknown}. */
    public static JsonMapper ofServer() {
        return builder().addHandler(new NewerMessages()).build();
    }

    private static JsonMapper.Builder builder() {
        return JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL);
    }

    /** A kind of message that is not known must not cost the page, or the frame, that it is in. */
    private static final class NewerMessages extends DeserializationProblemHandler {
        @Override
        public @Nullable JavaType handleUnknownTypeId(
                DeserializationContext context,
                JavaType base,
                String type,
                @Nullable TypeIdResolver resolver,
                String failure) {
            return base.hasRawClass(MessageBody.class) ? context.constructType(MessageBody.Unknown.class) : null;
        }
    }
}
