package dev.chatcall.server.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallRequest;
import dev.chatcall.protocol.call.MediaState;
import dev.chatcall.protocol.call.ParticipantState;
import dev.chatcall.protocol.call.Signal;
import dev.chatcall.protocol.call.TrackSource;
import dev.chatcall.protocol.call.TransportDirection;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.TestPerson;
import dev.chatcall.server.TestServer;
import dev.chatcall.server.call.FakeMedia;
import dev.chatcall.server.call.Phone;
import dev.chatcall.server.session.TestClock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every request about calls, asked by everybody about a group's call in which the owner and another member talk. Who is
 * anonymous gets no socket to ask on.
 */
@Timeout(60)
class CallRightsTest {
    private static final String DONE = "done";
    private static final String HIDDEN = "call.not_found";
    private static final String NOT_IN_IT = "call.not_joined";

    private static TestServer server;
    private static TestPerson administrator;

    @BeforeAll
    static void start() {
        server = TestServer.start(UnaryOperator.identity(), new TestClock(), new FakeMedia());
        administrator = server.register("administrator");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** A call and who asks about it. @param owner who is in it */
    record Question(Scene scene, Call call, Phone owner, Phone asker) {
        UUID id() {
            return call.id();
        }

        UUID mine() {
            return asker.endpointId();
        }

        UUID theirs() {
            return owner.endpointId();
        }
    }

    /**
     * What is asked, and what comes of it.
     *
     * @param members the outcome for who is a member and was rung; everybody outside is told that there is no such call
     * @param admins the outcome for who administers the group
     */
    record Row(String name, Function<Question, CallRequest> request, String outside, String members, String admins) {}

    private static Row row(String name, Function<Question, CallRequest> request, String outcome) {
        return new Row(name, request, HIDDEN, outcome, outcome);
    }

    private static List<Row> rows() {
        UUID any = UUID.randomUUID();
        return List.of(
                new Row(
                        "start",
                        q -> new CallRequest.StartCall(
                                UUID.randomUUID(), q.scene().group, q.mine(), false, MediaState.NONE),
                        "conversation.not_found",
                        DONE,
                        DONE),
                row("join", q -> new CallRequest.JoinCall(q.id(), q.mine(), MediaState.NONE), DONE),
                row("decline", q -> new CallRequest.DeclineCall(q.id()), DONE),
                row("leave", q -> new CallRequest.LeaveCall(q.id(), null), NOT_IN_IT),
                new Row("end", q -> new CallRequest.EndCall(q.id()), HIDDEN, "call.forbidden", DONE),
                row(
                        "add",
                        q -> new CallRequest.AddToCall(
                                q.id(), List.of(q.scene().other.id()), ""),
                        NOT_IN_IT),
                row("media", q -> new CallRequest.SetMedia(q.id(), q.mine(), MediaState.NONE), NOT_IN_IT),
                row("media of another", q -> new CallRequest.SetMedia(q.id(), q.theirs(), MediaState.NONE), NOT_IN_IT),
                row("react", q -> new CallRequest.React(q.id(), "👏"), NOT_IN_IT),
                row(
                        "signal",
                        q -> new CallRequest.SendSignal(
                                q.id(), q.mine(), q.theirs(), new Signal.Description("offer", "v=0")),
                        NOT_IN_IT),
                row(
                        "signal of another",
                        q -> new CallRequest.SendSignal(
                                q.id(), q.theirs(), q.theirs(), new Signal.Description("offer", "v=0")),
                        NOT_IN_IT),
                new Row("ice_servers", q -> new CallRequest.GetIceServers(), DONE, DONE, DONE),
                row("use_media_service", q -> new CallRequest.UseMediaService(q.id()), NOT_IN_IT),
                row("room.open", q -> new CallRequest.OpenRoom(q.id(), q.mine()), NOT_IN_IT),
                row("room.open of another", q -> new CallRequest.OpenRoom(q.id(), q.theirs()), NOT_IN_IT),
                new Row("probe.open", q -> new CallRequest.OpenProbe(any, q.mine()), DONE, DONE, DONE),
                row(
                        "transport.open",
                        q -> new CallRequest.OpenTransport(q.id(), q.mine(), TransportDirection.SEND, false),
                        NOT_IN_IT),
                row(
                        "transport.connect",
                        q -> new CallRequest.ConnectTransport(q.id(), q.theirs(), any, "{}"),
                        NOT_IN_IT),
                row("transport.restart_ice", q -> new CallRequest.RestartIce(q.id(), q.theirs(), any), NOT_IN_IT),
                row(
                        "producer.open",
                        q -> new CallRequest.Produce(q.id(), q.theirs(), any, TrackSource.CAMERA, "{}", false),
                        NOT_IN_IT),
                row("producer.set", q -> new CallRequest.SetProducer(q.id(), q.theirs(), any, true), NOT_IN_IT),
                row("producer.close", q -> new CallRequest.CloseProducer(q.id(), q.theirs(), any), NOT_IN_IT),
                row("consumer.open", q -> new CallRequest.Consume(q.id(), q.theirs(), any, any, "{}"), NOT_IN_IT),
                row("consumer.set", q -> new CallRequest.SetConsumer(q.id(), q.theirs(), any, false, 0), NOT_IN_IT),
                row("sdp.publish", q -> new CallRequest.Publish(q.id(), q.mine(), any, "v=0", List.of()), NOT_IN_IT),
                row(
                        "sdp.publish of another",
                        q -> new CallRequest.Publish(q.id(), q.theirs(), any, "v=0", List.of()),
                        NOT_IN_IT),
                row(
                        "sdp.subscribe",
                        q -> new CallRequest.Subscribe(q.id(), q.mine(), any, "v=0", List.of(any)),
                        NOT_IN_IT),
                row(
                        "sdp.subscribe of another",
                        q -> new CallRequest.Subscribe(q.id(), q.theirs(), any, "v=0", List.of(any)),
                        NOT_IN_IT),
                row("sdp.answer", q -> new CallRequest.AnswerOffer(q.id(), q.theirs(), any, "v=0"), NOT_IN_IT));
    }

    @Test
    void everyRequestIsAsked() {
        assertThat(rows().stream().map(row -> row.name().split(" ")[0]).collect(Collectors.toSet()))
                .hasSameSizeAs(Arrays.asList(CallRequest.class.getPermittedSubclasses()));
    }

    static Stream<Arguments> cells() {
        return rows().stream()
                .flatMap(row -> Arrays.stream(Actor.values())
                        .filter(actor -> actor != Actor.ANONYMOUS)
                        .map(actor -> Arguments.of(row.name(), actor, row)));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("cells")
    void isAnsweredOrRefused(String name, Actor actor, Row row) {
        Scene scene = new Scene(server, administrator, actor);
        try (Phone owner = Phone.of(scene.owner);
                Phone other = Phone.of(scene.other);
                Phone asker = Phone.of(scene.actor())) {
            Call call = owner.start(scene.group);
            other.join(call.id());
            Call before = owner.knows(call.id());
            Question question = new Question(scene, call, owner, asker);
            String outcome = switch (actor) {
                case MEMBER -> row.members();
                case ADMIN -> row.admins();
                default -> row.outside();
            };

            CallRequest request = row.request().apply(question);
            if (outcome.equals(DONE)) {
                asker.ask(request);
            } else {
                assertThat(asker.refused(request).code()).isEqualTo(outcome);
                assertThat(owner.knows(call.id())).isEqualTo(before);
            }
            endAs(owner, call.id());
        }
    }

    private static void endAs(Phone owner, UUID callId) {
        owner.ask(new CallRequest.EndCall(callId));
        owner.sees(callId, call -> call.end() != null);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ANONYMOUS")
    void onlyMembersSeeTheCall(Actor actor) {
        Scene scene = new Scene(server, administrator, actor);
        try (Phone owner = Phone.of(scene.owner);
                Phone before = Phone.of(scene.actor())) {
            Call call = owner.start(scene.group);
            boolean member = actor == Actor.MEMBER || actor == Actor.ADMIN;
            try (Phone after = Phone.of(scene.actor())) {
                assertThat(Optional.ofNullable(before.knows(call.id())).isPresent())
                        .isEqualTo(member);
                assertThat(Optional.ofNullable(after.knows(call.id())).isPresent())
                        .as("in the sync")
                        .isEqualTo(member);
                assertThat(Phone.stateOf(call, scene.actor().id()) == ParticipantState.RINGING)
                        .isEqualTo(member);
            }
            endAs(owner, call.id());
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ANONYMOUS")
    void nobodyRingsWhereTheyMayNotWrite(Actor actor) {
        Scene scene = new Scene(server, administrator, actor);
        try (Phone owner = Phone.of(scene.owner);
                Phone asker = Phone.of(scene.actor())) {
            UUID callId = UUID.randomUUID();

            assertThat(asker.refused(asker.starting(callId, scene.direct)))
                    .isEqualTo(actor == Actor.BLOCKED ? ErrorCode.CONTACT_REQUIRED : ErrorCode.CONVERSATION_NOT_FOUND);
            assertThat(owner.knows(callId)).isNull();
        }
    }

    @Test
    void aBlockEndsTheCallOfTheTwo() {
        TestPerson anna = server.register("anna");
        TestPerson ben = server.register("ben");
        server.befriend(anna, ben);
        try (Phone hers = Phone.of(anna);
                Phone his = Phone.of(ben)) {
            Call call = hers.start(anna.direct(ben));
            his.join(call.id());
            anna.ask("PUT", "/api/blocks/" + ben.id(), null).expect(204);

            his.sees(call.id(), seen -> seen.end() != null);
            hers.sees(call.id(), seen -> seen.end() != null);
        }
    }
}
