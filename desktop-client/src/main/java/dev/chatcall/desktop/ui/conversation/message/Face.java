package dev.chatcall.desktop.ui.conversation.message;

import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.text.Texts;
import dev.chatcall.protocol.account.Person;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a conversation is called and how it looks: a group by itself, a direct one by the other person. */
public record Face(UUID id, String name, @Nullable UUID avatarId) {
    public static Face of(ConversationView conversation, Names names, Texts texts) {
        UUID other = conversation.otherId();
        if (other == null) {
            String name = conversation.name();
            return new Face(conversation.id(), name == null ? "" : name, conversation.avatarId());
        }
        Person person = names.of(other);
        return person == null
                ? new Face(other, texts.t("system.someone"), null)
                : new Face(other, person.displayName(), person.avatarId());
    }
}
