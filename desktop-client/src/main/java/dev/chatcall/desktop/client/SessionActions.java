package dev.chatcall.desktop.client;

import dev.chatcall.protocol.account.ServerInfo;
import dev.chatcall.protocol.account.SessionInfo;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

public interface SessionActions {
    CompletableFuture<ServerInfo> serverInfo();

    /** @param login user name or email */
    CompletableFuture<Void> signIn(String login, String password);

    /** @param displayName empty: the user name */
    CompletableFuture<Void> register(
            String username, String email, String password, String displayName, @Nullable String invitation);

    /** Deletes what this device keeps of the account, the outbox included: warn while the outbox holds unsent. */
    CompletableFuture<Void> signOut();

    CompletableFuture<Void> forgotPassword(String email);

    CompletableFuture<Void> resetPassword(String token, String newPassword);

    CompletableFuture<List<SessionInfo>> list();

    /** Signs another session out. */
    CompletableFuture<Void> end(UUID sessionId);

    /** Signs every other session out. */
    CompletableFuture<Void> endOthers();
}
