package dev.chatcall.desktop.ui.details;

import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.conversation.Role;
import java.util.Map;
import java.util.Optional;

/** Asks before what changes a group for good. */
final class GroupQuestions {
    private final Screens screens;

    GroupQuestions(Screens screens) {
        this.screens = screens;
    }

    void remove(ConversationView group, Person person) {
        screens.dialogs()
                .ask(
                        screens.texts().t("details.removeMemberTitle", Map.of("name", person.displayName())),
                        screens.t("details.removeMemberText"),
                        screens.t("action.remove"),
                        true,
                        () -> screens.client().conversations().removeMember(group.id(), person.id()));
    }

    void leave(ConversationView group) {
        String name = Optional.ofNullable(group.name()).orElse("");
        screens.dialogs()
                .ask(
                        screens.texts().t("details.leaveTitle", Map.of("name", name)),
                        screens.t(isLastOwner(group) ? "details.leaveLastOwner" : "details.leaveText"),
                        screens.t("details.leave"),
                        true,
                        () -> screens.client()
                                .conversations()
                                .leave(group.id())
                                .thenRunAsync(() -> screens.navigation().go(new Place.Chats()), screens.fx()));
    }

    /** Whether nobody could manage the group any more: somebody else has to be made owner first. */
    static boolean isLastOwner(ConversationView group) {
        long owners = group.members().stream()
                .filter(member -> member.role() == Role.OWNER)
                .count();
        return group.myRole() == Role.OWNER && owners == 1 && group.members().size() > 1;
    }
}
