package dev.chatcall.desktop.testing;

import dev.chatcall.desktop.client.ChatClient;
import dev.chatcall.desktop.client.ConnectionState;
import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.client.Session;
import dev.chatcall.desktop.client.Timeline;
import dev.chatcall.desktop.client.TimelineEntry;
import dev.chatcall.desktop.core.CoreClient;
import dev.chatcall.desktop.core.Surroundings;
import dev.chatcall.desktop.core.TimeOrderedIds;
import dev.chatcall.desktop.file.JsonFile;
import dev.chatcall.desktop.file.LaterFile;
import dev.chatcall.desktop.json.Json;
import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.loop.ThreadLoop;
import dev.chatcall.desktop.media.MediaEngine;
import dev.chatcall.desktop.media.webrtc.TestEngines;
import dev.chatcall.desktop.preference.KeptPreferences;
import dev.chatcall.desktop.preference.Preferences;
import dev.chatcall.protocol.message.MessageBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The program without its screens, on a device of its own: what it kept is there at the next start. */
public final class TestDevice implements AutoCloseable {
    private final MemoryTokens tokens = new MemoryTokens();
    private final MemoryDevice storage = new MemoryDevice();
    private final Map<String, String> callMemory = new HashMap<>();
    private final String url;
    private final Function<Loop, MediaEngine> media;
    private final Path folder;
    private ThreadLoop loop;
    private CoreClient client;

    /** Started, and nobody is signed in; there is no media. */
    public TestDevice(String url) {
        this(url, TestEngines::without);
    }

    /** @param media what this device hears and sees with */
    public TestDevice(String url, Function<Loop, MediaEngine> media) {
        this.url = url;
        this.media = media;
        try {
            folder = Files.createTempDirectory("chatcall-desktop-device");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
    }

    /** Signed in as somebody who has an account, and live. */
    public static TestDevice of(TestServer server, TestPerson person) {
        return of(server.url(), person);
    }

    /** @param url the server's, or of what stands before it */
    public static TestDevice of(String url, TestPerson person) {
        TestDevice device = new TestDevice(url);
        Awaiting.done(device.client().session().signIn(person.username(), person.password()));
        device.awaitLive();
        return device;
    }

    /** As {@link #of(TestServer, TestPerson)}, with media. */
    public static TestDevice of(TestServer server, TestPerson person, Function<Loop, MediaEngine> media) {
        TestDevice device = new TestDevice(server.url(), media);
        Awaiting.done(device.client().session().signIn(person.username(), person.password()));
        return device.awaitLive();
    }

    public ChatClient client() {
        return client;
    }

    public MemoryDevice storage() {
        return storage;
    }

    public UUID accountId() {
        Session session = Awaiting.until(client.state().session(), held -> held instanceof Session.SignedIn);
        return ((Session.SignedIn) session).accountId();
    }

    public TestDevice awaitLive() {
        Awaiting.until(client.state().connection(), state -> state instanceof ConnectionState.Live);
        return this;
    }

    /** The conversation, once it is known. */
    public ConversationView conversation(UUID id) {
        return Awaiting.until(client.state().conversation(id), known -> known.isPresent())
                .orElseThrow();
    }

    /** The timeline, once it fulfils this. */
    public Timeline awaitTexts(UUID conversationId, List<String> texts) {
        return Awaiting.until(
                client.state().timeline(conversationId),
                timeline -> texts(timeline).equals(texts));
    }

    /** What people wrote, in the order in which it is shown. */
    public static List<String> texts(Timeline timeline) {
        return timeline.entries().stream()
                .map(TimelineEntry::body)
                .filter(body -> body instanceof MessageBody.Text)
                .map(body -> ((MessageBody.Text) body).text())
                .toList();
    }

    public void say(UUID conversationId, String text, UUID... mentions) {
        Awaiting.done(client.messages().sendText(conversationId, text, List.of(mentions)));
    }

    /** Ends the program in order, and starts it again. */
    public void restart() {
        Awaiting.done(client.stopped());
        loop.close();
        start();
    }

    /** Ends the program as a kill does, without a word, and starts it again. */
    public void killAndStart() {
        loop.close();
        start();
    }

    @Override
    public void close() {
        Awaiting.done(client.stopped());
        loop.close();
    }

    private void start() {
        loop = new ThreadLoop(Clock.systemUTC());
        JsonFile<KeptPreferences> file =
                new JsonFile<>(folder.resolve("preferences.json"), KeptPreferences.class, Json.mapper());
        client = CoreClient.create(new Surroundings(
                url,
                loop,
                storage,
                tokens,
                new Preferences(new LaterFile<>(file, loop.background())),
                new TimeOrderedIds(Clock.systemUTC()),
                "desktop/test",
                "Test device",
                new TestCallMemory(callMemory),
                () -> media.apply(loop)));
        client.start();
    }
}
