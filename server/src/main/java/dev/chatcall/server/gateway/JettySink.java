package dev.chatcall.server.gateway;

import java.nio.ByteBuffer;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.common.WebSocketSession;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;

/**
 * Sends through Jetty's core session: the encoded bytes are shared by all who get the frame, where {@code sendText}
 * would encode the same text again for each.
 */
final class JettySink implements FrameSink {
    private final CoreSession session;

    JettySink(WebSocketSession session) {
        this.session = session.getCoreSession();
    }

    @Override
    public void send(ByteBuffer payload, Runnable done) {
        session.sendFrame(
                new Frame(OpCode.TEXT, true, payload.duplicate()), Callback.from(done, failure -> done.run()), false);
    }

    @Override
    public void close(int code, String reason) {
        session.close(code, reason, Callback.NOOP);
    }
}
