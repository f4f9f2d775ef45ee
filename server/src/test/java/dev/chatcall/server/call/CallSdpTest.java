package dev.chatcall.server.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallReply;
import dev.chatcall.protocol.call.CallRequest;
import dev.chatcall.protocol.call.PublishedLine;
import dev.chatcall.protocol.call.SentTrack;
import dev.chatcall.protocol.call.Track;
import dev.chatcall.protocol.call.TrackSource;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.media.MediaCommand;
import dev.chatcall.protocol.media.SentLine;
import dev.chatcall.server.TestPerson;
import dev.chatcall.server.TestServer;
import dev.chatcall.server.session.TestClock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What clients that speak SDP ask of the media service. */
@Timeout(60)
class CallSdpTest {
    private static final PublishedLine MICROPHONE = new PublishedLine("0", TrackSource.MICROPHONE, false);
    private static final PublishedLine CAMERA = new PublishedLine("1", TrackSource.CAMERA, true);
    private static final PublishedLine SCREEN = new PublishedLine("2", TrackSource.SCREEN, false);

    private final FakeMedia media = new FakeMedia();
    private final TestServer server = TestServer.start(UnaryOperator.identity(), new TestClock(), media);
    private final UUID transport = UUID.randomUUID();
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
    void whatOneSendsTheOthersLearnOfAsOfAnyOther() {
        List<SentTrack> sent = publish(MICROPHONE, CAMERA);

        Call seen = his.sees(
                call.id(), now -> Phone.participant(now, anna.id()).tracks().equals(tracks(sent, MICROPHONE, CAMERA)));
        assertThat(media.awaitCommand(MediaCommand.Publish.class, any -> true).lines())
                .containsExactly(new SentLine("0", "audio", false, true), new SentLine("1", "video", true, false));

        assertThat(publish(MICROPHONE, CAMERA)).isEqualTo(sent);
        assertThat(his.knows(call.id()).version())
                .as("asked again, nothing changes")
                .isEqualTo(seen.version());
    }

    @Test
    void whatOneSendsNoMoreIsGoneForTheOthers() {
        publish(MICROPHONE, SCREEN);
        List<SentTrack> sent = publish(MICROPHONE);

        his.sees(call.id(), now -> Phone.participant(now, anna.id()).tracks().equals(tracks(sent, MICROPHONE)));
    }

    @Test
    void whatTheOthersSendIsOfferedAndAnswered() {
        UUID producer = UUID.randomUUID();
        var offered = (CallReply.Offered)
                his.ask(new CallRequest.Subscribe(call.id(), his.endpointId(), transport, "v=0", List.of(producer)));

        assertThat(offered.offer()).isEqualTo("offer");
        assertThat(offered.tracks())
                .singleElement()
                .satisfies(track -> assertThat(track.producerId()).isEqualTo(producer));
        his.ask(new CallRequest.AnswerOffer(call.id(), his.endpointId(), transport, "answer"));
        assertThat(media.awaitCommand(MediaCommand.Answer.class, any -> true))
                .isEqualTo(new MediaCommand.Answer(call.id(), his.endpointId(), transport, "answer"));
    }

    @Test
    void nobodySpeaksForAnotherDevice() {
        assertThat(hers.refused(
                        new CallRequest.Publish(call.id(), his.endpointId(), transport, "v=0", List.of(MICROPHONE))))
                .isEqualTo(ErrorCode.CALL_NOT_JOINED);
        assertThat(hers.refused(new CallRequest.Subscribe(call.id(), his.endpointId(), transport, "v=0", List.of())))
                .isEqualTo(ErrorCode.CALL_NOT_JOINED);
        assertThat(hers.refused(new CallRequest.AnswerOffer(call.id(), his.endpointId(), transport, "v=0")))
                .isEqualTo(ErrorCode.CALL_NOT_JOINED);
        assertThat(media.commands())
                .noneMatch(command ->
                        command instanceof MediaCommand.Publish || command instanceof MediaCommand.Subscribe);
    }

    @Test
    void aCallThatGoesDirectlyHasNothingToPublishTo() {
        hers.leave(call.id());
        his.leave(call.id());
        Call direct = hers.start(anna.direct(ben));
        his.join(direct.id());

        assertThat(hers.refused(
                        new CallRequest.Publish(direct.id(), hers.endpointId(), transport, "v=0", List.of(MICROPHONE))))
                .isEqualTo(ErrorCode.CALL_MEDIA_REFUSED);
    }

    @Test
    void aProbeIsPublishedToAndNobodyLearnsOfIt() {
        try (Phone another = Phone.of(ben)) {
            UUID probe = UUID.randomUUID();
            another.ask(new CallRequest.OpenProbe(probe, another.endpointId()));
            another.ask(new CallRequest.Publish(probe, another.endpointId(), transport, "v=0", List.of(MICROPHONE)));

            assertThat(media.awaitCommand(MediaCommand.Publish.class, any -> true)
                            .roomId())
                    .isNotEqualTo(probe);
            assertThat(another.refused(new CallRequest.Subscribe(
                            probe, another.endpointId(), transport, "v=0", List.of(UUID.randomUUID()))))
                    .isEqualTo(ErrorCode.CALL_NOT_FOUND);
        }
    }

    private List<SentTrack> publish(PublishedLine... lines) {
        return ((CallReply.Published) hers.ask(
                        new CallRequest.Publish(call.id(), hers.endpointId(), transport, "offer", List.of(lines))))
                .tracks();
    }

    private static List<Track> tracks(List<SentTrack> sent, PublishedLine... lines) {
        assertThat(sent)
                .extracting(SentTrack::mid)
                .containsExactly(Arrays.stream(lines).map(PublishedLine::mid).toArray(String[]::new));
        return IntStream.range(0, lines.length)
                .mapToObj(at -> new Track(sent.get(at).producerId(), lines[at].source()))
                .toList();
    }
}
