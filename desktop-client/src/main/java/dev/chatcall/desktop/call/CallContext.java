package dev.chatcall.desktop.call;

import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.media.MediaEngine;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.protocol.call.Call;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What one person's calls are given by the rest of the client.
 *
 * @param ids new ids, in the order of time (UUIDv7)
 * @param dismiss a call was accepted or declined here and rings no more; returns how to take that back
 * @param told a call that an answer told of, maybe before its frame
 */
record CallContext(
        Loop loop,
        CallLine line,
        MediaEngine engine,
        KeptJson memory,
        Supplier<UUID> ids,
        UUID accountId,
        Observable<List<Call>> running,
        Observable<List<Call>> incoming,
        Dismiss dismiss,
        Consumer<Call> told,
        Consumer<CallNotice> notices) {

    interface Dismiss {
        Runnable call(UUID callId);
    }
}
