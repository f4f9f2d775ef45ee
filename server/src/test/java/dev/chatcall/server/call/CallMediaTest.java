package dev.chatcall.server.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallEvent;
import dev.chatcall.protocol.call.CallReply;
import dev.chatcall.protocol.call.CallRequest;
import dev.chatcall.protocol.call.CallRoute;
import dev.chatcall.protocol.call.Track;
import dev.chatcall.protocol.call.TrackSource;
import dev.chatcall.protocol.call.TransportDirection;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.media.MediaCommand;
import dev.chatcall.protocol.media.MediaEvent;
import dev.chatcall.server.TestPerson;
import dev.chatcall.server.TestServer;
import dev.chatcall.server.session.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What people in a call ask of the media service, and what it tells them. */
@Timeout(60)
class CallMediaTest {
    private final TestClock clock = new TestClock();
    private final FakeMedia media = new FakeMedia();
    private final TestServer server = TestServer.start(UnaryOperator.identity(), clock, media);
    private TestPerson anna;
    private TestPerson ben;
    private Phone hers;
    private Phone his;
    private Call call;

    @BeforeEach
    void talk() {
        anna = server.register("anna");
        ben = server.register("ben");
        server.befriend(anna, ben);
        hers = Phone.of(anna);
        his = Phone.of(ben);
        call = hers.start(anna.group("Group", ben));
        his.join(call.id());
    }

    @AfterEach
    void stop() {
        hers.close();
        his.close();
        server.close();
    }

    @Test
    void whatOneSendsTheOthersLearnOfAndMayTake() {
        assertThat(hers.ask(new CallRequest.OpenRoom(call.id(), hers.endpointId())))
                .isEqualTo(new CallReply.RoomOpened("{\"codecs\":[]}"));
        UUID transport = transport(hers, TransportDirection.SEND);
        hers.ask(new CallRequest.ConnectTransport(call.id(), hers.endpointId(), transport, "{\"fingerprints\":[]}"));
        hers.ask(new CallRequest.RestartIce(call.id(), hers.endpointId(), transport));
        UUID microphone = produce(hers, transport, TrackSource.MICROPHONE);
        UUID camera = produce(hers, transport, TrackSource.CAMERA);

        his.sees(
                call.id(),
                seen -> Phone.participant(seen, anna.id())
                        .tracks()
                        .equals(List.of(
                                new Track(microphone, TrackSource.MICROPHONE), new Track(camera, TrackSource.CAMERA))));
        assertThat(media.awaitCommand(MediaCommand.Produce.class, MediaCommand.Produce::observed)
                        .kind())
                .isEqualTo("audio");
        assertThat(media.awaitCommand(
                                MediaCommand.Produce.class,
                                produce -> produce.kind().equals("video"))
                        .observed())
                .isFalse();

        UUID receiving = transport(his, TransportDirection.RECEIVE);
        CallReply.Consumed consumed = (CallReply.Consumed)
                his.ask(new CallRequest.Consume(call.id(), his.endpointId(), receiving, microphone, "{\"codecs\":[]}"));
        his.ask(new CallRequest.SetConsumer(call.id(), his.endpointId(), consumed.consumerId(), false, 2));
        hers.ask(new CallRequest.SetProducer(call.id(), hers.endpointId(), camera, true));
        hers.ask(new CallRequest.CloseProducer(call.id(), hers.endpointId(), camera));
        his.sees(call.id(), seen -> Phone.participant(seen, anna.id()).tracks().size() == 1);
    }

    @Test
    void whoBeginsAnewWithTheMediaServiceHasNothingLeftFromBefore() {
        UUID transport = transport(hers, TransportDirection.SEND);
        UUID camera = produce(hers, transport, TrackSource.CAMERA);
        hers.ask(new CallRequest.OpenRoom(call.id(), hers.endpointId()));

        his.sees(call.id(), seen -> Phone.participant(seen, anna.id()).tracks().isEmpty());
        media.awaitCommand(
                MediaCommand.CloseEndpoint.class, close -> close.endpointId().equals(hers.endpointId()));
        produce(hers, transport, TrackSource.CAMERA);
        UUID another = produce(hers, transport, TrackSource.CAMERA);
        assertThat(Phone.participant(
                                his.sees(
                                        call.id(),
                                        seen -> Phone.participant(seen, anna.id())
                                                .tracks()
                                                .equals(List.of(new Track(another, TrackSource.CAMERA)))),
                                anna.id())
                        .tracks())
                .extracting(Track::producerId)
                .doesNotContain(camera);
    }

    @Test
    void nobodySpeaksForAnotherDevice() {
        CallRequest asHim = new CallRequest.OpenTransport(call.id(), his.endpointId(), TransportDirection.SEND, false);
        assertThat(hers.refused(asHim)).isEqualTo(ErrorCode.CALL_NOT_JOINED);
        try (Phone another = Phone.of(anna)) {
            assertThat(another.refused(new CallRequest.OpenTransport(
                            call.id(), hers.endpointId(), TransportDirection.SEND, false)))
                    .as("the same person and endpoint on a connection that did not join")
                    .isEqualTo(ErrorCode.CALL_NOT_JOINED);
            assertThat(another.refused(new CallRequest.JoinCall(call.id(), his.endpointId(), Phone.SOUND)))
                    .as("nobody sits down on the endpoint of somebody else")
                    .isEqualTo(ErrorCode.CALL_FORBIDDEN);
        }
        assertThat(media.commands()).noneMatch(MediaCommand.OpenTransport.class::isInstance);
    }

    @Test
    void whatIsRefusedByTheMediaServiceIsTold() {
        media.goAway();

        assertThat(hers.refused(new CallRequest.OpenRoom(call.id(), hers.endpointId())))
                .isEqualTo(ErrorCode.CALL_MEDIA_UNAVAILABLE);
    }

    @Test
    void whoLeavesIsTakenOutOfTheRoomAndTheRoomGoesWithTheCall() {
        his.leave(call.id());
        media.awaitCommand(
                MediaCommand.CloseEndpoint.class,
                close -> close.equals(new MediaCommand.CloseEndpoint(call.id(), his.endpointId())));
        hers.leave(call.id());
        media.awaitCommand(MediaCommand.CloseRoom.class, close -> close.roomId().equals(call.id()));
        assertThat(hers.refused(new CallRequest.OpenRoom(call.id(), hers.endpointId())))
                .isEqualTo(ErrorCode.CALL_ENDED);
    }

    @Test
    void aLostRoomIsToldAndItsTracksAreGone() {
        produce(hers, transport(hers, TransportDirection.SEND), TrackSource.MICROPHONE);
        his.sees(call.id(), seen -> !Phone.participant(seen, anna.id()).tracks().isEmpty());
        media.tell(new MediaEvent.RoomLost(call.id()));

        his.hears(CallEvent.RoomLost.class);
        hers.hears(CallEvent.RoomLost.class);
        his.sees(call.id(), seen -> Phone.participant(seen, anna.id()).tracks().isEmpty());

        media.startAfresh();
        his.hears(CallEvent.RoomLost.class);
        media.tell(new MediaEvent.RoomLost(UUID.randomUUID()));
    }

    @Test
    void whoSpeaksIsToldByNameAndWhatIsWantedToTheOneWhoSendsIt() {
        media.tell(new MediaEvent.Speaking(call.id(), List.of(his.endpointId(), UUID.randomUUID(), hers.endpointId())));

        assertThat(hers.hears(CallEvent.Speaking.class).accountIds()).containsExactly(ben.id(), anna.id());
        UUID producer = UUID.randomUUID();
        media.tell(new MediaEvent.LayerWanted(call.id(), his.endpointId(), producer, null));
        assertThat(his.hears(CallEvent.LayerWanted.class)).isEqualTo(new CallEvent.LayerWanted(producer, null));
        assertThat(hers.socket().drain())
                .noneMatch(message -> message.toString().contains("LayerWanted"));
    }

    @Test
    void aCallOfTwoGoesThroughTheMediaServiceOnlyOnceItIsAskedTo() {
        hers.leave(call.id());
        his.leave(call.id());
        Call direct = hers.start(anna.direct(ben));
        his.join(direct.id());
        assertThat(hers.refused(new CallRequest.OpenRoom(direct.id(), hers.endpointId())))
                .isEqualTo(ErrorCode.CALL_MEDIA_REFUSED);

        his.ask(new CallRequest.UseMediaService(direct.id()));

        hers.sees(direct.id(), seen -> seen.route() == CallRoute.MEDIA_SERVICE);
        hers.ask(new CallRequest.OpenRoom(direct.id(), hers.endpointId()));
        hers.ask(new CallRequest.UseMediaService(direct.id()));
    }

    @Test
    void aProbeIsARoomOfOnesOwnForHalfAMinute() {
        try (Phone another = Phone.of(ben)) {
            UUID probe = call.id();
            another.ask(new CallRequest.OpenProbe(probe, another.endpointId()));
            UUID room = media.awaitCommand(
                            MediaCommand.OpenRoom.class, open -> !open.roomId().equals(call.id()))
                    .roomId();
            CallReply.TransportOpened transport = (CallReply.TransportOpened) another.ask(
                    new CallRequest.OpenTransport(probe, another.endpointId(), TransportDirection.SEND, true));
            another.ask(new CallRequest.ConnectTransport(
                    probe, another.endpointId(), transport.transportId(), "{\"fingerprints\":[]}"));
            another.ask(new CallRequest.Produce(
                    probe, another.endpointId(), transport.transportId(), TrackSource.MICROPHONE, "{}", false));
            assertThat(media.awaitCommand(MediaCommand.Produce.class, any -> true)
                            .roomId())
                    .as("its own room, whatever the client called it")
                    .isEqualTo(room);
            assertThat(another.refused(new CallRequest.Consume(
                            probe, another.endpointId(), transport.transportId(), UUID.randomUUID(), "{}")))
                    .isEqualTo(ErrorCode.CALL_NOT_JOINED);

            clock.advance(Duration.ofSeconds(30));
            media.awaitCommand(
                    MediaCommand.CloseRoom.class, close -> close.roomId().equals(room));
        }
    }

    @Test
    void aProbeEndsWithItsConnection() {
        try (Phone another = Phone.of(ben)) {
            another.ask(new CallRequest.OpenProbe(UUID.randomUUID(), another.endpointId()));
        }
        media.awaitCommand(
                MediaCommand.CloseRoom.class, close -> !close.roomId().equals(call.id()));
    }

    private UUID transport(Phone phone, TransportDirection direction) {
        return ((CallReply.TransportOpened)
                        phone.ask(new CallRequest.OpenTransport(call.id(), phone.endpointId(), direction, false)))
                .transportId();
    }

    private UUID produce(Phone phone, UUID transport, TrackSource source) {
        return ((CallReply.Produced) phone.ask(new CallRequest.Produce(
                        call.id(), phone.endpointId(), transport, source, "{\"encodings\":[]}", false)))
                .producerId();
    }
}
