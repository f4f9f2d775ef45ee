package dev.chatcall.desktop.core;

import dev.chatcall.desktop.call.CallActions;
import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.call.CallPage;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The calls of a client, as its core drives them. On the loop. */
public interface CallPart {
    /** For the screens; may be asked before anybody is signed in. */
    CallActions actions();

    /** Somebody is signed in. */
    void begin(UUID accountId);

    /** Nobody is any more. */
    void end();

    /** Each frame of the server, after the replica has it; most are not about calls. */
    void received(ServerMessage frame);

    /** In a call, where a lost line is urgent. */
    boolean inCall();

    /** Makes the calls of one client. */
    @FunctionalInterface
    interface Factory {
        CallPart open(Wire wire);
    }

    /** What calls have of the core. */
    interface Wire {
        Loop loop();

        /** Everything is as on the server, and it takes requests. */
        Observable<Boolean> live();

        /** Milliseconds to add to this machine's clock to have the server's. */
        long clockOffset();

        /** @return false: not said, the line is gone */
        boolean send(ClientMessage frame);

        /** @param before the last one of the page before, or null for the newest */
        CompletableFuture<CallPage> history(@Nullable UUID before);
    }
}
