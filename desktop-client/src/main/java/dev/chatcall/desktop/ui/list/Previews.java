package dev.chatcall.desktop.ui.list;

import dev.chatcall.desktop.client.ClientState;
import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.client.Session;
import dev.chatcall.desktop.client.TimelineEntry;
import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.conversation.markdown.PlainText;
import dev.chatcall.desktop.ui.conversation.rows.SystemTexts;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.conversation.ConversationKind;
import dev.chatcall.protocol.message.MessageBody;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says in one line what there is of a conversation: who types, what one began to write, or the last message. */
final class Previews {
    private final ClientState state;
    private final Texts texts;

    Previews(ClientState state, Texts texts) {
        this.state = state;
        this.texts = texts;
    }

    /** @param current it is the open one, where the draft stands in the composer */
    Preview of(ConversationView conversation, boolean current) {
        List<UUID> typing = state.typing(conversation.id()).get();
        if (!typing.isEmpty()) {
            return new Preview.Typing(typingText(conversation, typing.getFirst()));
        }
        String draft = state.draft(conversation.id()).get();
        if (!draft.isBlank() && !current) {
            return new Preview.Draft(texts.t("list.draft"), PlainText.of(draft));
        }
        TimelineEntry last = conversation.last();
        return last == null ? new Preview.Quiet(texts.t("list.noMessages")) : ofLast(conversation, last);
    }

    private String typingText(ConversationView conversation, UUID typist) {
        Optional<Person> person = state.person(typist).get();
        return conversation.kind() == ConversationKind.DIRECT || person.isEmpty()
                ? texts.t("list.typing")
                : texts.t("list.typingWho", Map.of("name", person.get().displayName()));
    }

    private Preview ofLast(ConversationView conversation, TimelineEntry last) {
        UUID me = me();
        String system = new SystemTexts(texts, me, this::nameOf).of(last.senderId(), last.body());
        if (system != null || !(last.body() instanceof MessageBody.Text(String words, var mentions))) {
            return new Preview.Quiet(system == null ? texts.t("message.unknown") : system);
        }
        String text = PlainText.of(words);
        if (conversation.kind() == ConversationKind.DIRECT) {
            return new Preview.Words(last.delivery(), text);
        }
        String name = last.senderId().equals(me) ? texts.t("list.you") : writer(last.senderId());
        return new Preview.Words(last.delivery(), texts.t("list.writerPreview", Map.of("name", name, "text", text)));
    }

    private String writer(UUID id) {
        String name = nameOf(id);
        return name == null ? texts.t("system.someone") : name;
    }

    private @Nullable String nameOf(UUID id) {
        return state.person(id).get().map(Person::displayName).orElse(null);
    }

    private @Nullable UUID me() {
        return state.session().get() instanceof Session.SignedIn(UUID id) ? id : null;
    }
}
