package dev.chatcall.desktop.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.instance.Link.Target;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LinkTest {
    private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

    @Test
    void leadsToAConversationOrACall() {
        assertThat(Link.parse("chatcall://chat.example.org/c/" + ID))
                .hasValue(new Link("https://chat.example.org", Target.CONVERSATION, ID));
        assertThat(Link.parse("CHATCALL://Chat.Example.org:8443/call/" + ID))
                .hasValue(new Link("https://chat.example.org:8443", Target.CALL, ID));
    }

    @Test
    void isWithoutEncryptionOnThisMachineAlone() {
        for (String host : List.of("localhost:8080", "127.0.0.1:8080", "[::1]:8080")) {
            assertThat(Link.parse("chatcall://" + host + "/c/" + ID)
                            .orElseThrow()
                            .server())
                    .isEqualTo("http://" + host);
        }
        assertThat(Link.parse("chatcall://localhost.example.org/c/" + ID)
                        .orElseThrow()
                        .server())
                .startsWith("https://");
    }

    @Test
    void isWrittenAsItIsRead() {
        for (String text : List.of("chatcall://chat.example.org/c/" + ID, "chatcall://localhost:8080/call/" + ID)) {
            assertThat(Link.parse(text).orElseThrow().toString()).isEqualTo(text);
        }
    }

    @Test
    void everythingElseIsNone() {
        List<String> others = List.of(
                "",
                "--data",
                "https://chat.example.org/c/" + ID,
                "chatcall:" + ID,
                "chatcall:///c/" + ID,
                "chatcall://chat.example.org",
                "chatcall://chat.example.org/c/",
                "chatcall://chat.example.org/c/1-2-3-4-5",
                "chatcall://chat.example.org/x/" + ID,
                "chatcall://chat.example.org/c/" + ID + "/more",
                "chatcall://chat.example.org/c/" + ID + "?ring=all",
                "chatcall://chat.example.org/c/" + ID + "#now",
                "chatcall://ann@chat.example.org/c/" + ID,
                "chatcall://chat.example.org:99999/c/" + ID,
                "chatcall://chat example/c/" + ID,
                "chatcall://" + "a".repeat(400) + "/c/" + ID);
        assertThat(others).allSatisfy(text -> assertThat(Link.parse(text)).isEmpty());
    }
}
