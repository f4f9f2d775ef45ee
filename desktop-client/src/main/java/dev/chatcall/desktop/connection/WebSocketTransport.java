package dev.chatcall.desktop.connection;

import dev.chatcall.desktop.loop.Loop;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** WebSockets through the JDK's client. */
public final class WebSocketTransport implements Transport {
    private static final Logger LOG = LoggerFactory.getLogger(WebSocketTransport.class);
    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final int LOST = 1006;
    private static final int UNAUTHORIZED = 401;

    private final HttpClient client;
    private final URI address;
    private final Loop loop;

    /** @param server where it is, without a slash at the end */
    public WebSocketTransport(HttpClient client, URI server, Loop loop) {
        this.client = client;
        this.address = URI.create(server.toString().replaceFirst("^http", "ws") + "/ws");
        this.loop = loop;
    }

    @Override
    public Line open(String bearer, Events events) {
        Socket socket = new Socket(events);
        client.newWebSocketBuilder()
                .connectTimeout(CONNECT)
                .header("Authorization", "Bearer " + bearer)
                .buildAsync(address, socket)
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        socket.failed(failure);
                    }
                });
        return socket;
    }

    /** What the JDK tells on its threads is handed to the loop in order. */
    private final class Socket implements Line, WebSocket.Listener {
        private final Events events;
        private final StringBuilder partial = new StringBuilder();
        private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);
        private @Nullable WebSocket socket;
        private boolean over;

        Socket(Events events) {
            this.events = events;
        }

        @Override
        public void onOpen(WebSocket opened) {
            // All at once: where the line ends between a frame and the next request, the JDK (25) tells nobody.
            opened.request(Long.MAX_VALUE);
            loop.execute(() -> {
                if (over) {
                    opened.abort();
                    return;
                }
                socket = opened;
                events.opened();
            });
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                String text = partial.toString();
                partial.setLength(0);
                loop.execute(() -> {
                    if (!over) {
                        events.received(text);
                    }
                });
            }
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            LOG.debug("The line broke", error);
            closed(LOST);
        }

        private void failed(Throwable failure) {
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            if (cause instanceof WebSocketHandshakeException refusal
                    && refusal.getResponse().statusCode() == UNAUTHORIZED) {
                end(events::refused);
            } else {
                closed(LOST);
            }
        }

        private void closed(int code) {
            end(() -> events.closed(code));
        }

        private void end(Runnable tell) {
            loop.execute(() -> {
                if (!over) {
                    over = true;
                    tell.run();
                }
            });
        }

        @Override
        public void send(String text) {
            WebSocket open = socket;
            if (open == null || over) {
                return;
            }
            // The JDK takes one text after the other.
            sending = sending.handle((_, _) -> open.sendText(text, true))
                    .thenCompose(sent -> sent)
                    .whenComplete((_, failure) -> {
                        if (failure != null) {
                            LOG.debug("The line does not take anything", failure);
                            closed(LOST);
                        }
                    });
        }

        @Override
        public void close() {
            over = true;
            WebSocket open = socket;
            if (open != null) {
                sending = sending.handle((_, _) -> open.sendClose(WebSocket.NORMAL_CLOSURE, ""))
                        .thenCompose(sent -> sent)
                        .handle((_, _) -> {
                            open.abort();
                            return null;
                        });
            }
        }
    }
}
