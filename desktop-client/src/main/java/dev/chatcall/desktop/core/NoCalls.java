package dev.chatcall.desktop.core;

import dev.chatcall.desktop.call.CallActions;
import dev.chatcall.desktop.call.CallNotice;
import dev.chatcall.desktop.call.CurrentCall;
import dev.chatcall.desktop.call.DeviceChoice;
import dev.chatcall.desktop.call.Devices;
import dev.chatcall.desktop.call.MediaChoice;
import dev.chatcall.desktop.call.Preview;
import dev.chatcall.desktop.client.ApiException;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallPage;
import dev.chatcall.protocol.error.ErrorCode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where this machine can make no calls: none runs, none can be made; past ones are told. */
public final class NoCalls implements CallPart, CallActions {
    private static final MediaChoice NOTHING = new MediaChoice(false, false);

    private final Wire wire;

    public NoCalls(Wire wire) {
        this.wire = wire;
    }

    @Override
    public CallActions actions() {
        return this;
    }

    @Override
    public void begin(UUID accountId) {}

    @Override
    public void end() {}

    @Override
    public void received(ServerMessage frame) {}

    @Override
    public boolean inCall() {
        return false;
    }

    @Override
    public Observable<List<Call>> running() {
        return new Store<>(List.of());
    }

    @Override
    public Observable<List<Call>> incoming() {
        return new Store<>(List.of());
    }

    @Override
    public Observable<Optional<CurrentCall>> current() {
        return new Store<>(Optional.empty());
    }

    @Override
    public Observable<Devices> devices() {
        return new Store<>(Devices.NONE);
    }

    @Override
    public Subscription onNotice(Consumer<CallNotice> listener) {
        return () -> {};
    }

    @Override
    public CompletableFuture<Void> start(UUID conversationId, MediaChoice choice) {
        return refused();
    }

    @Override
    public CompletableFuture<Void> join(UUID callId, MediaChoice choice) {
        return refused();
    }

    @Override
    public CompletableFuture<Void> decline(UUID callId) {
        return refused();
    }

    @Override
    public CompletableFuture<Void> leave() {
        return refused();
    }

    @Override
    public CompletableFuture<Void> endForAll() {
        return refused();
    }

    @Override
    public CompletableFuture<Void> add(List<UUID> accountIds, String groupName) {
        return refused();
    }

    @Override
    public CompletableFuture<Void> setMicrophone(boolean on) {
        return refused();
    }

    @Override
    public CompletableFuture<Void> setCamera(boolean on) {
        return refused();
    }

    @Override
    public CompletableFuture<Void> setScreen(boolean on) {
        return refused();
    }

    @Override
    public void setHand(boolean raised) {}

    @Override
    public void react(String emoji) {}

    @Override
    public void setTileSize(String tileId, int width) {}

    @Override
    public CompletableFuture<Void> choose(DeviceChoice choice) {
        return refused();
    }

    @Override
    public Preview preview(MediaChoice choice) {
        return new NoPreview();
    }

    @Override
    public CompletableFuture<CallPage> history(@Nullable UUID before) {
        return wire.history(before);
    }

    private static CompletableFuture<Void> refused() {
        return CompletableFuture.failedFuture(new ApiException(ErrorCode.CALL_MEDIA_UNAVAILABLE.code()));
    }

    private static final class NoPreview implements Preview {
        private final Store<State> state = new Store<>(new State(NOTHING, null, 0, null, null));

        @Override
        public Observable<State> state() {
            return state;
        }

        @Override
        public void set(MediaChoice choice) {}

        @Override
        public CompletableFuture<Void> testSpeaker() {
            return refused();
        }

        @Override
        public void close() {}
    }
}
