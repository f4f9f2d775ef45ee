package dev.chatcall.server.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.media.MediaCommand;
import dev.chatcall.protocol.media.MediaEvent;
import dev.chatcall.protocol.media.MediaReply;
import dev.chatcall.server.error.ServiceException;
import dev.chatcall.server.json.Json;
import io.javalin.websocket.WsContext;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The client of the media service, with one that says what a test wants. */
@Timeout(60)
class MediaClientTest {
    private static final MediaCommand COMMAND = new MediaCommand.CloseRoom(UUID.randomUUID());
    private static final String LOST = "{\"type\":\"event\",\"event\":{\"type\":\"room.lost\",\"roomId\":\"%s\"}}";

    private final MediaNews news = new MediaNews();
    private FakeMedia fake;
    private MediaClient client;

    @BeforeEach
    void open() throws IOException {
        fake = FakeMedia.start();
        client = client(FakeMedia.SECRET);
    }

    @AfterEach
    void close() throws InterruptedException {
        client.close();
        fake.close();
    }

    private MediaClient client(String secret) throws IOException {
        MediaClient made =
                MediaClient.of(new MediaSettings.External(fake.url(), secret), Json.mapper(), new SecureRandom());
        made.listen(news);
        return made;
    }

    /** Started, and in touch. */
    private WsContext connected() throws InterruptedException {
        client.start();
        assertThat(news.next()).isEqualTo(MediaNews.AFRESH);
        return fake.connection();
    }

    private static ErrorCode refusal(CompletableFuture<MediaReply> answer) throws InterruptedException {
        try {
            throw new AssertionError("Answered by " + answer.get());
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(ServiceException.class);
            return ((ServiceException) e.getCause()).code();
        }
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void saysWhatTheServiceSaysOfItself() throws Exception {
        assertThat(client.status().available()).isFalse();
        connected();
        assertThat(client.status()).isEqualTo(new MediaStatus(true, null, "192.0.2.1", List.of(44_400, 44_401)));
    }

    @Test
    void handsAnswersToWhoAsked() throws Exception {
        List<String> asked = new java.util.concurrent.CopyOnWriteArrayList<>();
        fake.answer = (socket, frame) -> {
            asked.add(frame);
            if (asked.size() == 20) {
                asked.reversed()
                        .forEach(one -> socket.send("""
                                {"type":"reply","id":%d,"reply":{"type":"room","rtpCapabilities":"%s"}}""".formatted(
                                        FakeMedia.id(one), one.replaceFirst(".*\"roomId\":\"([^\"]*)\".*", "$1"))));
            }
        };
        connected();
        List<UUID> rooms = Stream.generate(UUID::randomUUID).limit(20).toList();
        List<CompletableFuture<MediaReply>> answers = rooms.stream()
                .map(room -> client.ask(new MediaCommand.OpenRoom(room)))
                .toList();
        for (int i = 0; i < rooms.size(); i++) {
            assertThat(answers.get(i).get())
                    .isEqualTo(new MediaReply.Room(rooms.get(i).toString()));
        }
    }

    @Test
    void turnsARefusalIntoAnError() throws Exception {
        fake.answer = (socket, frame) -> socket.send("""
                {"type":"reply","id":%d,"reply":{"type":"refused","code":"not_found","detail":"none"}}""".formatted(FakeMedia.id(frame)));
        connected();
        assertThat(refusal(client.ask(COMMAND))).isEqualTo(ErrorCode.CALL_MEDIA_REFUSED);
    }

    @Test
    void waitsFiveSecondsForAnAnswer() throws Exception {
        fake.answer = (socket, frame) -> {};
        connected();
        long asked = System.nanoTime();
        assertThat(refusal(client.ask(COMMAND))).isEqualTo(ErrorCode.CALL_MEDIA_UNAVAILABLE);
        assertThat(System.nanoTime() - asked).isBetween(4_900_000_000L, 8_000_000_000L);
        assertThat(client.status().available()).isTrue();
    }

    @Test
    void refusesAtOnceWhenNobodyIsThere() throws Exception {
        assertThat(refusal(client.ask(COMMAND))).isEqualTo(ErrorCode.CALL_MEDIA_UNAVAILABLE);
        fake.close();
        client.start();
        await(() -> String.valueOf(client.status().problem()).contains("does not run there"));
        assertThat(refusal(client.ask(COMMAND))).isEqualTo(ErrorCode.CALL_MEDIA_UNAVAILABLE);
    }

    @Test
    void saysThatTheSecretMayBeWrong() throws Exception {
        try (MediaClient stranger = client("another")) {
            stranger.start();
            await(() -> String.valueOf(stranger.status().problem()).contains("another secret"));
            assertThat(stranger.status().available()).isFalse();
        }
    }

    @Test
    void doesNotGoOnWithAnotherVersion() {
        fake.version = 2;
        client.start();
        await(() -> String.valueOf(client.status().problem()).contains("speaks version 2"));
        assertThat(client.status().available()).isFalse();
    }

    @Test
    void doesNotGoOnWithoutAWelcome() {
        fake.greeting = LOST.formatted(UUID.randomUUID());
        fake.answer = (socket, frame) -> {};
        client.start();
        await(() -> String.valueOf(client.status().problem()).contains("is no media service"));
    }

    static Stream<Arguments> breaches() {
        return Stream.of(
                Arguments.of("garbage", (Consumer<WsContext>) socket -> socket.send("}{")),
                Arguments.of("an unknown type", (Consumer<WsContext>) socket -> socket.send("{\"type\":\"x\"}")),
                Arguments.of("a command", (Consumer<WsContext>) socket -> socket.send("""
                        {"type":"command","id":1,"command":{"type":"room.open",\
                        "roomId":"0198c0de-0000-7000-8000-000000000501"}}""")),
                Arguments.of("a binary frame", (Consumer<WsContext>) FakeMedia::sendBinary),
                Arguments.of("a frame that is too large", (Consumer<WsContext>)
                        socket -> socket.send("\"" + "x".repeat(1_000_001) + "\"")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaches")
    void endsAConnectionThatBreaksTheProtocolAndMakesAnother(String what, Consumer<WsContext> breach) throws Exception {
        fake.answer = (socket, frame) -> breach.accept(socket);
        connected();
        assertThat(refusal(client.ask(COMMAND))).as(what).isEqualTo(ErrorCode.CALL_MEDIA_UNAVAILABLE);
        fake.connection();
        await(() -> client.status().available());
        assertThat(news.isEmpty()).as("the same service is not afresh").isTrue();
    }

    @Test
    void answersWhatWasAskedWhenTheConnectionIsLostAndTellsOfAnotherInstance() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        fake.answer = (socket, frame) -> asked.countDown();
        WsContext connection = connected();
        CompletableFuture<MediaReply> answer = client.ask(COMMAND);
        asked.await();
        fake.instanceId = UUID.randomUUID();
        connection.closeSession();

        assertThat(refusal(answer)).isEqualTo(ErrorCode.CALL_MEDIA_UNAVAILABLE);
        assertThat(news.next()).isEqualTo(MediaNews.AFRESH);
        assertThat(client.status().available()).isTrue();
    }

    @Test
    void tellsEventsInOrder() throws Exception {
        WsContext connection = connected();
        List<UUID> rooms =
                IntStream.range(0, 50).mapToObj(i -> UUID.randomUUID()).toList();
        rooms.forEach(room -> connection.send(LOST.formatted(room)));
        for (UUID room : rooms) {
            assertThat(news.next()).isEqualTo(new MediaEvent.RoomLost(room));
        }
    }

    @Test
    void survivesAListenerThatFails() throws Exception {
        CountDownLatch second = new CountDownLatch(2);
        client.listen(new MediaListener() {
            @Override
            public void happened(MediaEvent event) {
                second.countDown();
                throw new IllegalStateException("on purpose");
            }

            @Override
            public void startedAfresh() {}
        });
        client.start();
        WsContext connection = fake.connection();
        connection.send(LOST.formatted(UUID.randomUUID()));
        connection.send(LOST.formatted(UUID.randomUUID()));
        second.await();
    }

    @Test
    void withoutAServiceSaysWhy() throws Exception {
        try (MediaClient off = MediaClient.of(new MediaSettings.Off("It is off."), Json.mapper(), new SecureRandom())) {
            off.start();
            assertThat(off.status()).isEqualTo(new MediaStatus(false, "It is off.", null, List.of()));
            assertThatThrownBy(() -> off.ask(COMMAND).get()).hasCauseInstanceOf(ServiceException.class);
        }
    }
}
