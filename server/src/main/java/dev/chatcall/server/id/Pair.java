package dev.chatcall.server.id;

import java.util.UUID;

/**
 * Two different ids in no order of their own, so that what belongs to both is stored once. The lower one comes first as
 * PostgreSQL orders UUIDs, by unsigned bytes; {@link UUID#compareTo} is signed and orders otherwise.
 */
public record Pair(UUID low, UUID high) {

    public Pair {
        if (compare(low, high) >= 0) {
            throw new IllegalArgumentException(low + " is not lower than " + high);
        }
    }

    /** @throws IllegalArgumentException when both are the same */
    public static Pair of(UUID one, UUID other) {
        return compare(one, other) < 0 ? new Pair(one, other) : new Pair(other, one);
    }

    private static int compare(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
