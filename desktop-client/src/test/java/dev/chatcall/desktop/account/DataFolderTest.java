package dev.chatcall.desktop.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DataFolderTest {
    private static final Path HOME = Path.of("/home/ann");

    @Test
    void isWhereTheSystemKeepsSuchThings() {
        assertThat(find("Linux", Map.of())).isEqualTo(Path.of("/home/ann/.local/share/chatcall"));
        assertThat(find("Linux", Map.of("XDG_DATA_HOME", "/data"))).isEqualTo(Path.of("/data/chatcall"));
        assertThat(find("Linux", Map.of("XDG_DATA_HOME", "relative")))
                .isEqualTo(Path.of("/home/ann/.local/share/chatcall"));
        assertThat(find("Mac OS X", Map.of())).isEqualTo(Path.of("/home/ann/Library/Application Support/ChatCall"));
        assertThat(find("Windows 11", Map.of("APPDATA", "/roaming"))).isEqualTo(Path.of("/roaming/ChatCall"));
        assertThat(find("Windows 11", Map.of())).isEqualTo(Path.of("/home/ann/AppData/Roaming/ChatCall"));
    }

    @Test
    void isWhereOneWishes() {
        Map<String, String> variable = Map.of(DataFolder.VARIABLE, "/elsewhere", "XDG_DATA_HOME", "/data");
        assertThat(find("Linux", variable)).isEqualTo(Path.of("/elsewhere"));
        assertThat(DataFolder.find(Path.of("/asked"), variable, "Linux", HOME).path())
                .isEqualTo(Path.of("/asked"));
        assertThat(find("Linux", Map.of(DataFolder.VARIABLE, " ")))
                .isEqualTo(Path.of("/home/ann/.local/share/chatcall"));
    }

    @Test
    void holdsServersApartAndInside() {
        DataFolder folder = new DataFolder(Path.of("/data"));
        List<String> servers = List.of(
                "https://chat.example.org",
                "https://chat.example.org:8443",
                "http://chat.example.org",
                "http://localhost:8080",
                "http://[::1]:8080",
                "https://chat.example.org/team",
                "https://chat.example.org/../../etc");
        assertThat(servers.stream().map(folder::server)).doesNotHaveDuplicates().allSatisfy(path -> {
            assertThat(path.normalize()).isEqualTo(path);
            assertThat(path.getParent()).isEqualTo(Path.of("/data/servers"));
            assertThat(path.getFileName().toString()).doesNotContain(":");
        });
        assertThat(folder.server("https://chat.example.org")).isEqualTo(folder.server("HTTPS://Chat.Example.org:443"));
        UUID account = new UUID(7, 1);
        assertThat(folder.account("https://chat.example.org", account))
                .isEqualTo(Path.of("/data/servers/chat.example.org_443/" + account));
    }

    private static Path find(String system, Map<String, String> environment) {
        return DataFolder.find(null, environment, system, HOME).path();
    }
}
