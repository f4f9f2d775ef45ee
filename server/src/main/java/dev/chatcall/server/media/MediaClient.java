package dev.chatcall.server.media;

import dev.chatcall.protocol.media.MediaCommand;
import dev.chatcall.protocol.media.MediaFrame;
import dev.chatcall.protocol.media.MediaReply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Keeps a control connection to the media service, and the service itself where it is a child of this process. */
public final class MediaClient implements MediaService, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(MediaClient.class);

    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LAST_RETRY = Duration.ofSeconds(20);

    private final @Nullable MediaSource source;
    private final String secret;
    private final JsonMapper json;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService answering = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService telling = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("media-events").factory());
    private final Thread keeper = Thread.ofVirtual().name("media-client").unstarted(this::keep);
    private @Nullable MediaListener listener;
    private volatile ControlConnection.@Nullable Opened current;
    private volatile MediaStatus status;
    private volatile boolean closed;
    private @Nullable UUID lastInstance;

    private MediaClient(@Nullable MediaSource source, String secret, String problem, JsonMapper json) {
        this.source = source;
        this.secret = secret;
        this.json = json;
        this.status = unavailable(problem);
    }

    /**
     * Reaches for nothing before {@link #start()}.
     *
     * @throws IOException when the secret cannot be read or made
     */
    public static MediaClient of(MediaSettings settings, JsonMapper json, SecureRandom random) throws IOException {
        String starting = "The media service is being started.";
        return switch (settings) {
            case MediaSettings.Off off -> new MediaClient(null, "", off.problem(), json);
            case MediaSettings.External external ->
                new MediaClient(new ExternalMedia(external.url()), external.secret(), starting, json);
            case MediaSettings.Child child ->
                new MediaClient(new MediaProcess(child), MediaSecret.in(child.secretFile(), random), starting, json);
        };
    }

    @Override
    public void listen(MediaListener listener) {
        this.listener = listener;
    }

    /** Starts the media service where that is this server's task, and connects; returns at once. */
    public void start() {
        if (source != null) {
            keeper.start();
        }
    }

    @Override
    public CompletableFuture<MediaReply> ask(MediaCommand command) {
        ControlConnection.Opened connection = current;
        return connection == null ? CompletableFuture.failedFuture(ControlConnection.gone()) : connection.ask(command);
    }

    @Override
    public MediaStatus status() {
        return status;
    }

    private void keep() {
        Duration retry = FIRST_RETRY;
        while (!closed) {
            try {
                boolean reached = attend();
                retry = reached ? FIRST_RETRY : longer(retry);
                Thread.sleep(retry);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** @return whether there was a connection; by then it has ended */
    private boolean attend() throws InterruptedException {
        MediaSource from = source;
        if (from == null) {
            return false;
        }
        try (var connection = new Attended(connect(from))) {
            connection.opened().awaitEnd();
            failed("The connection to the media service was lost; it is being restored.");
            return true;
        } catch (MediaUnavailableException e) {
            failed(e.sentence());
            return false;
        }
    }

    private ControlConnection.Opened connect(MediaSource from) throws MediaUnavailableException, InterruptedException {
        URI url = from.await();
        try {
            return ControlConnection.open(
                    http, url, secret, json, answering, event -> tell(told -> told.happened(event)));
        } catch (MediaUnavailableException e) {
            from.unreachable();
            throw e;
        }
    }

    private void welcomed(MediaFrame.Welcome welcome) {
        status = new MediaStatus(true, null, welcome.announcedAddress(), List.copyOf(welcome.ports()));
        log.info(
                "The media service works: mediasoup {}, {} workers, announced as {}",
                welcome.mediasoup(),
                welcome.workers(),
                welcome.announcedAddress());
        if (!welcome.instanceId().equals(lastInstance)) {
            lastInstance = welcome.instanceId();
            tell(MediaListener::startedAfresh);
        }
    }

    private void failed(String sentence) {
        if (!closed && !sentence.equals(status.problem())) {
            log.warn("No media service: {}", sentence);
        }
        status = unavailable(sentence);
    }

    private void tell(Consumer<MediaListener> news) {
        MediaListener told = listener;
        if (told == null) {
            return;
        }
        try {
            telling.execute(() -> {
                // What a service that is being stopped loses is nobody's news: all are away at the next start.
                if (!closed) {
                    tell(told, news);
                }
            });
        } catch (RejectedExecutionException e) {
            log.debug("News of the media service came after the end", e);
        }
    }

    private static void tell(MediaListener told, Consumer<MediaListener> news) {
        try {
            news.accept(told);
        } catch (RuntimeException e) {
            log.error("What the media service told could not be taken", e);
        }
    }

    private static MediaStatus unavailable(String problem) {
        return new MediaStatus(false, problem, null, List.of());
    }

    private static Duration longer(Duration retry) {
        Duration twice = retry.multipliedBy(2);
        return twice.compareTo(LAST_RETRY) < 0 ? twice : LAST_RETRY;
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        keeper.interrupt();
        if (source != null) {
            source.close();
            keeper.join();
        }
        // Who listens needs what is closed next.
        telling.close();
        answering.shutdown();
        http.shutdownNow();
    }

    /** The connection as long as it is the current one. */
    private final class Attended implements AutoCloseable {
        private final ControlConnection.Opened opened;

        Attended(ControlConnection.Opened opened) {
            this.opened = opened;
            current = opened;
            welcomed(opened.welcome());
        }

        ControlConnection.Opened opened() {
            return opened;
        }

        @Override
        public void close() {
            current = null;
            opened.close();
        }
    }
}
