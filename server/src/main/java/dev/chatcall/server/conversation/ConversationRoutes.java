package dev.chatcall.server.conversation;

import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.conversation.AddMembers;
import dev.chatcall.protocol.conversation.ChangeRole;
import dev.chatcall.protocol.conversation.ConversationPreferences;
import dev.chatcall.protocol.conversation.ConversationState;
import dev.chatcall.protocol.conversation.CreateDirect;
import dev.chatcall.protocol.conversation.CreateGroup;
import dev.chatcall.protocol.conversation.RenameGroup;
import dev.chatcall.protocol.conversation.SetPreferences;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.http.Api;
import dev.chatcall.server.http.Call;
import dev.chatcall.server.http.Routes;
import dev.chatcall.server.person.AvatarService;
import dev.chatcall.server.sync.SyncService;
import java.util.HashSet;
import java.util.UUID;

/** Opening conversations, and what can be done to a group. */
public final class ConversationRoutes implements Routes {
    private static final String CONVERSATION = "/api/conversations/{conversationId}";
    private static final String MEMBER = CONVERSATION + "/members/{accountId}";

    private static final ErrorCode[] GROUP_REFUSALS = {
        ErrorCode.CONVERSATION_NOT_FOUND, ErrorCode.CONVERSATION_NOT_GROUP, ErrorCode.CONVERSATION_FORBIDDEN
    };

    private final ConversationService conversations;
    private final SyncService sync;
    private final AvatarService avatars;

    public ConversationRoutes(ConversationService conversations, SyncService sync, AvatarService avatars) {
        this.conversations = conversations;
        this.sync = sync;
        this.avatars = avatars;
    }

    @Override
    public void declare(Api api) {
        declareOpening(api);
        declareGroup(api);
        declareMembers(api);
    }

    private void declareOpening(Api api) {
        api.post("/api/conversations/direct", "Open the conversation with a contact")
                .body(CreateDirect.class)
                .refuses(ErrorCode.CONTACT_REQUIRED, ErrorCode.CONTACT_SELF, ErrorCode.CONVERSATION_LIMIT)
                .answers(ConversationState.class, call -> {
                    UUID me = call.caller().accountId();
                    return sync.whole(
                            me, conversations.openDirect(me, call.body().accountId()));
                });
        api.post("/api/conversations/groups", "Make a group")
                .body(CreateGroup.class)
                .refuses(ErrorCode.CONTACT_REQUIRED, ErrorCode.CONVERSATION_LIMIT)
                .status(201)
                .answers(ConversationState.class, call -> {
                    UUID me = call.caller().accountId();
                    conversations.createGroup(me, call.body());
                    return sync.whole(me, call.body().id());
                });
        api.get(CONVERSATION, "A conversation, its participants and last message")
                .refuses(ErrorCode.CONVERSATION_NOT_FOUND)
                .answers(ConversationState.class, call -> sync.whole(me(call), conversation(call)));
        api.put(CONVERSATION + "/preferences", "Mute or pin a conversation for oneself")
                .body(SetPreferences.class)
                .refuses(ErrorCode.CONVERSATION_NOT_FOUND)
                .answers(ConversationPreferences.class, call -> {
                    var preferences = new ConversationPreferences(
                            conversation(call), call.body().muted(), call.body().pinned());
                    conversations.setPreferences(me(call), preferences);
                    return preferences;
                });
    }

    private void declareGroup(Api api) {
        api.patch(CONVERSATION, "Rename a group")
                .body(RenameGroup.class)
                .refuses(GROUP_REFUSALS)
                .answersNothing(call -> conversations.rename(
                        me(call), conversation(call), call.body().name()));
        api.put(CONVERSATION + "/avatar", "Give a group a picture")
                .bytes(Limits.AVATAR_BYTES_MAX)
                .refuses(GROUP_REFUSALS)
                .refuses(ErrorCode.AVATAR_UNREADABLE)
                .answersNothing(call -> {
                    conversations.requireMayDescribe(conversation(call), me(call));
                    conversations.changePicture(me(call), conversation(call), avatars.store(call.body()));
                });
        api.delete(CONVERSATION + "/avatar", "Take a group's picture away")
                .refuses(GROUP_REFUSALS)
                .answersNothing(call -> conversations.changePicture(me(call), conversation(call), null));
    }

    private void declareMembers(Api api) {
        api.post(CONVERSATION + "/members", "Add contacts to a group")
                .body(AddMembers.class)
                .refuses(GROUP_REFUSALS)
                .refuses(ErrorCode.CONTACT_REQUIRED, ErrorCode.CONVERSATION_FULL, ErrorCode.CONVERSATION_LIMIT)
                .answersNothing(call -> conversations.addMembers(
                        me(call), conversation(call), new HashSet<>(call.body().accountIds())));
        api.delete(MEMBER, "Remove a member from a group, or leave it")
                .refuses(GROUP_REFUSALS)
                .refuses(ErrorCode.MEMBER_NOT_FOUND, ErrorCode.CONVERSATION_LAST_OWNER)
                .answersNothing(
                        call -> conversations.removeMember(me(call), conversation(call), call.pathId("accountId")));
        api.patch(MEMBER, "Change a member's role")
                .body(ChangeRole.class)
                .refuses(GROUP_REFUSALS)
                .refuses(ErrorCode.MEMBER_NOT_FOUND, ErrorCode.CONVERSATION_LAST_OWNER)
                .answersNothing(call -> conversations.changeRole(
                        me(call),
                        conversation(call),
                        call.pathId("accountId"),
                        call.body().role()));
    }

    private static UUID me(Call<?> call) {
        return call.caller().accountId();
    }

    private static UUID conversation(Call<?> call) {
        return call.pathId("conversationId");
    }
}
