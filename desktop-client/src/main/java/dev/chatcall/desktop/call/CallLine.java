package dev.chatcall.desktop.call;

import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.protocol.ClientMessage;

/** The line to the server, as calls see it. Used on the loop. */
public interface CallLine {
    /** Everything is as on the server, and it takes requests. */
    Observable<Boolean> live();

    /** Milliseconds to add to this machine's clock to have the server's. */
    long clockOffset();

    /** @return false: not said, the line is gone */
    boolean send(ClientMessage message);
}
