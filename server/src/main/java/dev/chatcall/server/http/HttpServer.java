package dev.chatcall.server.http;

import dev.chatcall.protocol.Limits;
import dev.chatcall.server.id.Ids;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.util.JavalinBindException;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Serves the declared routes, the WebSocket at {@code /ws} and the web client. Handlers run on virtual threads.
 *
 * <p>A WebSocket is refused before the upgrade unless its request comes from our own page or a program, with a good
 * access token; {@link #caller(WsContext)} then says whose it is.
 */
public final class HttpServer implements AutoCloseable {
    private static final String CALLER = "chatcall.caller";
    private static final String ROUTE = "chatcall.route";

    private final Javalin javalin;

    /**
     * @param socket what becomes of the connections at {@code /ws}
     * @param metrics counts the requests
     */
    public HttpServer(
            HttpSettings settings,
            Api api,
            Authentication authentication,
            Consumer<WsConfig> socket,
            JsonMapper json,
            Ids ids,
            MeterRegistry metrics) {
        Visitor visitor = new Visitor(settings.publicUrl(), settings.trustedProxies());
        Dispatcher dispatcher = new Dispatcher(visitor, authentication, json);
        Problems problems = new Problems(json, ids);
        this.javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.concurrency.useVirtualThreads = true;
            config.http.prefer405over404 = true;
            config.http.compressionStrategy = CompressionStrategy.GZIP;
            config.router.javaLangErrorHandler((response, error) -> problems.answer(error, response));
            config.http.maxRequestSize = Limits.AVATAR_BYTES_MAX;
            new Listener(settings, problems).configure(config.jetty);
            if (settings.webRoot() != null) {
                config.resourceHandler(new WebSite(settings.webRoot()));
            }
            config.routes.before(context -> secure(context, visitor));
            declare(api, dispatcher, config.routes);
            config.routes.wsBeforeUpgrade("/ws", context -> {
                secure(context, visitor);
                context.attribute(CALLER, dispatcher.admitUpgrade(context));
            });
            config.routes.ws("/ws", socket);
            answerFailures(problems, config);
            config.requestLogger.http((context, millis) -> measure(metrics, context, millis));
        });
    }

    /** Whose connection it is. */
    public static Caller caller(WsContext connection) {
        Caller caller = connection.attribute(CALLER);
        if (caller == null) {
            throw new IllegalStateException("The connection was not upgraded here");
        }
        return caller;
    }

    /** @throws UncheckedIOException when the port is taken or the address is none of this machine's */
    public void start() {
        try {
            javalin.start();
        } catch (JavalinBindException taken) {
            throw new UncheckedIOException(new IOException(taken.getMessage(), taken));
        }
    }

    /** The port that is listened on. */
    public int port() {
        return javalin.port();
    }

    /** Ends all connections. */
    @Override
    public void close() {
        javalin.stop();
    }

    private static void declare(Api api, Dispatcher dispatcher, RoutesConfig routes) {
        for (Route<?, ?> route : api.routes()) {
            io.javalin.http.Handler handler = context -> {
                context.attribute(ROUTE, route.path());
                dispatcher.dispatch(route, context);
            };
            routes.addHttpHandler(HandlerType.findOrCreate(route.method().name()), route.path(), handler);
            if (route.method() == Method.GET) {
                routes.addHttpHandler(HandlerType.HEAD, route.path(), handler);
            }
        }
    }

    private static void answerFailures(Problems problems, JavalinConfig config) {
        config.routes.exception(MethodNotAllowedResponse.class, (refused, context) -> {
            context.header("Allow", String.join(", ", refused.getDetails().values()));
            problems.answer(refused, context);
        });
        config.routes.exception(io.javalin.http.HttpResponseException.class, problems::answer);
        config.routes.exception(Exception.class, problems::answer);
    }

    private static void secure(Context context, Visitor visitor) {
        String host = context.header("Host");
        SecurityHeaders.set(context.res(), visitor.secure(context.req()), host == null ? "" : host);
    }

    private static void measure(MeterRegistry metrics, Context context, float millis) {
        String route = context.attribute(ROUTE);
        metrics.timer(
                        "http.server.requests",
                        "method",
                        route == null ? "other" : context.method().name(),
                        "route",
                        route == null ? "other" : route,
                        "status",
                        Integer.toString(context.statusCode()))
                .record(Duration.ofNanos((long) (millis * 1_000_000)));
    }
}
