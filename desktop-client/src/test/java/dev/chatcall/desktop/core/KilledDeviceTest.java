package dev.chatcall.desktop.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.client.ConnectionState;
import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.client.Session;
import dev.chatcall.desktop.testing.Awaiting;
import dev.chatcall.desktop.testing.KeptDesk;
import dev.chatcall.desktop.testing.TestDevice;
import dev.chatcall.desktop.testing.TestPerson;
import dev.chatcall.desktop.testing.TestServer;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program with its files: it starts without a network, is killed in the middle of it, and loses nothing. */
@Tag("machine")
class KilledDeviceTest {
    /** Nobody listens there. */
    private static final String NOWHERE = "http://127.0.0.1:1";

    private final TestServer server = TestServer.shared();

    @TempDir
    private Path folder;

    @Test
    void startsOfflineWithTheLastStateAndSendsWhatWasWrittenBeforeItWasKilled() throws Exception {
        TestPerson anna = server.register("anna");
        TestPerson ben = server.register("ben");
        server.befriend(anna, ben);
        UUID talk = anna.direct(ben.id());
        ben.say(talk, "hello");
        try (KeptDesk desk = KeptDesk.start(folder, server.url(), null)) {
            Awaiting.done(desk.client().session().signIn(anna.username(), anna.password()));
            awaitConversation(desk, talk);
            Awaiting.until(desk.client().state().connection(), state -> state instanceof ConnectionState.Live);
        }
        writeOfflineAndKill(anna.id(), talk, List.of("one", "two", "three"));
        assertThat(anna.texts(talk)).containsExactly("hello");
        try (KeptDesk desk = KeptDesk.start(folder, server.url(), anna.id())) {
            ben.hears(talk, "three");
            Awaiting.until(desk.client().state().outbox(), outbox -> outbox.unsent() == 0);
            assertThat(ben.texts(talk)).containsExactly("hello", "one", "two", "three");
        }
    }

    private static ConversationView awaitConversation(KeptDesk desk, UUID talk) {
        return Awaiting.until(desk.client().state().conversation(talk), Optional::isPresent)
                .orElseThrow();
    }

    /** A program of its own says what it shows and what it has kept, and is killed after the last word. */
    private void writeOfflineAndKill(UUID account, UUID talk, List<String> texts) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                KilledDeviceTest.class.getName(),
                folder.toString(),
                account.toString(),
                talk.toString());
        builder.command().addAll(texts);
        Process program = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader said = program.inputReader()) {
            assertThat(said.readLine()).isEqualTo("shows [hello]");
            for (String text : texts) {
                assertThat(said.readLine()).isEqualTo("kept " + text);
            }
            program.toHandle().destroyForcibly();
            assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            program.destroyForcibly();
        }
    }

    static void main(String[] arguments) {
        List<String> all = List.of(arguments);
        UUID account = UUID.fromString(all.get(1));
        UUID talk = UUID.fromString(all.get(2));
        KeptDesk desk = KeptDesk.start(Path.of(all.getFirst()), NOWHERE, account);
        Awaiting.until(desk.client().state().session(), new Session.SignedIn(account)::equals);
        awaitConversation(desk, talk);
        desk.client().messages().open(talk);
        List<String> shown = TestDevice.texts(Awaiting.until(
                desk.client().state().timeline(talk),
                timeline -> !timeline.entries().isEmpty()));
        System.out.println("shows " + shown);
        for (String text : all.subList(3, all.size())) {
            Awaiting.done(desk.client().messages().sendText(talk, text, List.of()));
            System.out.println("kept " + text);
        }
        // Until it is killed: the loop's thread alone would not keep it.
        Awaiting.until(desk.client().state().outbox(), outbox -> outbox.unsent() < 0);
    }
}
