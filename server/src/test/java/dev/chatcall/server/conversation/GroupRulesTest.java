package dev.chatcall.server.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.conversation.Role;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.message.MessageBody;
import dev.chatcall.server.error.ServiceException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GroupRulesTest {
    private final UUID owner = UUID.randomUUID();
    private final UUID admin = UUID.randomUUID();
    private final UUID member = UUID.randomUUID();
    private final UUID stranger = UUID.randomUUID();
    private final Group group = new Group(
            UUID.randomUUID(), "Group", null, Map.of(owner, Role.OWNER, admin, Role.ADMIN, member, Role.MEMBER));

    @Test
    void ownersAndAdminsRename() {
        GroupChange rename = new GroupChange.Rename("New name");
        assertThat(edit(owner, rename).name()).isEqualTo("New name");
        assertThat(edit(admin, rename).body()).isEqualTo(new MessageBody.GroupRenamed("New name"));
        refused(member, rename, ErrorCode.CONVERSATION_FORBIDDEN);
    }

    @Test
    void aStrangerIsToldThatThereIsNothing() {
        for (GroupChange change : Set.of(
                new GroupChange.Rename("mine"),
                new GroupChange.AddMembers(Set.of(stranger)),
                new GroupChange.RemoveMember(stranger),
                new GroupChange.ChangeRole(stranger, Role.OWNER))) {
            refused(stranger, change, ErrorCode.CONVERSATION_NOT_FOUND);
        }
    }

    @Test
    void theSameNameAgainChangesNothing() {
        assertThat(GroupRules.apply(group, owner, new GroupChange.Rename("Group")))
                .isEmpty();
    }

    @Test
    void anyMemberAddsAndMembersAreNotAddedTwice() {
        GroupEdit edit = edit(member, new GroupChange.AddMembers(Set.of(stranger, admin)));
        assertThat(edit.roles()).isEqualTo(Map.of(stranger, Role.MEMBER));
        assertThat(GroupRules.apply(group, member, new GroupChange.AddMembers(Set.of(admin))))
                .isEmpty();
    }

    @Test
    void aFullGroupTakesNobody() {
        Map<UUID, Role> members = new HashMap<>(Map.of(owner, Role.OWNER));
        while (members.size() < Limits.GROUP_MEMBERS_MAX) {
            members.put(UUID.randomUUID(), Role.MEMBER);
        }
        Group full = new Group(group.id(), "Full", null, members);
        assertThatThrownBy(() -> GroupRules.apply(full, owner, new GroupChange.AddMembers(Set.of(stranger))))
                .isInstanceOfSatisfying(
                        ServiceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONVERSATION_FULL));
    }

    @Test
    void ownersRemoveAnybodyAndAdminsOnlyMembers() {
        assertThat(edit(owner, new GroupChange.RemoveMember(admin)).gone()).containsExactly(admin);
        assertThat(edit(admin, new GroupChange.RemoveMember(member)).gone()).containsExactly(member);
        refused(admin, new GroupChange.RemoveMember(owner), ErrorCode.CONVERSATION_FORBIDDEN);
        refused(member, new GroupChange.RemoveMember(admin), ErrorCode.CONVERSATION_FORBIDDEN);
        refused(owner, new GroupChange.RemoveMember(stranger), ErrorCode.MEMBER_NOT_FOUND);
    }

    @Test
    void anybodyLeavesButTheLastOwnerOfOthers() {
        assertThat(edit(member, new GroupChange.RemoveMember(member)).body()).isEqualTo(new MessageBody.MemberLeft());
        refused(owner, new GroupChange.RemoveMember(owner), ErrorCode.CONVERSATION_LAST_OWNER);
        Group alone = new Group(group.id(), "Alone", null, Map.of(owner, Role.OWNER));
        assertThat(GroupRules.apply(alone, owner, new GroupChange.RemoveMember(owner)))
                .isPresent();
    }

    @Test
    void onlyOwnersChangeRolesAndOneOwnerStays() {
        assertThat(edit(owner, new GroupChange.ChangeRole(member, Role.OWNER)).roles())
                .isEqualTo(Map.of(member, Role.OWNER));
        refused(admin, new GroupChange.ChangeRole(member, Role.ADMIN), ErrorCode.CONVERSATION_FORBIDDEN);
        refused(owner, new GroupChange.ChangeRole(owner, Role.MEMBER), ErrorCode.CONVERSATION_LAST_OWNER);
        assertThat(GroupRules.apply(group, owner, new GroupChange.ChangeRole(member, Role.MEMBER)))
                .isEmpty();
    }

    private GroupEdit edit(UUID actor, GroupChange change) {
        Optional<GroupEdit> edit = GroupRules.apply(group, actor, change);
        assertThat(edit).isPresent();
        return edit.orElseThrow();
    }

    private void refused(UUID actor, GroupChange change, ErrorCode code) {
        assertThatThrownBy(() -> GroupRules.apply(group, actor, change))
                .isInstanceOfSatisfying(
                        ServiceException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
