package dev.chatcall.desktop.core;

import dev.chatcall.desktop.client.MessageActions;
import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.message.MessageBody;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What is done with messages and on the way to them. */
record CoreMessages(OnLoop loop, Workspace workspace) implements MessageActions {

    @Override
    public CompletableFuture<Void> sendText(UUID conversationId, String text, List<UUID> mentions) {
        List<UUID> named = mentions.stream().limit(Limits.MENTIONS_MAX).toList();
        return loop.act(() -> workspace.send(conversationId, new MessageBody.Text(text, named)));
    }

    @Override
    public CompletableFuture<Void> retry(UUID conversationId, UUID id) {
        return loop.act(() -> workspace.outbox().retry(conversationId, id));
    }

    @Override
    public CompletableFuture<Void> discard(UUID conversationId, UUID id) {
        return loop.act(() -> workspace.outbox().discard(conversationId, id));
    }

    @Override
    public void open(@Nullable UUID conversationId) {
        loop.tell(() -> workspace.history().open(conversationId));
    }

    @Override
    public CompletableFuture<Void> loadOlder(UUID conversationId) {
        return loop.act(() -> workspace.history().loadOlder(conversationId));
    }

    @Override
    public CompletableFuture<Void> loadNewer(UUID conversationId) {
        return loop.act(() -> workspace.history().loadNewer(conversationId));
    }

    @Override
    public CompletableFuture<Void> jumpTo(UUID conversationId, long seq) {
        return loop.act(() -> workspace.history().jumpTo(conversationId, seq));
    }

    @Override
    public CompletableFuture<Void> jumpToNewest(UUID conversationId) {
        return loop.act(() -> workspace.history().jumpToNewest(conversationId));
    }

    @Override
    public void markRead(UUID conversationId, long seq) {
        loop.tell(() -> workspace.receipts().read(conversationId, seq));
    }

    @Override
    public void setTyping(UUID conversationId, boolean typing) {
        loop.tell(() -> workspace.typing().set(conversationId, typing));
    }

    @Override
    public void setDraft(UUID conversationId, String text) {
        loop.tell(() -> workspace.drafts().set(conversationId, text));
    }

    @Override
    public void watchPresence(List<UUID> accountIds) {
        loop.tell(() -> workspace.presence().watch(accountIds));
    }

    @Override
    public void setInFront(boolean inFront) {
        loop.tell(() -> workspace.setInFront(inFront));
    }
}
