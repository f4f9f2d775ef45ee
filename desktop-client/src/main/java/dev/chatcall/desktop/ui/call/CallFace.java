package dev.chatcall.desktop.ui.call;

import com.ibm.icu.text.ListFormatter;
import dev.chatcall.desktop.client.ClientState;
import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.client.Session;
import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallParticipant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a call is called: by its group, or by the other person; by its people while the conversation is not known yet.
 *
 * @param id of the group or the person, for the colour of the picture
 */
record CallFace(UUID id, String name, @Nullable UUID avatarId, boolean group) {

    static CallFace of(Screens screens, Call call) {
        return of(screens, call.conversationId(), peopleOf(call));
    }

    static CallFace of(Screens screens, UUID conversationId, List<UUID> people) {
        ClientState state = screens.client().state();
        Texts texts = screens.texts();
        Optional<ConversationView> conversation =
                state.conversation(conversationId).get();
        List<UUID> others =
                people.stream().filter(id -> !id.equals(myId(state))).toList();
        UUID other =
                conversation.isPresent() ? conversation.get().otherId() : others.size() == 1 ? others.getFirst() : null;
        if (other != null) {
            return new CallFace(other, nameOf(screens, other), avatarOf(state, other), false);
        }
        String name = conversation
                .map(ConversationView::name)
                .orElseGet(() -> ListFormatter.getInstance(texts.locale())
                        .format(others.stream().map(id -> nameOf(screens, id)).toList()));
        return new CallFace(
                conversationId,
                name,
                conversation.map(ConversationView::avatarId).orElse(null),
                true);
    }

    /** Everybody of a call. */
    static List<UUID> peopleOf(Call call) {
        return call.participants().stream().map(CallParticipant::accountId).toList();
    }

    static String nameOf(Screens screens, UUID accountId) {
        return screens.client()
                .state()
                .person(accountId)
                .get()
                .map(Person::displayName)
                .orElseGet(() -> screens.t("system.someone"));
    }

    static @Nullable UUID avatarOf(ClientState state, UUID accountId) {
        return state.person(accountId).get().map(Person::avatarId).orElse(null);
    }

    /** Oneself; null while nobody is signed in. */
    static @Nullable UUID myId(ClientState state) {
        return state.session().get() instanceof Session.SignedIn(UUID id) ? id : null;
    }
}
