package dev.chatcall.server.conversation;

import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.conversation.Role;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.message.MessageBody;
import dev.chatcall.server.error.ServiceException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who may do what to a group, and what it comes to. Pure: knows no database. */
final class GroupRules {

    private GroupRules() {}

    /**
     * @return empty where there is nothing to do
     * @throws ServiceException where it is not permitted; to somebody outside as if there were no such conversation
     */
    static Optional<GroupEdit> apply(Group group, UUID actorId, GroupChange change) {
        Role role = group.members().get(actorId);
        if (role == null) {
            throw notFound();
        }
        return switch (change) {
            case GroupChange.Rename rename -> rename(group, role, rename);
            case GroupChange.ChangePicture picture -> picture(group, role, picture);
            case GroupChange.AddMembers add -> add(group, add);
            case GroupChange.RemoveMember remove ->
                remove.accountId().equals(actorId) ? leave(group, actorId, role) : remove(group, role, remove);
            case GroupChange.ChangeRole roleChange -> changeRole(group, role, roleChange);
        };
    }

    /** @throws ServiceException unless somebody with that role may rename the group and change its picture */
    static void requireMayDescribe(Optional<Role> role) {
        requireAdmin(role.orElseThrow(GroupRules::notFound));
    }

    private static Optional<GroupEdit> rename(Group group, Role role, GroupChange.Rename rename) {
        requireAdmin(role);
        if (rename.name().equals(group.name())) {
            return Optional.empty();
        }
        return Optional.of(new GroupEdit(
                new MessageBody.GroupRenamed(rename.name()), rename.name(), group.avatarId(), Map.of(), Set.of()));
    }

    private static Optional<GroupEdit> picture(Group group, Role role, GroupChange.ChangePicture picture) {
        requireAdmin(role);
        if (Objects.equals(picture.avatarId(), group.avatarId())) {
            return Optional.empty();
        }
        return Optional.of(new GroupEdit(
                new MessageBody.GroupPictureChanged(), group.name(), picture.avatarId(), Map.of(), Set.of()));
    }

    private static Optional<GroupEdit> add(Group group, GroupChange.AddMembers add) {
        Set<UUID> fresh = new TreeSet<>(add.accountIds());
        fresh.removeAll(group.members().keySet());
        if (fresh.isEmpty()) {
            return Optional.empty();
        }
        if (group.members().size() + fresh.size() > Limits.GROUP_MEMBERS_MAX) {
            throw new ServiceException(
                    ErrorCode.CONVERSATION_FULL, "A group has at most " + Limits.GROUP_MEMBERS_MAX + " members");
        }
        Map<UUID, Role> roles = fresh.stream().collect(Collectors.toMap(Function.identity(), id -> Role.MEMBER));
        return Optional.of(new GroupEdit(
                new MessageBody.MembersAdded(List.copyOf(fresh)), group.name(), group.avatarId(), roles, Set.of()));
    }

    private static Optional<GroupEdit> leave(Group group, UUID actorId, Role role) {
        boolean lastOwner = role == Role.OWNER && group.owners() == 1;
        if (lastOwner && group.members().size() > 1) {
            throw new ServiceException(
                    ErrorCode.CONVERSATION_LAST_OWNER, "Somebody else must own the group before its last owner leaves");
        }
        return Optional.of(
                new GroupEdit(new MessageBody.MemberLeft(), group.name(), group.avatarId(), Map.of(), Set.of(actorId)));
    }

    private static Optional<GroupEdit> remove(Group group, Role role, GroupChange.RemoveMember remove) {
        requireAdmin(role);
        Role target = memberRole(group, remove.accountId());
        if (role != Role.OWNER && target != Role.MEMBER) {
            throw forbidden();
        }
        return Optional.of(new GroupEdit(
                new MessageBody.MemberRemoved(remove.accountId()),
                group.name(),
                group.avatarId(),
                Map.of(),
                Set.of(remove.accountId())));
    }

    private static Optional<GroupEdit> changeRole(Group group, Role role, GroupChange.ChangeRole change) {
        if (role != Role.OWNER) {
            throw forbidden();
        }
        Role before = memberRole(group, change.accountId());
        if (before == change.role()) {
            return Optional.empty();
        }
        if (before == Role.OWNER && group.owners() == 1) {
            throw new ServiceException(ErrorCode.CONVERSATION_LAST_OWNER, "A group keeps at least one owner");
        }
        return Optional.of(new GroupEdit(
                new MessageBody.RoleChanged(change.accountId(), change.role()),
                group.name(),
                group.avatarId(),
                Map.of(change.accountId(), change.role()),
                Set.of()));
    }

    private static Role memberRole(Group group, UUID accountId) {
        Role role = group.members().get(accountId);
        if (role == null) {
            throw new ServiceException(ErrorCode.MEMBER_NOT_FOUND, "That person is not a member");
        }
        return role;
    }

    private static void requireAdmin(Role role) {
        if (role == Role.MEMBER) {
            throw forbidden();
        }
    }

    private static ServiceException notFound() {
        return new ServiceException(ErrorCode.CONVERSATION_NOT_FOUND, "The asker takes no part in it");
    }

    private static ServiceException forbidden() {
        return new ServiceException(ErrorCode.CONVERSATION_FORBIDDEN, "The asker's role does not allow it");
    }
}
