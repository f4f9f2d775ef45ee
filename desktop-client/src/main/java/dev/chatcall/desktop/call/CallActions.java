package dev.chatcall.desktop.call;

import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallPage;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The whole of calls for the screens. Futures fail with {@code ApiException} and with nothing else. */
public interface CallActions {
    /** Calls that go on in one's conversations, one's own among them. */
    Observable<List<Call>> running();

    /** Those that ring for oneself on this device now, the oldest first. */
    Observable<List<Call>> incoming();

    /** The call that this program is in, also while it ends. */
    Observable<Optional<CurrentCall>> current();

    Observable<Devices> devices();

    /** Called on the loop for what a person should be told once. */
    Subscription onNotice(Consumer<CallNotice> listener);

    /** Rings the others, or joins the call that the conversation has. */
    CompletableFuture<Void> start(UUID conversationId, MediaChoice choice);

    /** Accepts one that rings or joins one that runs; takes it over where another device of one's own is in it. */
    CompletableFuture<Void> join(UUID callId, MediaChoice choice);

    CompletableFuture<Void> decline(UUID callId);

    CompletableFuture<Void> leave();

    CompletableFuture<Void> endForAll();

    /** Rings more people; a call between two moves to a new group of that name. */
    CompletableFuture<Void> add(List<UUID> accountIds, String groupName);

    CompletableFuture<Void> setMicrophone(boolean on);

    CompletableFuture<Void> setCamera(boolean on);

    /** Shares the whole screen. */
    CompletableFuture<Void> setScreen(boolean on);

    void setHand(boolean raised);

    void react(String emoji);

    /** How wide a tile is drawn, in pixels; 0 when it is off screen. Decides what is received of it. */
    void setTileSize(String tileId, int width);

    /** Devices from here on, live in a call and kept for the next. */
    CompletableFuture<Void> choose(DeviceChoice choice);

    /** Microphone and camera before a call. Close it when the screen goes. */
    Preview preview(MediaChoice choice);

    /** One's past calls, the newest first. */
    CompletableFuture<CallPage> history(@Nullable UUID before);
}
