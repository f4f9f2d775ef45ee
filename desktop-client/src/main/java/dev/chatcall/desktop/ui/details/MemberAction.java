package dev.chatcall.desktop.ui.details;

import dev.chatcall.protocol.conversation.Role;
import java.util.ArrayList;
import java.util.List;

/** What one may do about another member: owners change roles and remove anybody, admins remove members. */
enum MemberAction {
    MAKE_OWNER,
    MAKE_ADMIN,
    MAKE_MEMBER,
    REMOVE;

    /** What is offered; the server decides in the end. */
    static List<MemberAction> offered(Role mine, Role theirs, boolean self) {
        if (self || mine == Role.MEMBER) {
            return List.of();
        }
        List<MemberAction> offered = new ArrayList<>();
        if (mine == Role.OWNER) {
            if (theirs != Role.OWNER) {
                offered.add(MAKE_OWNER);
            }
            if (theirs != Role.ADMIN) {
                offered.add(MAKE_ADMIN);
            }
            if (theirs != Role.MEMBER) {
                offered.add(MAKE_MEMBER);
            }
        }
        if (mine == Role.OWNER || theirs == Role.MEMBER) {
            offered.add(REMOVE);
        }
        return List.copyOf(offered);
    }
}
