package dev.chatcall.desktop.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.client.ConnectionState;
import dev.chatcall.desktop.ui.FxTest;
import dev.chatcall.desktop.ui.Samples;
import dev.chatcall.protocol.account.RegistrationMode;
import dev.chatcall.protocol.account.ServerInfo;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;

class NewerLineTest extends FxTest {
    private void open(String serverVersion) {
        Samples.signIn(client, Samples.person("ada", "Ada Lovelace"));
        ServerInfo info = new ServerInfo("Home", serverVersion, 1, RegistrationMode.OPEN, false, false);
        client.answer("serverInfo", args -> CompletableFuture.completedFuture(info));
        client.state.connection.set(new ConnectionState.Live());
        show(screens -> new NewerLine(screens, "0.9.0"));
        settle();
    }

    private String sentence(String serverVersion) {
        return texts.t("desktop.newer", Map.of("server", serverVersion, "own", "0.9.0"));
    }

    @Test
    void aNewerServerIsSaidOnceAndCanBePutAway() {
        open("0.10.0");
        until(() -> says(sentence("0.10.0")));
        screenshot("newer");
        Button close = named(texts.t("action.close"), Button.class);
        clickOn(close);
        until(() -> !says(sentence("0.10.0")));
        client.state.connection.set(new ConnectionState.Connecting());
        client.state.connection.set(new ConnectionState.Live());
        settle();
        assertThat(says(sentence("0.10.0"))).isFalse();
    }

    @Test
    void aServerOfTheSameVersionIsNotWorthAWord() {
        open("0.9.0");
        assertThat(client.asked("serverInfo")).isNotEmpty();
        assertThat(says(sentence("0.9.0"))).isFalse();
    }
}
