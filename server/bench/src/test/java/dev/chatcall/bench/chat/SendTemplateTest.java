package dev.chatcall.bench.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.message.MessageBody;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SendTemplateTest {
    private static final long MILLIS = 1_800_000_000_123L;

    private final JsonMapper json = JsonMapper.builder().build();
    private final UUID conversationId = UUID.randomUUID();
    private final SendTemplate template = new SendTemplate(conversationId, json);

    @Test
    void isWhatTheProtocolsRecordSays() {
        ClientMessage.SendMessage message = read(template.frame(123_456_789_012L, MILLIS, 5));

        assertThat(message.requestId()).isEqualTo("123456789012");
        assertThat(message.conversationId()).isEqualTo(conversationId);
        assertThat(message.body()).isInstanceOfSatisfying(MessageBody.Text.class, body -> {
            assertThat(body.text()).startsWith("bench 123456789012: ").hasSizeBetween(95, 105);
            assertThat(body.mentions()).isEmpty();
        });
    }

    @Test
    void leavesNothingOfTheMessageBefore() {
        template.frame(999_999_999_999L, MILLIS, -1);
        ClientMessage.SendMessage message = read(template.frame(1, MILLIS, 0));

        assertThat(message.requestId()).isEqualTo("000000000001");
        assertThat(message.id()).isEqualTo(UUID.fromString("01a3185c-507b-7000-8000-000000000001"));
    }

    @Test
    void makesIdsOfTheSeventhVersionThatDiffer() {
        Set<UUID> ids = new HashSet<>();
        for (int salt = 0; salt < 3; salt++) {
            for (long number = 0; number < 100; number++) {
                UUID id =
                        read(template.frame(number, MILLIS, salt << 12 | salt)).id();
                assertThat(id.version()).isEqualTo(7);
                assertThat(id.variant()).isEqualTo(2);
                assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(MILLIS);
                ids.add(id);
            }
        }

        assertThat(ids).hasSize(300);
    }

    private ClientMessage.SendMessage read(byte[] frame) {
        return (ClientMessage.SendMessage) json.readValue(frame, ClientMessage.class);
    }
}
