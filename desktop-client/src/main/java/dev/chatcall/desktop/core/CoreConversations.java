package dev.chatcall.desktop.core;

import dev.chatcall.desktop.client.ConversationActions;
import dev.chatcall.desktop.http.Api;
import dev.chatcall.protocol.conversation.CreateGroup;
import dev.chatcall.protocol.conversation.Role;
import dev.chatcall.protocol.conversation.SetPreferences;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One request each; what became of it comes as a frame too. */
final class CoreConversations implements ConversationActions {
    private final OnLoop loop;
    private final Api api;
    private final Workspace workspace;
    private final Supplier<UUID> ids;
    /** A group whose making got no answer may exist: asked for once more, it keeps its id. */
    private @Nullable CreateGroup unanswered;

    CoreConversations(OnLoop loop, Api api, Workspace workspace, Supplier<UUID> ids) {
        this.loop = loop;
        this.api = api;
        this.workspace = workspace;
        this.ids = ids;
    }

    @Override
    public CompletableFuture<UUID> openDirect(UUID accountId) {
        return loop.ask(() -> api.createDirect(accountId).thenApply(workspace::told));
    }

    @Override
    public CompletableFuture<UUID> createGroup(String name, List<UUID> accountIds) {
        return loop.ask(() -> {
            CreateGroup before = unanswered;
            CreateGroup wish = before != null
                            && before.name().equals(name)
                            && before.accountIds().equals(accountIds)
                    ? before
                    : new CreateGroup(ids.get(), name, accountIds);
            unanswered = wish;
            return api.createGroup(wish).thenApply(made -> {
                unanswered = null;
                return workspace.told(made);
            });
        });
    }

    @Override
    public CompletableFuture<Void> rename(UUID id, String name) {
        return loop.act(() -> api.renameGroup(id, name));
    }

    @Override
    public CompletableFuture<Void> setPicture(UUID id, Optional<byte[]> picture) {
        return loop.act(() -> api.setPicture(id, picture));
    }

    @Override
    public CompletableFuture<Void> addMembers(UUID id, List<UUID> accountIds) {
        return loop.act(() -> api.addMembers(id, accountIds));
    }

    @Override
    public CompletableFuture<Void> removeMember(UUID id, UUID accountId) {
        return loop.act(() -> api.removeMember(id, accountId));
    }

    @Override
    public CompletableFuture<Void> changeRole(UUID id, UUID accountId, Role role) {
        return loop.act(() -> api.changeRole(id, accountId, role));
    }

    @Override
    public CompletableFuture<Void> leave(UUID id) {
        return loop.act(() -> api.removeMember(id, workspace.replica().accountId()));
    }

    @Override
    public CompletableFuture<Void> setPreferences(UUID id, boolean muted, boolean pinned) {
        return loop.act(() -> api.setPreferences(id, new SetPreferences(muted, pinned)));
    }
}
