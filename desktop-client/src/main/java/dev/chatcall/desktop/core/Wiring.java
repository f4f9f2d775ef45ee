package dev.chatcall.desktop.core;

import dev.chatcall.desktop.call.CallLine;
import dev.chatcall.desktop.call.Calls;
import dev.chatcall.desktop.client.ConnectionState;
import dev.chatcall.desktop.connection.Connection;
import dev.chatcall.desktop.connection.FrameText;
import dev.chatcall.desktop.connection.ReconnectPolicy;
import dev.chatcall.desktop.connection.Transport;
import dev.chatcall.desktop.draft.Drafts;
import dev.chatcall.desktop.history.History;
import dev.chatcall.desktop.http.AccessRenewal;
import dev.chatcall.desktop.http.Api;
import dev.chatcall.desktop.json.Json;
import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.outbox.Outbox;
import dev.chatcall.desktop.session.SessionKeeper;
import dev.chatcall.desktop.speaking.PresenceWatch;
import dev.chatcall.desktop.speaking.ReceiptTeller;
import dev.chatcall.desktop.speaking.TypingTeller;
import dev.chatcall.desktop.sync.Effect;
import dev.chatcall.desktop.sync.Replica;
import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.message.Message;
import dev.chatcall.protocol.message.MessageBody;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * Makes the workspace's parts, which speak through each other: the outbox through the connection, the connection to the
 * frames, the frames to the outbox. Nothing is said before all of them are there.
 */
final class Wiring implements Replica.Events, Connection.Events, CallLine {
    private final Surroundings around;
    private final Api api;
    private final AccessRenewal access;
    private final SessionKeeper session;
    private final Replica replica;
    private final Outbox outbox;
    private final Connection connection;
    private final Calls calls;
    private final Workspace workspace;
    private final Frames frames;

    Wiring(
            Surroundings around,
            Transport transport,
            Api api,
            AccessRenewal access,
            SessionKeeper session,
            Consumer<Message> arrived) {
        this.around = around;
        this.api = api;
        this.access = access;
        this.session = session;
        Loop loop = around.loop();
        ReconnectPolicy policy =
                ReconnectPolicy.backOff(() -> ThreadLocalRandom.current().nextDouble());
        replica = new Replica(loop, this);
        outbox = new Outbox(loop, policy, this::send);
        connection =
                new Connection(transport, loop, policy.hurried(this::inCall), new FrameText(Json.ofServer()), this);
        calls = new Calls(loop, this, around.callMemory(), api::calls, around.media(), around.ids());
        workspace = new Workspace(loop, around.storage(), around.ids(), parts(loop), calls);
        frames = new Frames(workspace, arrived);
    }

    private Workspace.Parts parts(Loop loop) {
        return new Workspace.Parts(
                replica,
                outbox,
                new History(replica, api::page),
                new Drafts(loop),
                connection,
                new ReceiptTeller(loop, replica, this::send),
                new TypingTeller(loop, this::send),
                new PresenceWatch(this::send));
    }

    Workspace workspace() {
        return workspace;
    }

    @Override
    public boolean send(ClientMessage frame) {
        return connection.send(frame);
    }

    @Override
    public Optional<MessageBody> bodyOf(UUID conversationId, UUID id) {
        return outbox.bodyOf(conversationId, id);
    }

    @Override
    public void happened(Effect effect) {
        frames.happened(effect);
    }

    @Override
    public CompletableFuture<String> token() {
        return access.token();
    }

    @Override
    public CompletableFuture<String> renewed(String refused) {
        return access.renew(refused);
    }

    @Override
    public ClientMessage hello() {
        return replica.hello(around.program());
    }

    @Override
    public void received(ServerMessage frame) {
        if (frame instanceof ServerMessage.Welcome welcome
                && !welcome.accountId().equals(replica.accountId())) {
            // Never with this person's token; what follows must not be put among what is theirs.
            session.ended();
            return;
        }
        frames.received(frame);
        calls.received(frame);
    }

    @Override
    public CompletableFuture<?> checkSession() {
        return api.account();
    }

    @Override
    public void signedOut() {
        session.ended();
    }

    @Override
    public Observable<Boolean> live() {
        return connection.state().map(state -> state instanceof ConnectionState.Live);
    }

    @Override
    public long clockOffset() {
        return replica.state().get().clockOffset();
    }

    private boolean inCall() {
        return calls.inCall();
    }
}
