package dev.chatcall.desktop.ui.details;

import static dev.chatcall.desktop.ui.details.MemberAction.MAKE_ADMIN;
import static dev.chatcall.desktop.ui.details.MemberAction.MAKE_MEMBER;
import static dev.chatcall.desktop.ui.details.MemberAction.MAKE_OWNER;
import static dev.chatcall.desktop.ui.details.MemberAction.REMOVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.protocol.conversation.Role;
import org.junit.jupiter.api.Test;

class MemberActionTest {
    @Test
    void ownersChangeRolesAndRemoveAnybody() {
        assertThat(MemberAction.offered(Role.OWNER, Role.MEMBER, false))
                .containsExactly(MAKE_OWNER, MAKE_ADMIN, REMOVE);
        assertThat(MemberAction.offered(Role.OWNER, Role.ADMIN, false))
                .containsExactly(MAKE_OWNER, MAKE_MEMBER, REMOVE);
        assertThat(MemberAction.offered(Role.OWNER, Role.OWNER, false))
                .containsExactly(MAKE_ADMIN, MAKE_MEMBER, REMOVE);
    }

    @Test
    void adminsRemoveMembersAndMembersNobody() {
        assertThat(MemberAction.offered(Role.ADMIN, Role.MEMBER, false)).containsExactly(REMOVE);
        assertThat(MemberAction.offered(Role.ADMIN, Role.OWNER, false)).isEmpty();
        assertThat(MemberAction.offered(Role.MEMBER, Role.MEMBER, false)).isEmpty();
        assertThat(MemberAction.offered(Role.OWNER, Role.OWNER, true))
                .as("oneself")
                .isEmpty();
    }
}
