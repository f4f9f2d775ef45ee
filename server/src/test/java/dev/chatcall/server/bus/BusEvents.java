package dev.chatcall.server.bus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.message.Message;
import dev.chatcall.protocol.message.MessageBody;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Examples of what travels on the bus. */
final class BusEvents {
    private static final UUID ONE = new UUID(1, 1);
    private static final UUID TWO = new UUID(2, 2);

    private BusEvents() {}

    /** One of each kind; fails where a kind was forgotten here. */
    static List<BusEvent> oneOfEach() {
        Message message =
                new Message(ONE, new UUID(7, 7), 3, 4, TWO, 5, new MessageBody.Text("„hé” 👋\n", List.of(TWO)));
        List<BusEvent> events = List.of(
                new BusEvent.ToConversation(
                        ONE,
                        new ServerMessage.NewMessage(message),
                        TWO,
                        Map.of(TWO, new ServerMessage.ReceiptsMoved(ONE, 4, List.of())),
                        true),
                new BusEvent.ToAccount(ONE, new ServerMessage.ConversationRemoved(TWO)),
                new BusEvent.ToEndpoints(
                        List.of(new Endpoint(ONE, TWO)), new ServerMessage.ConversationRemoved(TWO), true),
                new BusEvent.MemberJoined(ONE, TWO),
                new BusEvent.MemberLeft(ONE, TWO),
                new BusEvent.AccountTouched(ONE),
                new BusEvent.PersonTouched(ONE),
                new BusEvent.RelationChanged(ONE, TWO),
                new BusEvent.PresenceTouched(ONE),
                new BusEvent.SessionEnded(ONE));
        assertThat(events).extracting(event -> (Object) event.getClass()).containsExactlyInAnyOrder((Object[])
                BusEvent.class.getPermittedSubclasses());
        return events;
    }
}
