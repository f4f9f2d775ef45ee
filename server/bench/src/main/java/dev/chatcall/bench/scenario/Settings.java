package dev.chatcall.bench.scenario;

import java.util.List;

/**
 * How much is measured.
 *
 * @param warmUpRate messages in a second between pairs for {@code warmUpSeconds} before anything is measured: what was
 *     compiled since the server's start is not what a server runs with that has been up for a day
 * @param leadInSeconds at each rate before anything counts
 * @param seconds at each rate
 * @param messageRates messages in a second between pairs, rising
 * @param pairs how many pairs of people write to each other
 * @param groupRates messages in a second into the group, rising
 * @param members of the group
 * @param groupSenders how many of them write
 * @param idleSockets how many do nothing
 * @param idleSeconds for how long before their memory is read
 * @param receipts whether clients tell what they have read
 */
public record Settings(
        int warmUpRate,
        int warmUpSeconds,
        int leadInSeconds,
        int seconds,
        List<Integer> messageRates,
        int pairs,
        List<Integer> groupRates,
        int members,
        int groupSenders,
        int idleSockets,
        int idleSeconds,
        boolean receipts) {

    /** What the figures in the README were measured with. */
    public static Settings whole() {
        return new Settings(
                4_000,
                20,
                3,
                15,
                List.of(1_000, 2_000, 4_000, 8_000, 10_000, 12_000),
                250,
                List.of(20, 50, 100),
                500,
                5,
                10_000,
                30,
                false);
    }

    /** Shows in half a minute that everything works; its figures say little. */
    public static Settings quick() {
        return new Settings(500, 3, 1, 3, List.of(200, 1_000), 50, List.of(10, 20), 100, 5, 1_000, 3, false);
    }
}
