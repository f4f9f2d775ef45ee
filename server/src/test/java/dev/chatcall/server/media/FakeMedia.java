package dev.chatcall.server.media;

import io.javalin.Javalin;
import io.javalin.websocket.WsContext;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A media service that says what a test wants. It answers each command with {@code done} unless told otherwise. */
final class FakeMedia implements AutoCloseable {
    static final String SECRET = "secret-of-the-tests";

    private static final String DONE = "{\"type\":\"reply\",\"id\":%d,\"reply\":{\"type\":\"done\"}}";

    private final BlockingQueue<WsContext> connections = new LinkedBlockingQueue<>();
    private final Javalin javalin;
    volatile UUID instanceId = UUID.randomUUID();
    volatile int version = 1;
    volatile @Nullable String greeting;

    /** Is given the connection and the command's frame. */
    volatile BiConsumer<WsContext, String> answer = (socket, frame) -> socket.send(DONE.formatted(id(frame)));

    private FakeMedia() {
        javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.jetty.host = "127.0.0.1";
            config.jetty.port = 0;
            config.routes.wsBeforeUpgrade("/control", context -> {
                if (!("Bearer " + SECRET).equals(context.header("Authorization"))) {
                    context.status(401).skipRemainingHandlers();
                }
            });
            config.routes.ws("/control", ws -> {
                ws.onConnect(socket -> {
                    socket.send(greeting == null ? welcome() : greeting);
                    connections.add(socket);
                });
                ws.onMessage(socket -> answer.accept(socket, socket.message()));
            });
        });
    }

    static FakeMedia start() {
        FakeMedia fake = new FakeMedia();
        fake.javalin.start();
        return fake;
    }

    URI url() {
        return URI.create("ws://127.0.0.1:" + javalin.port() + "/control");
    }

    /** The next connection that was made. */
    WsContext connection() throws InterruptedException {
        WsContext connection = connections.poll(20, TimeUnit.SECONDS);
        if (connection == null) {
            throw new AssertionError("Nobody connected");
        }
        return connection;
    }

    static long id(String frame) {
        return Long.parseLong(frame.replaceFirst(".*\"id\":(\\d+).*", "$1"));
    }

    static void sendBinary(WsContext socket) {
        socket.send(ByteBuffer.wrap(new byte[] {1}));
    }

    private String welcome() {
        return """
                {"type":"welcome","version":%d,"instanceId":"%s","mediasoup":"3.27.1","workers":1,\
                "announcedAddress":"192.0.2.1","ports":[44400,44401]}""".formatted(version, instanceId);
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
