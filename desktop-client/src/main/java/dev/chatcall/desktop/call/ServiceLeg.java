package dev.chatcall.desktop.call;

import dev.chatcall.desktop.client.ApiException;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallEvent;
import dev.chatcall.protocol.call.CallRoute;
import dev.chatcall.protocol.error.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Media through the server's media service. Says that there is none, until this client can speak to it. */
final class ServiceLeg implements Leg {
    private final Store<LegState> state = new Store<>(LegState.CONNECTING);
    private final Store<Map<UUID, RemoteMedia>> remote = new Store<>(Map.of());
    private final Store<List<UUID>> speaking = new Store<>(List.of());

    /** @param refused a room could not be opened, and why; it is tried again. Null when it could */
    ServiceLeg(
            CallContext context,
            Asking asking,
            LegMaker.Place place,
            Call call,
            Consumer<@Nullable Throwable> refused) {
        context.loop().execute(() -> refused.accept(new ApiException(ErrorCode.CALL_MEDIA_UNAVAILABLE.code())));
    }

    @Override
    public CallRoute route() {
        return CallRoute.MEDIA_SERVICE;
    }

    @Override
    public Observable<LegState> state() {
        return state;
    }

    @Override
    public Observable<Map<UUID, RemoteMedia>> remote() {
        return remote;
    }

    @Override
    public Observable<List<UUID>> speaking() {
        return speaking;
    }

    @Override
    public void update(Call call) {}

    @Override
    public void send(SentTracks tracks) {}

    @Override
    public void happened(CallEvent event) {
        if (event instanceof CallEvent.Speaking(List<UUID> accountIds)) {
            speaking.set(accountIds);
        }
    }

    @Override
    public void lineBack(Call call) {}

    @Override
    public void networkChanged() {}

    @Override
    public void setTileSize(String tileId, int width) {}

    @Override
    public CompletableFuture<Map<UUID, Sample>> samples() {
        return CompletableFuture.completedFuture(Map.of());
    }

    @Override
    public void close() {}
}
