package dev.chatcall.desktop.bench;

import dev.chatcall.desktop.testing.TestPerson;
import dev.chatcall.desktop.testing.TestServer;
import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.message.MessageBody;
import java.util.List;
import java.util.UUID;

/**
 * A server with two people who wrote each other a lot.
 *
 * @param me who uses the program
 */
record Talk(TestServer server, TestPerson me, TestPerson other, UUID conversation) implements AutoCloseable {
    private static final int AT_ONCE = 200;
    /** Short and long, with what messages have in them: emoji, links, lists, code. */
    private static final List<String> TEXTS = List.of(
            "Yes",
            "Did you read the notes I sent yesterday? I am not sure about the second part.",
            "Twice \uD83D\uDE00",
            "I think **the cards** are ready. We could begin on Monday, or wait until the others are back from their journey"
                    + " and begin with all of them; what do you say?",
            "See https://example.org/notes/analytical-engine for the rest",
            "Ok \uD83D\uDC4D",
            "Things to do:\n- oil the wheels\n- punch the cards\n- ask Charles",
            "On my way",
            "Look:\n```\nfor (int card = 0; card < cards.length; card++) {\n    engine.turn(cards[card]);\n}\n```",
            "That is what I thought as well. It would be a pity to lose what we have by now, and it will not take long.");

    static Talk of(int messages) {
        TestServer server = TestServer.start();
        TestPerson me = server.register("ada");
        TestPerson other = server.register("grace");
        server.befriend(me, other);
        Talk talk = new Talk(server, me, other, me.direct(other.id()));
        talk.write(messages);
        return talk;
    }

    private void write(int messages) {
        for (int from = 0; from < messages; from += AT_ONCE) {
            // By turns of a few messages each, as people write.
            TestPerson writer = from / AT_ONCE % 2 == 0 ? me : other;
            String last = "";
            for (int at = from; at < Math.min(from + AT_ONCE, messages); at++) {
                UUID id = UUID.randomUUID();
                last = id.toString();
                MessageBody body = new MessageBody.Text((at + 1) + " " + TEXTS.get(at % TEXTS.size()), List.of());
                writer.socket().send(new ClientMessage.SendMessage(last, conversation, id, body));
            }
            String awaited = last;
            writer.socket()
                    .await(frame -> frame instanceof ServerMessage.MessageAccepted accepted
                            && accepted.id().toString().equals(awaited));
        }
    }

    @Override
    public void close() {
        me.close();
        other.close();
        server.close();
    }
}
