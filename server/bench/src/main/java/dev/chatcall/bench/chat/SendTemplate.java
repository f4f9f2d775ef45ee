package dev.chatcall.bench.chat;

import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.message.MessageBody;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code message.send} into one conversation, encoded once from the protocol's record; each message has its number and
 * its id written over the places kept for them.
 */
final class SendTemplate {
    /** Stands before a message's number in its text. */
    static final String TEXT_BEGINS = "bench ";

    static final int NUMBER_DIGITS = 12;

    private static final String NO_NUMBER = "0".repeat(NUMBER_DIGITS);
    private static final UUID NO_ID = new UUID(0, 0);
    private static final HexFormat HEX = HexFormat.of();
    /** Makes the text 100 characters, an ordinary message's length. */
    private static final String WORDS =
            ": shall we meet at the station at half past five and walk from there? I bring bread.";

    private final byte[] frame;
    private final int requestNumber;
    private final int textNumber;
    private final int id;

    SendTemplate(UUID conversationId, JsonMapper json) {
        MessageBody body = new MessageBody.Text(TEXT_BEGINS + NO_NUMBER + WORDS, List.of());
        String text = json.writeValueAsString(new ClientMessage.SendMessage(NO_NUMBER, conversationId, NO_ID, body));
        this.frame = text.getBytes(StandardCharsets.UTF_8);
        this.requestNumber = text.indexOf('"' + NO_NUMBER + '"') + 1;
        this.textNumber = text.indexOf(TEXT_BEGINS + NO_NUMBER) + TEXT_BEGINS.length();
        this.id = text.indexOf(NO_ID.toString());
    }

    /**
     * The frame of one message; good until the next is asked for.
     *
     * @param number goes out as the {@code requestId} and in the text
     * @param millis the time for the UUIDv7
     * @param salt makes ids differ between runs on one server
     */
    byte[] frame(long number, long millis, int salt) {
        digits(number, requestNumber);
        digits(number, textNumber);
        String high = HEX.toHexDigits(millis << 16 | 0x7000 | salt & 0xFFF);
        String low = HEX.toHexDigits(0x8000_0000_0000_0000L | (long) (salt >>> 12 & 0x3FFF) << 48 | number);
        ascii(high, 0, 8, id);
        ascii(high, 8, 12, id + 9);
        ascii(high, 12, 16, id + 14);
        ascii(low, 0, 4, id + 19);
        ascii(low, 4, 16, id + 24);
        return frame;
    }

    private void digits(long number, int at) {
        long rest = number;
        for (int i = at + NUMBER_DIGITS - 1; i >= at; i--) {
            frame[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private void ascii(String text, int from, int to, int at) {
        for (int i = from; i < to; i++) {
            frame[at + i - from] = (byte) text.charAt(i);
        }
    }
}
