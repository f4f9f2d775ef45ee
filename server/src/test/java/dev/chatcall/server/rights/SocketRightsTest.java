package dev.chatcall.server.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.conversation.ReadPointer;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.message.MessageBody;
import dev.chatcall.protocol.presence.Presence;
import dev.chatcall.server.TestPerson;
import dev.chatcall.server.TestServer;
import dev.chatcall.server.TestSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of the socket, said by everybody. Who is anonymous gets no socket to say anything on. */
class SocketRightsTest {
    private static final Set<Actor> IN_GROUP = EnumSet.of(Actor.MEMBER, Actor.ADMIN);

    /** Which test says each operation; a new one must be added here and be tested. */
    private static final Set<Class<? extends ClientMessage>> SAID = Set.of(
            ClientMessage.Hello.class,
            ClientMessage.SendMessage.class,
            ClientMessage.MarkRead.class,
            ClientMessage.MarkDelivered.class,
            ClientMessage.SetTyping.class,
            ClientMessage.WatchPresence.class,
            ClientMessage.SyncConversation.class,
            ClientMessage.AskCall.class, // by CallRightsTest
            ClientMessage.Ping.class);

    private static TestServer server;
    private static TestPerson administrator;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        administrator = server.register("administrator");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyOperationIsSaid() {
        assertThat(Arrays.stream(ClientMessage.class.getPermittedSubclasses())
                        .filter(type -> !type.equals(ClientMessage.Cursor.class)))
                .containsExactlyInAnyOrderElementsOf(Set.copyOf(SAID));
    }

    static Stream<String> tokens() {
        return Stream.of("", "made-up", "a.b.c");
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void whoIsNotSignedInGetsNoSocket(String token) {
        URI socket = URI.create("ws://" + server.address().getAuthority() + "/ws");
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThatThrownBy(() -> http.newWebSocketBuilder()
                            .header("Authorization", "Bearer " + token)
                            .buildAsync(socket, new WebSocket.Listener() {})
                            .join())
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            WebSocketHandshakeException.class,
                            refused -> assertThat(refused.getResponse().statusCode())
                                    .isEqualTo(401));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ANONYMOUS")
    void onlyMembersSayAnythingInAGroup(Actor actor) {
        Scene scene = new Scene(server, administrator, actor);
        try (TestSocket socket = scene.actor().connect();
                TestSocket owner = scene.owner.connect()) {
            if (IN_GROUP.contains(actor)) {
                long seq = socket.say(scene.group, "hello").seq();
                assertThat(owner.await(ServerMessage.NewMessage.class).message().seq())
                        .isEqualTo(seq);
            } else {
                List<String> before = scene.whatTheOwnerHas();
                assertThat(socket.sayInVain(scene.group, UUID.randomUUID(), "hello")
                                .code())
                        .isEqualTo(ErrorCode.CONVERSATION_NOT_FOUND);
                assertThat(scene.whatTheOwnerHas()).isEqualTo(before);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ANONYMOUS")
    void nobodySaysAnythingInTheTalkOfTwoOthersOrToWhoBlocksThem(Actor actor) {
        Scene scene = new Scene(server, administrator, actor);
        List<String> before = scene.whatTheOwnerHas();
        try (TestSocket socket = scene.actor().connect()) {
            assertThat(socket.sayInVain(scene.direct, UUID.randomUUID(), "hello")
                            .code())
                    .isEqualTo(actor == Actor.BLOCKED ? ErrorCode.CONTACT_REQUIRED : ErrorCode.CONVERSATION_NOT_FOUND);
            assertThat(scene.whatTheOwnerHas()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ANONYMOUS")
    void nobodyWritesWhatOnlyTheServerWrites(Actor actor) {
        Scene scene = new Scene(server, administrator, actor);
        List<String> before = scene.whatTheOwnerHas();
        try (TestSocket socket = scene.actor().connect()) {
            socket.send(new ClientMessage.SendMessage(
                    "r", scene.group, UUID.randomUUID(), new MessageBody.GroupRenamed("Mine")));

            assertThat(socket.await(ServerMessage.Error.class).code())
                    .isIn(ErrorCode.MESSAGE_BODY_NOT_ALLOWED, ErrorCode.CONVERSATION_NOT_FOUND);
            assertThat(scene.whatTheOwnerHas()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ANONYMOUS")
    void onlyMembersMoveReceipts(Actor actor) {
        Scene scene = new Scene(server, administrator, actor);
        try (TestSocket socket = scene.actor().connect();
                TestSocket owner = scene.owner.connect();
                TestSocket other = scene.other.connect()) {
            long seq = owner.say(scene.group, "read this").seq();
            socket.send(new ClientMessage.MarkDelivered(scene.group, seq));
            socket.send(new ClientMessage.MarkRead(scene.group, seq));
            socket.drain();
            other.send(new ClientMessage.MarkRead(scene.group, seq));

            Set<UUID> moved = owner
                    .await(
                            ServerMessage.ReceiptsMoved.class,
                            receipts -> readers(receipts, seq).contains(scene.other.id()))
                    .pointers()
                    .stream()
                    .map(ReadPointer::accountId)
                    .collect(Collectors.toSet());
            Set<UUID> people = readersOf(scene, seq);

            assertThat(moved.contains(scene.actor().id())).isIn(false, IN_GROUP.contains(actor));
            assertThat(people.contains(scene.actor().id())).isEqualTo(IN_GROUP.contains(actor));
            assertThat(people).contains(scene.other.id());
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ANONYMOUS")
    void onlyMembersAreSeenTyping(Actor actor) {
        Scene scene = new Scene(server, administrator, actor);
        try (TestSocket socket = scene.actor().connect();
                TestSocket owner = scene.owner.connect();
                TestSocket other = scene.other.connect()) {
            socket.send(new ClientMessage.SetTyping(scene.group, true));
            socket.drain();
            other.send(new ClientMessage.SetTyping(scene.group, true));

            assertThat(owner.await(ServerMessage.TypingChanged.class).accountId())
                    .isEqualTo(IN_GROUP.contains(actor) ? scene.actor().id() : scene.other.id());
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ANONYMOUS")
    void onlyContactsAndFellowMembersSeeWhoIsOnline(Actor actor) {
        Scene scene = new Scene(server, administrator, actor);
        boolean sees = IN_GROUP.contains(actor);
        try (TestSocket _ = scene.owner.connect();
                TestSocket socket = scene.actor().connect()) {
            socket.send(new ClientMessage.WatchPresence(List.of(scene.owner.id(), scene.other.id())));

            // Whoever may see may first be told of the moment before; whoever may not is told one thing only.
            Presence seen = awaitPresence(socket, scene.owner.id(), presence -> !sees || presence.online());

            assertThat(seen).isEqualTo(new Presence(scene.owner.id(), sees, null));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ANONYMOUS")
    void onlyMembersAreSentTheGroup(Actor actor) {
        Scene scene = new Scene(server, administrator, actor);
        try (TestSocket socket = scene.actor().connect()) {
            socket.send(new ClientMessage.SyncConversation(scene.group, 0));

            if (IN_GROUP.contains(actor)) {
                assertThat(socket.await(ServerMessage.StateOfConversation.class)
                                .state()
                                .conversationId())
                        .isEqualTo(scene.group);
            } else {
                assertThat(socket.await(ServerMessage.Error.class).code()).isEqualTo(ErrorCode.CONVERSATION_NOT_FOUND);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ANONYMOUS")
    void whoClaimsToKnowAConversationInHelloIsToldToForgetItUnlessTheyTakePart(Actor actor) {
        Scene scene = new Scene(server, administrator, actor);
        try (TestSocket socket = scene.actor().connectSilently()) {
            List<ServerMessage> greeting = socket.hello(
                    0, 0, List.of(new ClientMessage.Cursor(scene.group, 0), new ClientMessage.Cursor(scene.direct, 0)));

            Set<UUID> sent = states(greeting);
            assertThat(sent.contains(scene.group)).isEqualTo(IN_GROUP.contains(actor));
            assertThat(sent.contains(scene.direct)).isEqualTo(actor == Actor.BLOCKED);
            assertThat(greeting.contains(new ServerMessage.ConversationRemoved(scene.group)))
                    .isEqualTo(!IN_GROUP.contains(actor));
            assertThat(greeting.contains(new ServerMessage.ConversationRemoved(scene.direct)))
                    .isEqualTo(actor != Actor.BLOCKED);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ANONYMOUS")
    void nothingIsAnsweredBeforeHelloAndAPingAfterIt(Actor actor) {
        Scene scene = new Scene(server, administrator, actor);
        try (TestSocket socket = scene.actor().connectSilently()) {
            socket.send(new ClientMessage.Ping());
            assertThat(socket.await(ServerMessage.Error.class).code()).isEqualTo(ErrorCode.PROTOCOL_HELLO_EXPECTED);
            assertThat(socket.sayInVain(scene.group, UUID.randomUUID(), "early").code())
                    .isEqualTo(ErrorCode.PROTOCOL_HELLO_EXPECTED);

            socket.hello();
            socket.send(new ClientMessage.Ping());
            socket.await(ServerMessage.Pong.class);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MEMBER", "ADMIN"})
    void whoLosesTheirRightsLosesThemOnTheOpenSocketToo(Actor actor) {
        Scene scene = new Scene(server, administrator, actor);
        try (TestSocket socket = scene.actor().connect()) {
            socket.say(scene.group, "still here");
            scene.owner.ask("DELETE", scene.member(scene.actor().id()), null).expect(204);

            assertThat(socket.sayInVain(scene.group, UUID.randomUUID(), "and now?")
                            .code())
                    .isEqualTo(ErrorCode.CONVERSATION_NOT_FOUND);
            socket.send(new ClientMessage.SyncConversation(scene.group, 0));
            assertThat(socket.await(ServerMessage.Error.class).code()).isEqualTo(ErrorCode.CONVERSATION_NOT_FOUND);
        }
    }

    private static Presence awaitPresence(TestSocket socket, UUID accountId, Predicate<Presence> wanted) {
        Predicate<Presence> ofTheirs = presence -> presence.accountId().equals(accountId) && wanted.test(presence);
        return socket
                .await(
                        ServerMessage.PresenceChanged.class,
                        changed -> changed.presences().stream().anyMatch(ofTheirs))
                .presences()
                .stream()
                .filter(ofTheirs)
                .findAny()
                .orElseThrow();
    }

    private static Set<UUID> readers(ServerMessage.ReceiptsMoved receipts, long seq) {
        return receipts.pointers().stream()
                .filter(pointer -> pointer.readSeq() >= seq)
                .map(ReadPointer::accountId)
                .collect(Collectors.toSet());
    }

    /** Who has read so far, as the owner is told. */
    private static Set<UUID> readersOf(Scene scene, long seq) {
        return scene.owner
                .get("/api/conversations/" + scene.group)
                .expect(200)
                .body()
                .path("participants")
                .valueStream()
                .filter(participant -> participant.path("readSeq").asLong() >= seq)
                .map(participant ->
                        UUID.fromString(participant.path("accountId").asString()))
                .collect(Collectors.toSet());
    }

    private static Set<UUID> states(List<ServerMessage> greeting) {
        return greeting.stream()
                .filter(ServerMessage.StateOfConversation.class::isInstance)
                .map(message ->
                        ((ServerMessage.StateOfConversation) message).state().conversationId())
                .collect(Collectors.toSet());
    }
}
