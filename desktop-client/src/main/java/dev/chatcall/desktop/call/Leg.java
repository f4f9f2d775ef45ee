package dev.chatcall.desktop.call;

import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallEvent;
import dev.chatcall.protocol.call.CallParticipant;
import dev.chatcall.protocol.call.CallRoute;
import dev.chatcall.protocol.call.ParticipantState;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** One way that the media of a call takes. A call may have two for a moment, while it changes over. */
interface Leg extends AutoCloseable {
    CallRoute route();

    Observable<LegState> state();

    /** By account. */
    Observable<Map<UUID, RemoteMedia>> remote();

    /** Who is heard, the loudest first; oneself too. */
    Observable<List<UUID>> speaking();

    /** The call as it stands now. */
    void update(Call call);

    void send(SentTracks tracks);

    void happened(CallEvent event);

    /** The line to the server is back, and the server knows again that one is in the call. */
    void lineBack(Call call);

    void networkChanged();

    /** @param width in pixels, 0 when it is off screen */
    void setTileSize(String tileId, int width);

    /** By account, oneself included. */
    CompletableFuture<Map<UUID, Sample>> samples();

    @Override
    void close();

    /** The others who are in the call. */
    static List<CallParticipant> othersIn(Call call, UUID accountId) {
        return call.participants().stream()
                .filter(participant -> participant.state() == ParticipantState.JOINED
                        && !participant.accountId().equals(accountId))
                .toList();
    }
}
