package dev.chatcall.desktop.session;

import dev.chatcall.desktop.client.ApiException;
import dev.chatcall.desktop.client.Session;
import dev.chatcall.desktop.http.Answers;
import dev.chatcall.desktop.http.Api;
import dev.chatcall.desktop.http.Dated;
import dev.chatcall.desktop.http.OpenApi;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.desktop.session.TokenKeeper.KeptToken;
import dev.chatcall.protocol.account.Register;
import dev.chatcall.protocol.account.SignIn;
import dev.chatcall.protocol.account.SignedIn;
import dev.chatcall.protocol.account.TokenTransport;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in on this device. Whoever was stays so through a start without a network: what is kept can be read, and
 * the server is asked as soon as it can be reached. On the loop.
 */
public final class SessionKeeper {
    private final Store<Session> session = new Store<>(new Session.Starting(false));
    private final OpenApi openApi;
    private final Api api;
    private final Access access;
    private final String device;

    /** @param device what this session is called in the list of sessions */
    public SessionKeeper(OpenApi openApi, Api api, Access access, String device) {
        this.openApi = openApi;
        this.api = api;
        this.access = access;
        this.device = device;
    }

    public Observable<Session> session() {
        return session;
    }

    public void start() {
        session.set(new Session.Starting(false));
        access.recall().thenAccept(kept -> {
            if (session.get() instanceof Session.Starting) {
                kept.map(KeptToken::accountId)
                        .ifPresentOrElse(this::signedIn, () -> session.set(new Session.SignedOut(false)));
            }
        });
    }

    public void stop() {
        access.rest();
    }

    public CompletableFuture<Void> signIn(String login, String password) {
        return entered(() -> openApi.signIn(new SignIn(login, password, device, TokenTransport.BEARER)));
    }

    public CompletableFuture<Void> register(
            String username, String email, String password, @Nullable String displayName, @Nullable String invitation) {
        return entered(() -> openApi.register(
                new Register(username, email, password, displayName, invitation, device, TokenTransport.BEARER)));
    }

    /**
     * Tells the server; a session that is over already is no failure.
     *
     * @param forget deletes what this device keeps
     */
    public CompletableFuture<Void> signOut(Supplier<CompletableFuture<Void>> forget) {
        return api.signOut()
                .exceptionallyCompose(thrown -> {
                    ApiException failure = Answers.failureOf(thrown);
                    return Answers.isAuth(failure)
                            ? CompletableFuture.completedFuture(null)
                            : CompletableFuture.failedFuture(failure);
                })
                .thenCompose(_ -> forget.get())
                .thenCompose(_ -> leave(false));
    }

    /** The server ended the session. */
    public void ended() {
        if (session.get() instanceof Session.SignedIn) {
            leave(true);
        }
    }

    private CompletableFuture<Void> entered(Supplier<CompletableFuture<Dated<SignedIn>>> ask) {
        return ask.get()
                .thenCompose(answer -> access.given(answer)
                        .thenRun(() -> signedIn(answer.value().person().id())));
    }

    private void signedIn(UUID accountId) {
        access.keepFresh();
        session.set(new Session.SignedIn(accountId));
    }

    private CompletableFuture<Void> leave(boolean ended) {
        CompletableFuture<Void> forgotten = access.forget();
        session.set(new Session.SignedOut(ended));
        return forgotten;
    }
}
