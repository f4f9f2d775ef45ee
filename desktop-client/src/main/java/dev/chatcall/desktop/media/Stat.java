package dev.chatcall.desktop.media;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the statistics (W3C webrtc-stats).
 *
 * @param type such as {@code inbound-rtp}
 * @param fields which are there depends on the type; numbers, texts and booleans
 */
public record Stat(String id, String type, Map<String, Object> fields) {
    public Stat {
        fields = Map.copyOf(fields);
    }

    public @Nullable Double number(String field) {
        return fields.get(field) instanceof Number number ? Double.valueOf(number.doubleValue()) : null;
    }

    public @Nullable String text(String field) {
        return fields.get(field) instanceof String text ? text : null;
    }

    public boolean is(String field) {
        return Boolean.TRUE.equals(fields.get(field));
    }
}
