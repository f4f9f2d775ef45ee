package dev.chatcall.desktop.sync;

import dev.chatcall.protocol.conversation.Participant;
import dev.chatcall.protocol.conversation.ReadPointer;
import dev.chatcall.protocol.message.Message;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How far those who take part are. Pointers never move back. */
final class Pointers {
    private Pointers() {}

    /** Takes over the participants told; those who left are forgotten. */
    static Map<UUID, Participant> replaced(Map<UUID, Participant> held, List<Participant> told) {
        if (told.isEmpty()) {
            return held;
        }
        Map<UUID, Participant> next = new LinkedHashMap<>(held);
        for (Participant participant : told) {
            Participant known = held.get(participant.accountId());
            if (!participant.active()) {
                next.remove(participant.accountId());
            } else {
                next.put(
                        participant.accountId(),
                        known == null ? participant : furthest(participant, known.readSeq(), known.deliveredSeq()));
            }
        }
        return Collections.unmodifiableMap(next);
    }

    static Map<UUID, Participant> forward(Map<UUID, Participant> participants, List<ReadPointer> pointers) {
        Map<UUID, Participant> next = participants;
        for (ReadPointer pointer : pointers) {
            Participant known = next.get(pointer.accountId());
            if (known != null) {
                next = Maps.with(next, known.accountId(), furthest(known, pointer.readSeq(), pointer.deliveredSeq()));
            }
        }
        return next;
    }

    /** Who writes has read and received everything up to their own message. */
    static Map<UUID, Participant> movedBySending(Map<UUID, Participant> participants, List<Message> messages) {
        return forward(
                participants,
                messages.stream()
                        .map(message -> new ReadPointer(message.senderId(), message.seq(), message.seq()))
                        .toList());
    }

    private static Participant furthest(Participant participant, long readSeq, long deliveredSeq) {
        long read = Math.max(participant.readSeq(), readSeq);
        long delivered = Math.max(participant.deliveredSeq(), deliveredSeq);
        return read == participant.readSeq() && delivered == participant.deliveredSeq()
                ? participant
                : new Participant(participant.accountId(), participant.role(), participant.active(), read, delivered);
    }
}
