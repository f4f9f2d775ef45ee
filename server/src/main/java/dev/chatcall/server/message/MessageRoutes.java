package dev.chatcall.server.message;

import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.message.MessagePage;
import dev.chatcall.server.http.Api;
import dev.chatcall.server.http.Call;
import dev.chatcall.server.http.Routes;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Reading back through a conversation. */
public final class MessageRoutes implements Routes {
    private static final int USUAL_PAGE = 50;

    private final MessageService messages;
    private final BiConsumer<UUID, UUID> requireMember;

    /** @param requireMember refuses unless the conversation (first) has the account (second) as a member */
    public MessageRoutes(MessageService messages, BiConsumer<UUID, UUID> requireMember) {
        this.messages = messages;
        this.requireMember = requireMember;
    }

    @Override
    public void declare(Api api) {
        api.get("/api/conversations/{conversationId}/messages", "A page of history, the newest if no place is named")
                .query("before", "The page before this seq")
                .query("after", "The page after this seq")
                .query("around", "A page with this seq in its middle")
                .query("limit", "At most so many messages, 1 to " + Limits.PAGE_MAX)
                .refuses(ErrorCode.CONVERSATION_NOT_FOUND)
                .answers(MessagePage.class, this::page);
    }

    private MessagePage page(Call<?> call) {
        UUID conversationId = call.pathId("conversationId");
        requireMember.accept(conversationId, call.caller().accountId());
        Long limit = call.queryNumber("limit");
        int most = limit == null ? USUAL_PAGE : (int) Math.clamp(limit, 1, Limits.PAGE_MAX);
        Long around = call.queryNumber("around");
        if (around != null) {
            return messages.around(conversationId, around, most);
        }
        Long after = call.queryNumber("after");
        if (after != null) {
            return messages.after(conversationId, after, most);
        }
        Long before = call.queryNumber("before");
        return messages.before(conversationId, before == null ? Long.MAX_VALUE : before, most);
    }
}
