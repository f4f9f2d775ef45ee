package dev.chatcall.desktop.ui.people;

import dev.chatcall.desktop.client.ClientState;
import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.text.Texts;
import dev.chatcall.protocol.account.Person;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody or a conversation is called and looks like.
 *
 * @param id chooses the colour where there is no picture
 */
public record Face(UUID id, String name, @Nullable UUID avatarId) {
    public static Face of(Person person) {
        return new Face(person.id(), person.displayName(), person.avatarId());
    }

    /** A group by itself, a direct conversation by the other person. */
    public static Face of(ConversationView conversation, ClientState state, Texts texts) {
        UUID otherId = conversation.otherId();
        if (otherId == null) {
            String name = conversation.name();
            return new Face(conversation.id(), name == null ? "" : name, conversation.avatarId());
        }
        Optional<Person> other = state.person(otherId).get();
        return other.map(Face::of).orElseGet(() -> new Face(otherId, texts.t("system.someone"), null));
    }
}
