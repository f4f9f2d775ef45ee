package dev.chatcall.desktop.core;

import dev.chatcall.desktop.client.SessionActions;
import dev.chatcall.desktop.http.Api;
import dev.chatcall.desktop.http.OpenApi;
import dev.chatcall.desktop.session.SessionKeeper;
import dev.chatcall.protocol.account.ForgotPassword;
import dev.chatcall.protocol.account.ResetPassword;
import dev.chatcall.protocol.account.ServerInfo;
import dev.chatcall.protocol.account.SessionInfo;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Signing in and out. */
record CoreSessions(OnLoop loop, SessionKeeper session, OpenApi openApi, Api api, Workspace workspace)
        implements SessionActions {

    @Override
    public CompletableFuture<ServerInfo> serverInfo() {
        return loop.ask(openApi::serverInfo);
    }

    @Override
    public CompletableFuture<Void> signIn(String login, String password) {
        return loop.act(() -> session.signIn(login, password));
    }

    @Override
    public CompletableFuture<Void> register(
            String username, String email, String password, String displayName, @Nullable String invitation) {
        return loop.act(() -> session.register(username, email, password, displayName, invitation));
    }

    @Override
    public CompletableFuture<Void> signOut() {
        return loop.act(() -> session.signOut(workspace::forget));
    }

    @Override
    public CompletableFuture<Void> forgotPassword(String email) {
        return loop.act(() -> openApi.forgotPassword(new ForgotPassword(email)));
    }

    @Override
    public CompletableFuture<Void> resetPassword(String token, String newPassword) {
        return loop.act(() -> openApi.resetPassword(new ResetPassword(token, newPassword)));
    }

    @Override
    public CompletableFuture<List<SessionInfo>> list() {
        return loop.ask(api::sessions);
    }

    @Override
    public CompletableFuture<Void> end(UUID sessionId) {
        return loop.act(() -> api.endSession(sessionId));
    }

    @Override
    public CompletableFuture<Void> endOthers() {
        return loop.act(api::endOtherSessions);
    }
}
