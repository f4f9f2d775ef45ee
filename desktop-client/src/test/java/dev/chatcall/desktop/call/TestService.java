package dev.chatcall.desktop.call;

import static java.util.Objects.requireNonNull;

import dev.chatcall.desktop.client.ApiException;
import dev.chatcall.desktop.json.Json;
import dev.chatcall.protocol.call.CallReply;
import dev.chatcall.protocol.call.CallRequest;
import dev.chatcall.protocol.call.PublishedLine;
import dev.chatcall.protocol.call.ReceivedTrack;
import dev.chatcall.protocol.call.SentTrack;
import dev.chatcall.protocol.call.TrackSource;
import dev.chatcall.protocol.call.TransportDirection;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.media.MediaCommand;
import dev.chatcall.protocol.media.MediaEvent;
import dev.chatcall.protocol.media.MediaFrame;
import dev.chatcall.protocol.media.MediaReply;
import dev.chatcall.protocol.media.SentLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The real media service as a child of the test, and what a server says to it for people in a call. */
final class TestService implements AutoCloseable {
    private static final Path PROGRAM = Path.of("../docker/mediasoup").toAbsolutePath();
    private static final String SECRET = "of-these-tests-and-nothing-else-at-all";

    private final JsonMapper json = Json.mapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Long, CompletableFuture<MediaReply>> asked = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private final Process process;
    private final WebSocket socket;
    private CompletableFuture<?> lastSend = CompletableFuture.completedFuture(null);

    private TestService(Process process, URI control, Consumer<MediaEvent> events) {
        this.process = process;
        socket = http.newWebSocketBuilder()
                .header("Authorization", "Bearer " + SECRET)
                .buildAsync(control, new Frames(events))
                .join();
    }

    /** @return null where it cannot run here: it is not built, or there is no worker */
    static @Nullable TestService start(Consumer<MediaEvent> events) throws IOException {
        if (!Files.exists(PROGRAM.resolve("dist/docker/mediasoup/src/main.js"))) {
            return null;
        }
        ProcessBuilder builder = new ProcessBuilder("node", PROGRAM.toString(), "--child");
        builder.environment()
                .putAll(Map.of(
                        "CHATCALL_MEDIA_SECRET", SECRET,
                        "CHATCALL_MEDIA_PORT", "0",
                        "CHATCALL_MEDIA_PORTS", "45300-45399",
                        "CHATCALL_MEDIA_WORKERS", "1",
                        "CHATCALL_MEDIA_ANNOUNCED_ADDRESS", "127.0.0.1"));
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        String line = said.readLine();
        if (line == null) {
            return null;
        }
        String url = line.substring(line.indexOf("http")).replace("http", "ws");
        return new TestService(process, URI.create(url + "/control"), events);
    }

    CompletableFuture<MediaReply> tell(MediaCommand command) {
        long id = lastId.incrementAndGet();
        CompletableFuture<MediaReply> answer = new CompletableFuture<>();
        asked.put(id, answer);
        String frame = json.writeValueAsString(new MediaFrame.Command(id, command));
        synchronized (this) {
            lastSend = lastSend.thenCompose(before -> socket.sendText(frame, true));
        }
        return answer.thenApply(reply -> {
            if (reply instanceof MediaReply.Refused) {
                throw new ApiException(ErrorCode.CALL_MEDIA_REFUSED.code());
            }
            return reply;
        });
    }

    /** What the server makes of a request, without asking who asks. */
    CompletableFuture<CallReply> ask(CallRequest request) {
        return switch (request) {
            case CallRequest.OpenRoom open ->
                tell(new MediaCommand.CloseEndpoint(open.callId(), open.endpointId()))
                        .thenCompose(closed -> tell(new MediaCommand.OpenRoom(open.callId())))
                        .thenApply(TestService::view);
            case CallRequest.OpenTransport open ->
                tell(new MediaCommand.OpenTransport(
                                open.callId(),
                                open.endpointId(),
                                open.direction() == TransportDirection.RECEIVE,
                                open.tcpOnly()))
                        .thenApply(TestService::view);
            case CallRequest.RestartIce restart ->
                tell(new MediaCommand.RestartIce(restart.callId(), restart.endpointId(), restart.transportId()))
                        .thenApply(TestService::view);
            case CallRequest.Publish publish ->
                tell(new MediaCommand.Publish(
                                publish.callId(),
                                publish.endpointId(),
                                publish.transportId(),
                                publish.offer(),
                                publish.lines().stream().map(TestService::line).toList()))
                        .thenApply(TestService::view);
            case CallRequest.Subscribe subscribe ->
                tell(new MediaCommand.Subscribe(
                                subscribe.callId(),
                                subscribe.endpointId(),
                                subscribe.transportId(),
                                subscribe.capabilities(),
                                subscribe.producerIds()))
                        .thenApply(TestService::view);
            case CallRequest.AnswerOffer answer ->
                tell(new MediaCommand.Answer(
                                answer.callId(), answer.endpointId(), answer.transportId(), answer.answer()))
                        .thenApply(TestService::view);
            case CallRequest.SetProducer set ->
                tell(new MediaCommand.SetProducer(set.callId(), set.endpointId(), set.producerId(), set.paused()))
                        .thenApply(TestService::view);
            case CallRequest.SetConsumer set ->
                tell(new MediaCommand.SetConsumer(
                                set.callId(), set.endpointId(), set.consumerId(), set.paused(), set.spatialLayer()))
                        .thenApply(TestService::view);
            default -> throw new AssertionError("Not asked of the media service: " + request);
        };
    }

    private static SentLine line(PublishedLine line) {
        boolean sound = line.source() == TrackSource.MICROPHONE;
        return new SentLine(line.mid(), sound ? "audio" : "video", line.paused(), sound);
    }

    private static CallReply view(MediaReply reply) {
        return switch (reply) {
            case MediaReply.Room(var capabilities) -> new CallReply.RoomOpened(capabilities);
            case MediaReply.Transport(var id, var ice, var candidates, var dtls) ->
                new CallReply.TransportOpened(id, ice, candidates, dtls);
            case MediaReply.Ice(var ice) -> new CallReply.IceRestarted(ice);
            case MediaReply.Published(var answer, var producers) ->
                new CallReply.Published(
                        answer,
                        producers.stream()
                                .map(line -> new SentTrack(line.mid(), line.producerId()))
                                .toList());
            case MediaReply.Offered(var offer, var consumers) ->
                new CallReply.Offered(
                        offer,
                        consumers.stream()
                                .map(line -> new ReceivedTrack(
                                        line.mid(),
                                        line.consumerId(),
                                        line.producerId(),
                                        line.kind(),
                                        line.producerPaused()))
                                .toList());
            default -> new CallReply.Done();
        };
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
        process.destroyForcibly();
    }

    private final class Frames implements WebSocket.Listener {
        private final Consumer<MediaEvent> events;
        private final StringBuilder text = new StringBuilder();

        private Frames(Consumer<MediaEvent> events) {
            this.events = events;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                MediaFrame frame = json.readValue(text.toString(), MediaFrame.class);
                text.setLength(0);
                heard(frame);
            }
            from.request(1);
            return null;
        }

        private void heard(MediaFrame frame) {
            if (frame instanceof MediaFrame.Reply(long id, MediaReply reply)) {
                requireNonNull(asked.remove(id)).complete(reply);
            } else if (frame instanceof MediaFrame.Event(MediaEvent event)) {
                events.accept(event);
            }
        }
    }
}
