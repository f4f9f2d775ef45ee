package dev.chatcall.desktop.connection;

import dev.chatcall.desktop.client.ApiException;
import dev.chatcall.desktop.client.ConnectionState;
import dev.chatcall.desktop.client.ConnectionState.Connecting;
import dev.chatcall.desktop.client.ConnectionState.Idle;
import dev.chatcall.desktop.client.ConnectionState.Live;
import dev.chatcall.desktop.client.ConnectionState.Syncing;
import dev.chatcall.desktop.client.ConnectionState.Unsupported;
import dev.chatcall.desktop.client.ConnectionState.Waiting;
import dev.chatcall.desktop.http.Answers;
import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.error.ErrorCode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one WebSocket to the server. On the loop. */
public final class Connection {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    /** On coming back to the program, a line that has been silent for longer than this is asked whether it lives. */
    private static final long DOUBTFUL_AFTER_MS = 5_000;
    /** How long a doubted line has to answer. */
    private static final Duration DOUBT = Duration.ofSeconds(4);

    private static final int LOST = 1006;

    private final Store<ConnectionState> state = new Store<>(new Idle());
    private final Transport transport;
    private final Loop loop;
    private final ReconnectPolicy policy;
    private final FrameText frames;
    private final Events events;
    private @Nullable Line line;
    private @Nullable ErrorCode lastError;
    private Subscription timer = () -> {};
    private long heardAt;
    private int failures;
    /** Grows with each line, so that what an older one still says is not listened to. */
    private int turn;

    public Connection(Transport transport, Loop loop, ReconnectPolicy policy, FrameText frames, Events events) {
        this.transport = transport;
        this.loop = loop;
        this.policy = policy;
        this.frames = frames;
        this.events = events;
    }

    public interface Events {
        /** The access token for a new line. Fails with {@code ApiException}. */
        CompletableFuture<String> token();

        /** The token was refused: another one, or a failure as of {@link #token}. */
        CompletableFuture<String> renewed(String refused);

        /** What to say first on a new line. */
        ClientMessage hello();

        void received(ServerMessage frame);

        /** Asks the server, over HTTP, whether the session still holds; fails with {@code ApiException}. */
        CompletableFuture<?> checkSession();

        void signedOut();
    }

    public Observable<ConnectionState> state() {
        return state;
    }

    public void start() {
        if (state.get() instanceof Idle) {
            connect();
        }
    }

    public void stop() {
        drop();
        failures = 0;
        state.set(new Idle());
    }

    /** Says something if the line is live. What cannot be said is not kept: keeping is the outbox's part. */
    public boolean send(ClientMessage frame) {
        if (!(state.get() instanceof Live) || line == null) {
            return false;
        }
        line.send(frames.write(frame));
        return true;
    }

    /** The network or the person is back: no reason to wait any longer, or to trust a line that may have died. */
    public void hurry() {
        if (state.get() instanceof Waiting) {
            connect();
            return;
        }
        if (!(state.get() instanceof Live) || loop.now() - heardAt < DOUBTFUL_AFTER_MS) {
            return;
        }
        send(new ClientMessage.Ping());
        long asked = loop.now();
        timer.close();
        timer = loop.after(DOUBT, () -> {
            if (heardAt < asked) {
                closed(LOST);
            } else {
                awaitLife();
            }
        });
    }

    private void connect() {
        drop();
        state.set(new Connecting());
        awaitLife();
        open(events.token(), true);
    }

    /** @param renewable a refusal of this token is worth another */
    private void open(CompletableFuture<String> token, boolean renewable) {
        int mine = turn;
        token.whenComplete((bearer, failure) -> {
            if (mine != turn) {
                return;
            }
            if (failure == null) {
                line = transport.open(bearer, new Listening(mine, bearer, renewable));
            } else {
                ended(Answers.failureOf(failure));
            }
        });
    }

    private void received(String text) {
        heardAt = loop.now();
        Optional<ServerMessage> read = frames.read(text);
        if (read.isEmpty()) {
            return;
        }
        ServerMessage frame = read.get();
        if (frame instanceof ServerMessage.Error error && error.requestId() == null) {
            lastError = error.code();
        }
        // Live before it is told: who hears of the sync's end may send.
        if (frame instanceof ServerMessage.SyncDone) {
            failures = 0;
            state.set(new Live());
        }
        events.received(frame);
    }

    private void closed(int code) {
        Ending ending = Ending.of(code, lastError);
        LOG.info("The line to the server ended with {}", code);
        drop();
        switch (ending) {
            case UNSUPPORTED -> state.set(new Unsupported());
            case AGAIN -> waitAWhile(Duration.ZERO);
            case CHECK -> check();
        }
    }

    private void check() {
        int mine = turn;
        waitAWhile(Duration.ZERO);
        events.checkSession().whenComplete((_, failure) -> {
            if (failure != null && mine == turn && Answers.isAuth(Answers.failureOf(failure))) {
                signedOut();
            }
        });
    }

    /** There was no token to be had. */
    private void ended(ApiException failure) {
        drop();
        if (Answers.isAuth(failure)) {
            signedOut();
        } else {
            Long retry = failure.retryAfterMs();
            waitAWhile(Duration.ofMillis(retry == null ? 0 : retry));
        }
    }

    private void signedOut() {
        drop();
        state.set(new Idle());
        events.signedOut();
    }

    private void waitAWhile(Duration atLeast) {
        Duration wished = policy.delay(failures++);
        Duration delay = wished.compareTo(atLeast) < 0 ? atLeast : wished;
        state.set(new Waiting(loop.now() + delay.toMillis()));
        timer.close();
        timer = loop.after(delay, this::connect);
    }

    private void awaitLife() {
        heardAt = loop.now();
        timer.close();
        watch();
    }

    private void watch() {
        Silence silence = Silence.of(loop.now() - heardAt);
        switch (silence) {
            case Silence.Dead _ -> closed(LOST);
            case Silence.Worrying left -> {
                send(new ClientMessage.Ping());
                timer = loop.after(left.left(), this::watch);
            }
            case Silence.Brief left -> timer = loop.after(left.left(), this::watch);
        }
    }

    private void drop() {
        turn++;
        timer.close();
        if (line != null) {
            line.close();
        }
        line = null;
        lastError = null;
    }

    private final class Listening implements Transport.Events {
        private final int mine;
        private final String bearer;
        private final boolean renewable;

        Listening(int mine, String bearer, boolean renewable) {
            this.mine = mine;
            this.bearer = bearer;
            this.renewable = renewable;
        }

        @Override
        public void opened() {
            if (mine == turn && line != null) {
                heardAt = loop.now();
                state.set(new Syncing());
                line.send(frames.write(events.hello()));
            }
        }

        @Override
        public void received(String text) {
            if (mine == turn) {
                Connection.this.received(text);
            }
        }

        @Override
        public void closed(int code) {
            if (mine == turn) {
                Connection.this.closed(code);
            }
        }

        @Override
        public void refused() {
            if (mine != turn) {
                return;
            }
            line = null;
            if (renewable) {
                open(events.renewed(bearer), false);
            } else {
                drop();
                check();
            }
        }
    }
}
