package dev.chatcall.desktop.speaking;

import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.protocol.ClientMessage;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Says that the person types, seldom enough. */
public final class TypingTeller {
    /** Others show it for six seconds; saying it again every three keeps it up. */
    private static final long SAY_EVERY_MS = 3_000;

    private final Loop loop;
    private final Predicate<ClientMessage> send;
    private @Nullable Said said;

    public TypingTeller(Loop loop, Predicate<ClientMessage> send) {
        this.loop = loop;
        this.send = send;
    }

    public void set(UUID conversationId, boolean typing) {
        long now = loop.now();
        Said before = said;
        if (before != null && !(before.isAt(conversationId) && typing)) {
            said = null;
            var _ = send.test(new ClientMessage.SetTyping(before.conversationId(), false));
        }
        boolean saidLately = before != null && before.isAt(conversationId) && now - before.at() < SAY_EVERY_MS;
        if (!typing || saidLately) {
            return;
        }
        if (send.test(new ClientMessage.SetTyping(conversationId, true))) {
            said = new Said(conversationId, now);
        }
    }

    /** A message went out: nobody needs to be told that typing is over. */
    public void sent(UUID conversationId) {
        if (said != null && said.isAt(conversationId)) {
            said = null;
        }
    }

    /** Where and when it was last said. */
    private record Said(UUID conversationId, long at) {
        boolean isAt(UUID other) {
            return conversationId.equals(other);
        }
    }
}
