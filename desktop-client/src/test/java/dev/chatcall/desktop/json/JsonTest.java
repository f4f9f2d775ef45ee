package dev.chatcall.desktop.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.message.Message;
import dev.chatcall.protocol.message.MessageBody;
import dev.chatcall.protocol.message.MessagePage;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class JsonTest {
    private static final UUID ID = new UUID(1, 2);

    private final JsonMapper json = Json.ofServer();

    private static String message(String body) {
        return """
                {"conversationId":"%s","seq":7,"id":"%s","senderId":"%s","sentAt":1,"body":%s}
                """.formatted(ID, ID, ID, body);
    }

    @Test
    void aMessageOfAKindThatIsNotKnownKeepsItsPlaceAndDoesNotCostThePageThatItIsIn() {
        String page = "{\"messages\":[" + message("{\"type\":\"voice\",\"file\":{\"seconds\":3}}") + ","
                + message("{\"type\":\"text\",\"text\":\"hello\",\"mentions\":[]}") + "]}";
        assertThat(json.readValue(page, MessagePage.class).messages())
                .extracting(Message::body)
                .hasSize(2)
                .first()
                .isEqualTo(new MessageBody.Unknown());
    }

    @Test
    void whatIsKeptWithSuchAMessageIsReadAnewFromTheServerByAProgramThatMayKnowIt() {
        Message read = json.readValue(message("{\"type\":\"voice\"}"), Message.class);
        String kept = Json.mapper().writeValueAsString(read);
        assertThatThrownBy(() -> Json.mapper().readValue(kept, Message.class)).isInstanceOf(JacksonException.class);
    }

    @Test
    void anythingElseOfAnUnknownKindIsRefused() {
        assertThatThrownBy(() -> json.readValue("{\"type\":\"weather\"}", ServerMessage.class))
                .isInstanceOf(JacksonException.class);
    }
}
