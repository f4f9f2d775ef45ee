package dev.chatcall.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chatcall.server.media.MediaSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaEnvironmentTest {
    private static final Path DATA = Path.of("data");
    private static final String COMMAND = "CHATCALL_MEDIA_COMMAND";
    private static final String URL = "CHATCALL_MEDIA_URL";

    private static MediaSettings read(String host, Map<String, String> variables) {
        return new MediaEnvironment(variables::get).read(host, DATA);
    }

    @Test
    void withoutAnythingSaysHowToGetOne() {
        assertThat(read("127.0.0.1", Map.of()))
                .isInstanceOfSatisfying(
                        MediaSettings.Off.class,
                        off -> assertThat(off.problem()).contains("./chatcall start"));
    }

    @Test
    void offIsStrongerThanTheRest() {
        assertThat(read("127.0.0.1", Map.of("CHATCALL_MEDIA", "off", COMMAND, "/media")))
                .isInstanceOf(MediaSettings.Off.class);
    }

    @Test
    void aServerForThisMachineHasAMediaServiceForThisMachine() {
        Path secret = DATA.resolve("media.secret");
        assertThat(read("127.0.0.1", Map.of(COMMAND, "/media")))
                .isEqualTo(new MediaSettings.Child(Path.of("/media"), secret, "127.0.0.1"));
        assertThat(read("0.0.0.0", Map.of(COMMAND, "/media")))
                .isEqualTo(new MediaSettings.Child(Path.of("/media"), secret, null));
        assertThat(read("127.0.0.1", Map.of(COMMAND, "/media", "CHATCALL_MEDIA_ANNOUNCED_ADDRESS", "192.0.2.1")))
                .isEqualTo(new MediaSettings.Child(Path.of("/media"), secret, "192.0.2.1"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://media:44380, ws://media:44380/control",
        "ws://media:44380, ws://media:44380/control",
        "https://media.example.org, wss://media.example.org/control"
    })
    void anotherMediaServiceIsNamedByItsUrl(String url, URI control) {
        assertThat(read("127.0.0.1", Map.of(URL, url, "CHATCALL_MEDIA_SECRET", "secret")))
                .isEqualTo(new MediaSettings.External(control, "secret"))
                .asString()
                .doesNotContain("secret");
    }

    @Test
    void itsSecretMayBeInAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "from a file\n");
        assertThat(read("127.0.0.1", Map.of(URL, "ws://media:1", "CHATCALL_MEDIA_SECRET_FILE", file.toString())))
                .isEqualTo(new MediaSettings.External(URI.create("ws://media:1/control"), "from a file"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"media:44380", "ftp://media", "not a url", "http://"})
    void whatIsNoUrlIsSaidToBeNone(String url) {
        assertThatThrownBy(() -> read("127.0.0.1", Map.of(URL, url, "CHATCALL_MEDIA_SECRET", "secret")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(URL);
    }

    @Test
    void withoutItsSecretTheServerDoesNotStart() {
        assertThatThrownBy(() -> read("127.0.0.1", Map.of(URL, "ws://media:1")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("CHATCALL_MEDIA_SECRET_FILE");
    }
}
