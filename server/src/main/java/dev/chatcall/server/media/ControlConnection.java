package dev.chatcall.server.media;

import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.media.MediaCommand;
import dev.chatcall.protocol.media.MediaEvent;
import dev.chatcall.protocol.media.MediaFrame;
import dev.chatcall.protocol.media.MediaReply;
import dev.chatcall.server.error.ServiceException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One control connection, from its welcome to its end. It begins with the media service's {@code welcome}; what breaks
 * the protocol ends it, and its end answers whatever was asked and is not answered.
 */
final class ControlConnection {
    private static final Logger log = LoggerFactory.getLogger(ControlConnection.class);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int FRAME_MAX = 1_000_000;
    private static final int PROTOCOL_ERROR = 1002;

    private final JsonMapper json;
    private final Executor answering;
    private final Consumer<MediaEvent> events;
    private final CompletableFuture<MediaFrame.Welcome> welcome = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Map<Long, CompletableFuture<MediaReply>> asked = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private final AtomicReference<CompletableFuture<?>> lastSend =
            new AtomicReference<>(CompletableFuture.completedFuture(null));
    private volatile long heardNanos = System.nanoTime();

    /**
     * @param answering where those who asked go on
     * @param events called in order, on a thread that must not be kept
     */
    private ControlConnection(JsonMapper json, Executor answering, Consumer<MediaEvent> events) {
        this.json = json;
        this.answering = answering;
        this.events = events;
    }

    /**
     * Connects and waits for the welcome.
     *
     * @throws MediaUnavailableException when there is nobody, the secret is wrong or the version another
     */
    static Opened open(
            HttpClient http, URI url, String secret, JsonMapper json, Executor answering, Consumer<MediaEvent> events)
            throws MediaUnavailableException, InterruptedException {
        ControlConnection connection = new ControlConnection(json, answering, events);
        try {
            WebSocket socket = http.newWebSocketBuilder()
                    .connectTimeout(PATIENCE)
                    .header("Authorization", "Bearer " + secret)
                    .buildAsync(url, connection.new Frames())
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return connection.welcomed(socket, url);
        } catch (ExecutionException | TimeoutException e) {
            throw new MediaUnavailableException("The media service at " + url.getHost() + ":" + url.getPort()
                    + " does not let the server in: " + "it does not run there, or has another secret.");
        }
    }

    /** A connection whose welcome came. */
    record Opened(ControlConnection connection, WebSocket socket, MediaFrame.Welcome welcome) {

        /** Does not wait; see {@link MediaService#ask}. */
        CompletableFuture<MediaReply> ask(MediaCommand command) {
            return connection.ask(socket, command);
        }

        /**
         * Returns when the connection has ended. A service that says nothing for long, though it is asked, counts as
         * gone.
         */
        void awaitEnd() throws InterruptedException {
            connection.awaitEnd(socket);
        }

        void close() {
            socket.abort();
            connection.end();
        }
    }

    private Opened welcomed(WebSocket socket, URI url) throws MediaUnavailableException, InterruptedException {
        try {
            MediaFrame.Welcome said = welcome.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (said.version() == MediaFrame.VERSION) {
                return new Opened(this, socket, said);
            }
            socket.abort();
            throw new MediaUnavailableException("The media service at " + url.getHost() + " speaks version "
                    + said.version() + " and the server version " + MediaFrame.VERSION + ": update the older one.");
        } catch (ExecutionException | TimeoutException e) {
            socket.abort();
            throw new MediaUnavailableException("What answers at " + url.getHost() + " is no media service.");
        }
    }

    private CompletableFuture<MediaReply> ask(WebSocket socket, MediaCommand command) {
        long id = lastId.incrementAndGet();
        CompletableFuture<MediaReply> answer = new CompletableFuture<>();
        asked.put(id, answer);
        if (ended.isDone()) {
            asked.remove(id);
            return CompletableFuture.failedFuture(gone());
        }
        send(socket, json.writeValueAsString(new MediaFrame.Command(id, command)));
        return answer.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .handleAsync(
                        (reply, failure) -> {
                            asked.remove(id);
                            return given(reply, failure);
                        },
                        answering);
    }

    /** One after another: a WebSocket of the JDK takes a text only when the one before is sent. */
    private void send(WebSocket socket, String text) {
        CompletableFuture<Object> sent = new CompletableFuture<>();
        lastSend.getAndSet(sent)
                .whenComplete((done, failed) -> socket.sendText(text, true).whenComplete((ok, failure) -> {
                    sent.complete(Boolean.TRUE);
                    if (failure != null) {
                        end();
                    }
                }));
    }

    private static MediaReply given(MediaReply reply, Throwable failure) {
        return switch (failure) {
            case null -> accepted(reply);
            case TimeoutException late ->
                throw new ServiceException(
                        ErrorCode.CALL_MEDIA_UNAVAILABLE, "The media service did not answer in time");
            default -> throw new CompletionException(failure);
        };
    }

    private static MediaReply accepted(MediaReply reply) {
        if (reply instanceof MediaReply.Refused refused) {
            throw new ServiceException(ErrorCode.CALL_MEDIA_REFUSED, refused.code() + ": " + refused.detail());
        }
        return reply;
    }

    static ServiceException gone() {
        return new ServiceException(ErrorCode.CALL_MEDIA_UNAVAILABLE, "The media service is not there");
    }

    private void awaitEnd(WebSocket socket) throws InterruptedException {
        while (true) {
            try {
                ended.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (ExecutionException e) {
                return;
            } catch (TimeoutException quiet) {
                if (System.nanoTime() - heardNanos > 3 * PATIENCE.toNanos()) {
                    socket.abort();
                    end();
                } else {
                    ping(socket);
                }
            }
        }
    }

    private void ping(WebSocket socket) {
        socket.sendPing(ByteBuffer.allocate(0)).whenComplete((sent, failure) -> {
            if (failure instanceof IOException) {
                end();
            }
        });
    }

    private void end() {
        ended.complete(null);
        welcome.completeExceptionally(gone());
        asked.values().forEach(answer -> answer.completeExceptionally(gone()));
    }

    private void received(WebSocket socket, String text) {
        try {
            switch (json.readValue(text, MediaFrame.class)) {
                case MediaFrame.Welcome said -> welcome.complete(said);
                case MediaFrame.Reply reply -> answered(reply);
                case MediaFrame.Event event -> events.accept(event.event());
                case MediaFrame.Command command -> broken(socket, "it sent a command");
            }
        } catch (JacksonException | IllegalArgumentException e) {
            broken(socket, "it sent what is no frame");
        }
    }

    private void answered(MediaFrame.Reply reply) {
        CompletableFuture<MediaReply> answer = asked.get(reply.id());
        if (answer != null) {
            answer.complete(reply.reply());
        }
    }

    private void broken(WebSocket socket, String how) {
        log.warn("The media service's control connection is ended: {}", how);
        socket.sendClose(PROTOCOL_ERROR, how).whenComplete((sent, failure) -> socket.abort());
        end();
    }

    private final class Frames implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        @SuppressWarnings("NullAway") // null: the part need not be kept
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            heardNanos = System.nanoTime();
            text.append(part);
            if (text.length() > FRAME_MAX) {
                broken(socket, "it sent a frame that is too large");
            } else if (last) {
                String whole = text.toString();
                text.setLength(0);
                received(socket, whole);
            }
            socket.request(1);
            return null;
        }

        @Override
        @SuppressWarnings("NullAway") // null: the part need not be kept
        public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer part, boolean last) {
            broken(socket, "it sent a binary frame");
            return null;
        }

        @Override
        @SuppressWarnings("NullAway") // null: the message need not be kept
        public CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
            heardNanos = System.nanoTime();
            socket.request(1);
            return null;
        }

        @Override
        @SuppressWarnings("NullAway") // null: it may close at once
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            end();
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            end();
        }
    }
}
