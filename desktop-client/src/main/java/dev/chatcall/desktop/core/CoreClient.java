package dev.chatcall.desktop.core;

import dev.chatcall.desktop.call.CallActions;
import dev.chatcall.desktop.client.AccountActions;
import dev.chatcall.desktop.client.AdminActions;
import dev.chatcall.desktop.client.ChatClient;
import dev.chatcall.desktop.client.CheckActions;
import dev.chatcall.desktop.client.ClientState;
import dev.chatcall.desktop.client.ContactActions;
import dev.chatcall.desktop.client.ConversationActions;
import dev.chatcall.desktop.client.MessageActions;
import dev.chatcall.desktop.client.Notice;
import dev.chatcall.desktop.client.Session;
import dev.chatcall.desktop.client.SessionActions;
import dev.chatcall.desktop.connection.Transport;
import dev.chatcall.desktop.connection.WebSocketTransport;
import dev.chatcall.desktop.http.Answers;
import dev.chatcall.desktop.http.Api;
import dev.chatcall.desktop.http.Http;
import dev.chatcall.desktop.http.JdkHttp;
import dev.chatcall.desktop.http.OpenApi;
import dev.chatcall.desktop.http.Requester;
import dev.chatcall.desktop.http.SignedInRequester;
import dev.chatcall.desktop.json.Json;
import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.notice.Attention;
import dev.chatcall.desktop.notice.Notices;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.desktop.session.Access;
import dev.chatcall.desktop.session.SessionKeeper;
import dev.chatcall.desktop.sync.SyncState;
import dev.chatcall.protocol.message.Message;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The client behind the facade: its parts put together. Nothing happens before {@link #start()}. */
public final class CoreClient implements ChatClient {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final Surroundings around;
    private final Loop loop;
    private final SessionKeeper session;
    private final Workspace workspace;
    private final CoreState state;
    private final SessionActions sessions;
    private final MessageActions messages;
    private final ContactActions contacts;
    private final ConversationActions conversations;
    private final AccountActions account;
    private final AdminActions admin;
    private final CheckActions checks;
    private final List<Consumer<Notice>> listeners = new CopyOnWriteArrayList<>();
    private Subscription following = () -> {};
    private UUID running = SyncState.NOBODY;

    private CoreClient(Surroundings around, Http http, Transport transport) {
        this.around = around;
        this.loop = around.loop();
        Requester requester = new Requester(http, Json.ofServer(), loop);
        OpenApi openApi = new OpenApi(requester);
        Access access = new Access(openApi, around.tokens(), loop, this::sessionEnded);
        Api api = new Api(new SignedInRequester(requester, access, loop));
        session = new SessionKeeper(openApi, api, access, around.deviceName());
        workspace = new Wiring(around, transport, api, access, session, this::announce).workspace();
        state = new CoreState(workspace, session.session(), around.preferences().state());
        OnLoop onLoop = new OnLoop(loop);
        sessions = new CoreSessions(onLoop, session, openApi, api, workspace);
        messages = new CoreMessages(onLoop, workspace);
        contacts = new CoreContacts(onLoop, api);
        conversations = new CoreConversations(onLoop, api, workspace, around.ids());
        account = new CoreAccount(onLoop, api, workspace, around.preferences());
        admin = new CoreAdmin(onLoop, api);
        checks = new CoreChecks(
                loop,
                URI.create(around.serverUrl()),
                api,
                state,
                workspace.calls().checks());
    }

    /** A client of the server that the surroundings name, through the JDK's HTTP and WebSocket. */
    public static CoreClient create(Surroundings around) {
        URI server = URI.create(around.serverUrl());
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .executor(around.loop().background())
                .build();
        return create(around, new JdkHttp(client, server), new WebSocketTransport(client, server, around.loop()));
    }

    /** A client that speaks through these. */
    public static CoreClient create(Surroundings around, Http http, Transport transport) {
        return new CoreClient(around, http, transport);
    }

    @Override
    public ClientState state() {
        return state;
    }

    @Override
    public SessionActions session() {
        return sessions;
    }

    @Override
    public MessageActions messages() {
        return messages;
    }

    @Override
    public ContactActions contacts() {
        return contacts;
    }

    @Override
    public ConversationActions conversations() {
        return conversations;
    }

    @Override
    public AccountActions account() {
        return account;
    }

    @Override
    public AdminActions admin() {
        return admin;
    }

    @Override
    public CallActions calls() {
        return workspace.calls();
    }

    @Override
    public CheckActions checks() {
        return checks;
    }

    @Override
    public String serverUrl() {
        return around.serverUrl();
    }

    @Override
    public void start() {
        loop.execute(() -> {
            following.close();
            following = session.session().onChange(this::follow);
            session.start();
        });
    }

    @Override
    public void stop() {
        loop.execute(this::end);
    }

    /** As {@link #stop()}; done when all that was to be kept is, after which the program may end. */
    public CompletableFuture<Void> stopped() {
        return CompletableFuture.runAsync(this::end, loop).thenCompose(_ -> Answers.on(loop, workspace.closed()));
    }

    @Override
    public void hurry() {
        loop.execute(() -> {
            workspace.connection().hurry();
            workspace.calls().networkChanged();
        });
    }

    @Override
    public Subscription onNotice(Consumer<Notice> listener) {
        Consumer<Notice> own = listener::accept;
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    private void end() {
        following.close();
        session.stop();
        workspace.stop();
        running = SyncState.NOBODY;
    }

    private void follow(Session now) {
        UUID accountId = now instanceof Session.SignedIn signedIn ? signedIn.accountId() : SyncState.NOBODY;
        if (accountId.equals(running)) {
            return;
        }
        running = accountId;
        if (accountId.equals(SyncState.NOBODY)) {
            workspace.end();
        } else {
            workspace.begin(accountId);
        }
    }

    private void sessionEnded() {
        session.ended();
    }

    private void announce(Message message) {
        SyncState held = workspace.replica().state().get();
        Attention attention = new Attention(
                workspace.inFront(),
                message.conversationId()
                        .equals(workspace.history().views().get().open()));
        state.conversation(message.conversationId())
                .get()
                .flatMap(conversation -> Notices.of(
                        message,
                        held.accountId(),
                        held.people().get(message.senderId()),
                        conversation,
                        attention,
                        around.preferences().state().get()))
                .ifPresent(notice -> listeners.forEach(listener -> listener.accept(notice)));
    }
}
