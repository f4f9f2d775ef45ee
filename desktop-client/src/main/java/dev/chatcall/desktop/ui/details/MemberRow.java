package dev.chatcall.desktop.ui.details;

import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.Attempt;
import dev.chatcall.desktop.ui.form.MoreMenu;
import dev.chatcall.desktop.ui.form.Words;
import dev.chatcall.desktop.ui.icon.Icon;
import dev.chatcall.desktop.ui.people.PersonRow;
import dev.chatcall.desktop.ui.people.Row;
import dev.chatcall.protocol.conversation.Role;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A member of a group with their role and what one may do about them. */
final class MemberRow implements Row<DetailItem> {
    private final Screens screens;
    private final GroupQuestions questions;
    private final Supplier<ConversationView> group;
    private final HBox end = new HBox(4);
    private final PersonRow node;

    MemberRow(Screens screens, GroupQuestions questions, Supplier<ConversationView> group, DetailItem.Someone first) {
        this.screens = screens;
        this.questions = questions;
        this.group = group;
        end.setAlignment(Pos.CENTER_RIGHT);
        end.setMinWidth(Region.USE_PREF_SIZE);
        node = new PersonRow(screens, first.person()).with(end);
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void show(DetailItem item) {
        if (!(item instanceof DetailItem.Someone someone)) {
            return;
        }
        node.show(someone.person(), someone.self() ? screens.t("details.you") : null);
        end.getChildren().clear();
        if (someone.role() != Role.MEMBER) {
            String role = screens.t("details.role." + someone.role().wire());
            end.getChildren().add(Words.of(role, "member-role"));
            node.setAccessibleText(node.getAccessibleText() + ", " + role);
        }
        List<MemberAction> offered = MemberAction.offered(someone.mine(), someone.role(), someone.self());
        if (!offered.isEmpty()) {
            end.getChildren().add(menu(someone, offered));
        }
    }

    private MoreMenu menu(DetailItem.Someone someone, List<MemberAction> offered) {
        MoreMenu menu = new MoreMenu(screens.texts()
                .t("details.memberActions", Map.of("name", someone.person().displayName())));
        for (MemberAction action : offered) {
            switch (action) {
                case MAKE_OWNER -> addRole(menu, someone, "details.makeOwner", Icon.OWNER, Role.OWNER);
                case MAKE_ADMIN -> addRole(menu, someone, "details.makeAdmin", Icon.ADMINISTRATION, Role.ADMIN);
                case MAKE_MEMBER -> addRole(menu, someone, "details.makeMember", Icon.PROFILE, Role.MEMBER);
                case REMOVE ->
                    menu.add(
                            screens.t("details.removeMember"),
                            Icon.REMOVE_PERSON,
                            true,
                            () -> questions.remove(group.get(), someone.person()));
            }
        }
        return menu;
    }

    private void addRole(MoreMenu menu, DetailItem.Someone someone, String key, Icon icon, Role role) {
        menu.add(
                screens.t(key),
                icon,
                false,
                () -> Attempt.run(
                        screens,
                        screens.client()
                                .conversations()
                                .changeRole(group.get().id(), someone.person().id(), role)));
    }
}
