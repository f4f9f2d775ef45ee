package dev.chatcall.desktop.connection;

import dev.chatcall.protocol.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** What the end of a line means for the next one. */
enum Ending {
    /** Connect again after a while. */
    AGAIN,
    /** The session may be over: find out before connecting again. */
    CHECK,
    /** The server speaks another version of the protocol. */
    UNSUPPORTED;

    /** The server's close codes. The others (1001, 1006, 1013, 4408 …) all mean: come back. */
    private static final int SIGNED_OUT = 4401;

    private static final int OTHER_VERSION = 4426;

    /**
     * @param code the close code
     * @param lastError the code of the last error frame that answered no request: where a refusal is final for the
     *     line, the server says why before it closes
     */
    static Ending of(int code, @Nullable ErrorCode lastError) {
        if (lastError == ErrorCode.PROTOCOL_UNSUPPORTED || code == OTHER_VERSION) {
            return UNSUPPORTED;
        }
        return code == SIGNED_OUT ? CHECK : AGAIN;
    }
}
