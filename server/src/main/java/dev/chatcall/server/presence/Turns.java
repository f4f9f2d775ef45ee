package dev.chatcall.server.presence;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What became of each account in a batch of turns, which may hold several of one account. Both can be changed.
 *
 * @param gone with the time of the last connection's end
 */
record Turns(Set<UUID> come, Map<UUID, Instant> gone) {

    static Turns latest(List<ConnectedAccounts.Turn> inOrder) {
        Turns turns = new Turns(new HashSet<>(), new LinkedHashMap<>());
        for (ConnectedAccounts.Turn turn : inOrder) {
            if (turn.online()) {
                turns.come.add(turn.accountId());
                turns.gone.remove(turn.accountId());
            } else {
                turns.come.remove(turn.accountId());
                turns.gone.put(turn.accountId(), turn.at());
            }
        }
        return turns;
    }
}
