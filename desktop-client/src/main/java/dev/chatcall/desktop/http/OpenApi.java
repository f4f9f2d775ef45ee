package dev.chatcall.desktop.http;

import dev.chatcall.protocol.account.ForgotPassword;
import dev.chatcall.protocol.account.Refresh;
import dev.chatcall.protocol.account.Register;
import dev.chatcall.protocol.account.ResetPassword;
import dev.chatcall.protocol.account.ServerInfo;
import dev.chatcall.protocol.account.SignIn;
import dev.chatcall.protocol.account.SignedIn;
import java.util.concurrent.CompletableFuture;

/** The routes for somebody who is not signed in yet. */
public final class OpenApi {
    private final Requester requester;

    public OpenApi(Requester requester) {
        this.requester = requester;
    }

    public CompletableFuture<ServerInfo> serverInfo() {
        return requester
                .ask(requester.asking("GET", "/api/server", null, ServerInfo.class), null)
                .thenApply(Dated::value);
    }

    public CompletableFuture<Dated<SignedIn>> register(Register body) {
        return signedIn("/api/accounts", body);
    }

    public CompletableFuture<Dated<SignedIn>> signIn(SignIn body) {
        return signedIn("/api/session", body);
    }

    public CompletableFuture<Dated<SignedIn>> refresh(String refreshToken) {
        return signedIn("/api/session/refresh", new Refresh(refreshToken));
    }

    public CompletableFuture<Unit> forgotPassword(ForgotPassword body) {
        return told("/api/password-resets", body);
    }

    public CompletableFuture<Unit> resetPassword(ResetPassword body) {
        return told("/api/password-resets/confirm", body);
    }

    private CompletableFuture<Dated<SignedIn>> signedIn(String path, Object body) {
        return requester.ask(requester.asking("POST", path, body, SignedIn.class), null);
    }

    private CompletableFuture<Unit> told(String path, Object body) {
        return requester.ask(requester.telling("POST", path, body), null).thenApply(Dated::value);
    }
}
