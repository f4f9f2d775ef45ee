package dev.chatcall.server.http;

import dev.chatcall.protocol.Limits;
import dev.chatcall.server.error.Refusal;
import io.javalin.config.JettyConfig;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.SessionHandler;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServletFactory;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.session.NullSessionCache;
import org.eclipse.jetty.session.NullSessionDataStore;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.core.WebSocketComponents;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;

/** Sets Jetty up: threads, limits, no sessions, no compression of frames, errors in our own shape. */
final class Listener {
    private static final int HEADER_BYTES_MAX = 8 * 1024;
    private static final int WAITING_CONNECTIONS = 1024;
    private static final int PLATFORM_THREADS_MAX = 32;
    private static final Duration HTTP_IDLE = Duration.ofSeconds(60);
    /** Clients say {@code ping} more often than this. */
    private static final Duration SOCKET_IDLE = Duration.ofSeconds(90);

    private final HttpSettings settings;
    private final Problems problems;

    Listener(HttpSettings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    void configure(JettyConfig jetty) {
        jetty.host = settings.host();
        jetty.port = settings.port();
        jetty.threadPool = threads();
        jetty.modifyServer(server -> server.setErrorHandler(new ProblemErrors()));
        jetty.modifyHttpConfiguration(Listener::limit);
        jetty.addConnector(this::connector);
        jetty.modifyServletContextHandler(context -> {
            withoutSessions(context.getSessionHandler());
            withoutFrameCompression(context);
            context.setErrorHandler(new ProblemErrors());
        });
        jetty.modifyWebSocketServletFactory(Listener::limit);
    }

    /** A few platform threads to accept and select; what may block runs on virtual ones. */
    private static QueuedThreadPool threads() {
        QueuedThreadPool pool = new QueuedThreadPool(PLATFORM_THREADS_MAX);
        pool.setName("http");
        pool.setVirtualThreadsExecutor(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("http-", 0).factory()));
        return pool;
    }

    private Connector connector(Server server, HttpConfiguration http) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http)) {
            @Override
            protected SocketChannelEndPoint newEndPoint(
                    SocketChannel channel, ManagedSelector selector, SelectionKey key) {
                SocketReads endPoint = new SocketReads(channel, selector, key, getScheduler());
                endPoint.setIdleTimeout(getIdleTimeout());
                return endPoint;
            }
        };
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(HTTP_IDLE.toMillis());
        connector.setAcceptQueueSize(WAITING_CONNECTIONS);
        return connector;
    }

    private static void limit(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(HEADER_BYTES_MAX);
        http.setResponseHeaderSize(HEADER_BYTES_MAX);
        http.setUriCompliance(UriCompliance.DEFAULT);
    }

    private static void limit(JettyWebSocketServletFactory sockets) {
        sockets.setIdleTimeout(SOCKET_IDLE);
        sockets.setMaxTextMessageSize(Limits.FRAME_BYTES_MAX);
        sockets.setMaxBinaryMessageSize(Limits.FRAME_BYTES_MAX);
        sockets.setMaxFrameSize(Limits.FRAME_BYTES_MAX);
    }

    /** Each upgrade would otherwise make a session and set a cookie. */
    private static void withoutSessions(SessionHandler sessions) {
        NullSessionCache none = new NullSessionCache(sessions);
        none.setSessionDataStore(new NullSessionDataStore());
        sessions.setSessionCache(none);
        sessions.setUsingCookies(false);
    }

    /** Compression costs each connection memory and each frame time: frames are sent as they are. */
    private static void withoutFrameCompression(ServletContextHandler context) {
        context.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarted(LifeCycle started) {
                WebSocketComponents components = WebSocketServerComponents.getWebSocketComponents(context);
                components.getExtensionRegistry().unregister("permessage-deflate");
            }
        });
    }

    /** Errors that Jetty answers by itself, such as for a header that is too large. */
    private final class ProblemErrors extends ErrorHandler {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            Refusal refusal = Problems.ofStatus(response.getStatus());
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.MEDIA_TYPE);
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
            response.getHeaders().put("X-Content-Type-Options", "nosniff");
            response.write(true, ByteBuffer.wrap(problems.body(refusal.code(), refusal.detail())), callback);
            return true;
        }

        @Override
        public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable headers) {
            Refusal refusal = Problems.ofStatus(status);
            headers.put(HttpHeader.CONTENT_TYPE, Problems.MEDIA_TYPE);
            return ByteBuffer.wrap(problems.body(refusal.code(), refusal.detail()));
        }
    }
}
