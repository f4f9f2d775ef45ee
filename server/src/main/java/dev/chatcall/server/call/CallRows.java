package dev.chatcall.server.call;

import static dev.chatcall.server.database.generated.Tables.CALL;
import static dev.chatcall.server.database.generated.Tables.CALL_PARTICIPANT;

import dev.chatcall.protocol.call.CallRoute;
import dev.chatcall.protocol.call.EndReason;
import dev.chatcall.protocol.call.MediaState;
import dev.chatcall.protocol.call.ParticipantState;
import dev.chatcall.protocol.call.Track;
import dev.chatcall.protocol.conversation.ConversationKind;
import dev.chatcall.server.database.generated.tables.records.CallParticipantRecord;
import dev.chatcall.server.database.generated.tables.records.CallRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Between calls and their rows. */
final class CallRows {
    private final ObjectReader tracksReader;
    private final ObjectWriter tracksWriter;

    CallRows(JsonMapper json) {
        this.tracksReader = json.readerFor(Track[].class);
        this.tracksWriter = json.writerFor(Track[].class);
    }

    /** The calls of these rows with their parties, in the order given. One query. */
    List<CallState> read(DSLContext tx, Collection<CallRecord> calls) {
        if (calls.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Party>> parties = new HashMap<>();
        tx.selectFrom(CALL_PARTICIPANT)
                .where(CALL_PARTICIPANT.CALL_ID.in(
                        calls.stream().map(CallRecord::getId).toList()))
                .orderBy(CALL_PARTICIPANT.CALL_ID, CALL_PARTICIPANT.POSITION)
                .forEach(row -> parties.computeIfAbsent(row.getCallId(), id -> new ArrayList<>())
                        .add(party(row)));
        return calls.stream()
                .map(row -> call(row, parties.getOrDefault(row.getId(), List.of())))
                .toList();
    }

    private static CallState call(CallRecord row, List<Party> parties) {
        return new CallState(
                row.getId(),
                row.getConversationId(),
                ConversationKind.of(row.getKind()),
                row.getVersion(),
                row.getStartedBy(),
                row.getVideo(),
                CallRoute.of(row.getRoute()),
                row.getStartedAt(),
                row.getAnsweredAt(),
                row.getEndedAt() == null
                        ? null
                        : new Ending(EndReason.of(row.getEndReason()), row.getEndedAt(), row.getMovedTo()),
                parties);
    }

    private Party party(CallParticipantRecord row) {
        Track[] tracks = tracksReader.readValue(row.getTracks().data());
        return new Party(
                row.getAccountId(),
                ParticipantState.of(row.getState()),
                row.getRingsUntil(),
                row.getEndpointId() == null
                        ? null
                        : new Seat(row.getEndpointId(), row.getConnectionId(), row.getJoinedAt(), row.getAwaySince()),
                new MediaState(row.getMicrophone(), row.getCamera(), row.getScreen(), row.getHand()),
                List.of(tracks),
                row.getWasIn());
    }

    /** The row of a call as it is to stand. */
    CallRecord record(CallState call) {
        CallRecord row = new CallRecord();
        row.setId(call.id());
        row.setConversationId(call.conversationId());
        row.setVersion(call.version());
        row.setStartedBy(call.startedBy());
        row.setVideo(call.video());
        row.setKind(call.kind().wire());
        row.setRoute(call.route().wire());
        row.setStartedAt(call.startedAt());
        row.setAnsweredAt(call.answeredAt());
        Ending end = call.end();
        row.setEndedAt(end == null ? null : end.at());
        row.setEndReason(end == null ? null : end.reason().wire());
        row.setMovedTo(end == null ? null : end.movedTo());
        row.setDueAt(call.dueAt());
        return row;
    }

    /** Writes the parties that differ, those who are out before those who are in: a person is in one call at most. */
    void write(DSLContext tx, @Nullable CallState before, CallState after, Instant seenAt) {
        List<Query> out = new ArrayList<>();
        List<Query> in = new ArrayList<>();
        for (int position = 0; position < after.parties().size(); position++) {
            Party party = after.parties().get(position);
            Party known =
                    before == null ? null : before.party(party.accountId()).orElse(null);
            if (!party.equals(known)) {
                (party.isIn() ? in : out).add(write(tx, after, party, position, seenAt));
            }
        }
        out.addAll(in);
        if (!out.isEmpty()) {
            tx.batch(out).execute();
        }
    }

    private Query write(DSLContext tx, CallState call, Party party, int position, Instant seenAt) {
        CallParticipantRecord row = new CallParticipantRecord();
        row.setCallId(call.id());
        row.setAccountId(party.accountId());
        row.setPosition(position);
        row.setState(party.state().wire());
        row.setRingsUntil(party.ringsUntil());
        Seat seat = party.seat();
        row.setEndpointId(seat == null ? null : seat.endpointId());
        row.setConnectionId(seat == null ? null : seat.connectionId());
        row.setAwaySince(seat == null ? null : seat.awaySince());
        row.setSeenAt(seat == null ? null : seenAt);
        row.setJoinedAt(seat == null ? null : seat.joinedAt());
        row.setWasIn(party.wasIn());
        row.setMicrophone(party.media().microphone());
        row.setCamera(party.media().camera());
        row.setScreen(party.media().screen());
        row.setHand(party.media().hand());
        row.setTracks(
                JSONB.valueOf(tracksWriter.writeValueAsString(party.tracks().toArray(Track[]::new))));
        row.setStartedAt(call.startedAt());
        return tx.insertInto(CALL_PARTICIPANT)
                .set(row)
                .onConflict(CALL_PARTICIPANT.CALL_ID, CALL_PARTICIPANT.ACCOUNT_ID)
                .doUpdate()
                .set(row);
    }

    /** Writes a call that changed, and its parties. */
    void update(DSLContext tx, CallState before, CallState after, Instant seenAt) {
        CallRecord row = record(after);
        tx.update(CALL)
                .set(row)
                .where(CALL.ID.eq(Objects.requireNonNull(row.getId())))
                .execute();
        write(tx, before, after, seenAt);
    }
}
