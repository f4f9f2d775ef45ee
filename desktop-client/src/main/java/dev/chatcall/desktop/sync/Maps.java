package dev.chatcall.desktop.sync;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Maps that are never changed: a change makes a new one. */
public final class Maps {
    private Maps() {}

    /** The map with one entry set; the same map where it was so. */
    public static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        if (map.get(key) == value) {
            return map;
        }
        Map<K, V> copy = new LinkedHashMap<>(map);
        copy.put(key, value);
        return Collections.unmodifiableMap(copy);
    }

    /** The map without one entry; the same map where there was none. */
    public static <K, V> Map<K, V> without(Map<K, V> map, K key) {
        if (!map.containsKey(key)) {
            return map;
        }
        Map<K, V> copy = new LinkedHashMap<>(map);
        copy.remove(key);
        return Collections.unmodifiableMap(copy);
    }
}
