package dev.chatcall.desktop.preference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.client.DevicePreferences;
import dev.chatcall.desktop.client.DevicePreferences.Theme;
import dev.chatcall.desktop.file.JsonFile;
import dev.chatcall.desktop.file.LaterFile;
import dev.chatcall.desktop.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {
    @TempDir
    private Path folder;

    @Test
    void survivesTheEndOfTheProgram() {
        DevicePreferences chosen = new DevicePreferences(Theme.DARK, "ar", false, true, false, true, false, 1.25);
        open().set(chosen);
        assertThat(open().state().get()).isEqualTo(chosen);
    }

    @Test
    void beginsWithWhatMostPeopleWant() {
        assertThat(open().state().get()).isEqualTo(DevicePreferences.DEFAULTS);
    }

    @Test
    void takesWhatItUnderstandsOfAFileOfAnotherVersion() throws Exception {
        Files.writeString(
                folder.resolve("preferences.json"), "{\"theme\":\"sepia\",\"sound\":false,\"zoom\":99,\"smell\":true}");
        DevicePreferences kept = open().state().get();
        assertThat(kept.theme()).isEqualTo(Theme.SYSTEM);
        assertThat(kept.sound()).isFalse();
        assertThat(kept.zoom()).isEqualTo(3);
        assertThat(kept.enterSends()).isTrue();
    }

    private Preferences open() {
        JsonFile<KeptPreferences> file =
                new JsonFile<>(folder.resolve("preferences.json"), KeptPreferences.class, Json.mapper());
        return new Preferences(new LaterFile<>(file, Runnable::run));
    }
}
