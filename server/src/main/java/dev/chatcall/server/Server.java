package dev.chatcall.server;

import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.account.ServerInfo;
import dev.chatcall.server.account.AccountRoutes;
import dev.chatcall.server.admin.AdminRoutes;
import dev.chatcall.server.contact.ContactRoutes;
import dev.chatcall.server.conversation.ConversationRoutes;
import dev.chatcall.server.doctor.DiagnosisRoutes;
import dev.chatcall.server.gateway.Gateway;
import dev.chatcall.server.http.Api;
import dev.chatcall.server.http.HealthCheck;
import dev.chatcall.server.http.HttpServer;
import dev.chatcall.server.http.HttpSettings;
import dev.chatcall.server.http.OperationRoutes;
import dev.chatcall.server.http.Operators;
import dev.chatcall.server.http.RateLimits;
import dev.chatcall.server.http.Routes;
import dev.chatcall.server.http.TrustedProxies;
import dev.chatcall.server.media.MediaService;
import dev.chatcall.server.message.MessageRoutes;
import dev.chatcall.server.person.PersonRoutes;
import dev.chatcall.server.session.SessionRoutes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole server, put together by hand: foundations, services, edges. What is opened here is closed here, in reverse
 * order.
 */
public final class Server implements AutoCloseable {
    private final Opened opened;
    private final Configuration configuration;
    private final HttpServer http;
    private final Api api;

    private Server(Opened opened, Configuration configuration, HttpServer http, Api api) {
        this.opened = opened;
        this.configuration = configuration;
        this.http = http;
        this.api = api;
    }

    /**
     * Opens everything and listens.
     *
     * @throws StartFailure, dev.chatcall.server.database.DatabaseUnavailableException with a sentence for the operator;
     *     nothing is left open then
     */
    public static Server start(Configuration configuration) {
        return start(configuration, Clock.systemUTC(), null);
    }

    /**
     * As {@link #start(Configuration)}, with what a test stands in for.
     *
     * @param media in place of the configured media service, or null
     */
    static Server start(Configuration configuration, Clock clock, @Nullable MediaService media) {
        requireFreePort(configuration);
        Opened opened = new Opened();
        try {
            return start(configuration, clock, media, opened);
        } catch (RuntimeException failure) {
            opened.close();
            throw failure;
        }
    }

    private static Server start(Configuration configuration, Clock clock, @Nullable MediaService media, Opened opened) {
        Foundations base = Foundations.open(configuration, clock, opened);
        Services services = Services.open(base, media == null ? base.media() : media, opened);
        Accounts accounts = Accounts.open(base, opened);
        Gateway gateway = opened.add(gateway(base, services));
        Api api = new Api();
        routes(base, services, accounts).forEach(routes -> routes.declare(api));
        HttpServer http = opened.add(new HttpServer(
                settings(configuration),
                api,
                accounts.sessions(),
                gateway::accept,
                base.json(),
                base.ids(),
                base.metrics().registry()));
        services.start(base);
        gateway.start(base.scheduler());
        listen(http, configuration);
        return new Server(opened, configuration, http, api);
    }

    private static Gateway gateway(Foundations base, Services services) {
        var gatewayServices = new Gateway.Services(
                services.messages(),
                services.receipts(),
                services.conversations(),
                services.sync(),
                services.accounts()::account,
                services.presence(),
                services.calls().requests(),
                base.bus(),
                base.configuration().rateLimits(),
                version());
        return new Gateway(
                gatewayServices, services.connections(), base.json(), base.ids(), base.clock(), base.blocking());
    }

    private static List<Routes> routes(Foundations base, Services services, Accounts accounts) {
        RateLimits limits = RateLimits.of(base.configuration().rateLimits());
        return List.of(
                new OperationRoutes(
                        settings(base.configuration()),
                        List.of(
                                new HealthCheck("database", base.database()::answers),
                                HealthCheck.lesser(
                                        "mediaService",
                                        () -> base.media().status().available())),
                        base.metrics(),
                        base.json()),
                new SessionRoutes(
                        () -> info(base, accounts),
                        accounts.registration(),
                        accounts.passwords(),
                        accounts.resets(),
                        accounts.sessions(),
                        limits),
                new AccountRoutes(services.accounts(), limits),
                new PersonRoutes(services.people(), services.avatars(), limits),
                new ContactRoutes(services.contacts()),
                new ConversationRoutes(services.conversations(), services.sync(), services.avatars()),
                new MessageRoutes(services.messages(), services.conversations()::requireMember),
                services.calls().routes(),
                new DiagnosisRoutes(
                        new Operators(base.configuration().metricsToken()),
                        services.media(),
                        () -> services.iceServers().of(base.ids().next()),
                        base.scheduler(),
                        base.ids(),
                        base.clock(),
                        version()),
                new AdminRoutes(accounts.invitations(), accounts.resets()));
    }

    private static ServerInfo info(Foundations base, Accounts accounts) {
        return new ServerInfo(
                base.configuration().serverName(),
                version(),
                Limits.PROTOCOL_VERSION,
                accounts.registration().mode(),
                accounts.registration().empty(),
                accounts.resets().byMail());
    }

    private static HttpSettings settings(Configuration configuration) {
        return new HttpSettings(
                configuration.host(),
                configuration.port(),
                configuration.publicUrl(),
                configuration.metricsToken(),
                trustedProxies(configuration.trustedProxies()),
                configuration.webRoot(),
                version());
    }

    private static TrustedProxies trustedProxies(String list) {
        try {
            return TrustedProxies.parse(list);
        } catch (IllegalArgumentException e) {
            throw new StartFailure("CHATCALL_TRUSTED_PROXIES holds something that is neither address nor network.");
        }
    }

    /** Before anything else is started for nothing. */
    private static void requireFreePort(Configuration configuration) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(configuration.host(), configuration.port()));
        } catch (IOException e) {
            throw cannotListen(configuration);
        }
    }

    private static void listen(HttpServer http, Configuration configuration) {
        try {
            http.start();
        } catch (UncheckedIOException e) {
            throw cannotListen(configuration);
        }
    }

    private static StartFailure cannotListen(Configuration configuration) {
        return new StartFailure("Port " + configuration.port() + " on " + configuration.host()
                + " cannot be listened on: it is taken, or the address is none of this machine's.");
    }

    private static String version() {
        String version = Server.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** Where the server answers. */
    public URI address() {
        String host = configuration.host().contains(":") ? "[" + configuration.host() + "]" : configuration.host();
        return URI.create("http://" + host + ":" + http.port());
    }

    /** Every declared route. */
    public Api api() {
        return api;
    }

    @Override
    public void close() {
        opened.close();
    }
}
