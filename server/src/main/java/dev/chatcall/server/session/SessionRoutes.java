package dev.chatcall.server.session;

import dev.chatcall.protocol.account.ChangePassword;
import dev.chatcall.protocol.account.ForgotPassword;
import dev.chatcall.protocol.account.Refresh;
import dev.chatcall.protocol.account.Register;
import dev.chatcall.protocol.account.ResetPassword;
import dev.chatcall.protocol.account.ServerInfo;
import dev.chatcall.protocol.account.SessionInfo;
import dev.chatcall.protocol.account.SignIn;
import dev.chatcall.protocol.account.SignedIn;
import dev.chatcall.protocol.account.TokenTransport;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.error.ServiceException;
import dev.chatcall.server.http.Api;
import dev.chatcall.server.http.Call;
import dev.chatcall.server.http.Caller;
import dev.chatcall.server.http.Cookie;
import dev.chatcall.server.http.RateLimits;
import dev.chatcall.server.http.Routes;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;

/** Registering, signing in and out, passwords. */
public final class SessionRoutes implements Routes {
    private static final String REFRESH_COOKIE = "chatcall_refresh";
    private static final String REFRESH_PATH = "/api/session";

    private final Supplier<ServerInfo> serverInfo;
    private final Registration registration;
    private final PasswordService passwords;
    private final PasswordResets resets;
    private final SessionService sessions;
    private final RateLimits limits;

    public SessionRoutes(
            Supplier<ServerInfo> serverInfo,
            Registration registration,
            PasswordService passwords,
            PasswordResets resets,
            SessionService sessions,
            RateLimits limits) {
        this.serverInfo = serverInfo;
        this.registration = registration;
        this.passwords = passwords;
        this.resets = resets;
        this.sessions = sessions;
        this.limits = limits;
    }

    @Override
    public void declare(Api api) {
        api.get("/api/server", "What a client needs before anybody is signed in")
                .anyone()
                .answers(ServerInfo.class, call -> serverInfo.get());
        declareSignIn(api);
        declareSessions(api);
        declarePasswords(api);
    }

    private void declareSignIn(Api api) {
        api.post("/api/accounts", "Register, and be signed in")
                .anyone()
                .body(Register.class)
                .status(201)
                .refuses(
                        ErrorCode.ACCOUNT_USERNAME_TAKEN,
                        ErrorCode.ACCOUNT_EMAIL_TAKEN,
                        ErrorCode.ACCOUNT_PASSWORD_WEAK,
                        ErrorCode.ACCOUNT_REGISTRATION_CLOSED,
                        ErrorCode.ACCOUNT_INVITATION_INVALID,
                        ErrorCode.RATE_LIMITED,
                        ErrorCode.SERVER_BUSY)
                .answers(SignedIn.class, this::register);
        api.post("/api/session", "Sign in")
                .anyone()
                .body(SignIn.class)
                .refuses(ErrorCode.AUTH_INVALID_CREDENTIALS, ErrorCode.RATE_LIMITED, ErrorCode.SERVER_BUSY)
                .answers(SignedIn.class, this::signIn);
        api.post("/api/session/refresh", "Trade the refresh token for new tokens")
                .anyone()
                .body(Refresh.class)
                .refuses(ErrorCode.AUTH_REQUIRED, ErrorCode.AUTH_SESSION_ENDED, ErrorCode.RATE_LIMITED)
                .answers(SignedIn.class, this::refresh);
        api.delete("/api/session", "Sign out").answersNothing(call -> {
            sessions.signOut(call.caller());
            clearCookies(call);
        });
    }

    private void declareSessions(Api api) {
        api.get("/api/sessions", "My sessions, the one used last first")
                .answersList(SessionInfo.class, call -> sessions.list(call.caller()));
        api.delete("/api/sessions", "Sign out everywhere else")
                .answersNothing(call -> sessions.endOthers(call.caller()));
        api.delete("/api/sessions/{sessionId}", "Sign out there")
                .refuses(ErrorCode.NOT_FOUND)
                .answersNothing(this::end);
    }

    private void declarePasswords(Api api) {
        api.post("/api/account/password", "Change my password, and sign out everywhere else")
                .body(ChangePassword.class)
                .refuses(
                        ErrorCode.ACCOUNT_WRONG_PASSWORD,
                        ErrorCode.ACCOUNT_PASSWORD_WEAK,
                        ErrorCode.RATE_LIMITED,
                        ErrorCode.SERVER_BUSY)
                .answersNothing(call -> {
                    limits.passwordByAccount().take(call.caller().accountId());
                    passwords.change(call.caller(), call.body());
                });
        api.post("/api/password-resets", "Mail a link to reset a forgotten password")
                .anyone()
                .body(ForgotPassword.class)
                .refuses(ErrorCode.ACCOUNT_MAIL_UNAVAILABLE, ErrorCode.RATE_LIMITED)
                .answersNothing(call -> {
                    limits.resetByAddress().take(call.clientAddress());
                    limits.resetByEmail().take(call.body().email().strip().toLowerCase(Locale.ROOT));
                    resets.mail(call.body().email());
                });
        api.post("/api/password-resets/confirm", "Set a new password with the token of a link")
                .anyone()
                .body(ResetPassword.class)
                .refuses(
                        ErrorCode.ACCOUNT_RESET_INVALID,
                        ErrorCode.ACCOUNT_PASSWORD_WEAK,
                        ErrorCode.RATE_LIMITED,
                        ErrorCode.SERVER_BUSY)
                .answersNothing(call -> {
                    limits.resetByAddress().take(call.clientAddress());
                    resets.reset(call.body());
                });
    }

    private SignedIn register(Call<Register> call) {
        limits.registerByAddress().take(call.clientAddress());
        return signedIn(call, registration.register(call.body()), call.body().transport());
    }

    private SignedIn signIn(Call<SignIn> call) {
        limits.signInByAddress().take(call.clientAddress());
        limits.signInByLogin().take(call.body().login().strip().toLowerCase(Locale.ROOT));
        return signedIn(call, passwords.signIn(call.body()), call.body().transport());
    }

    private SignedIn refresh(Call<Refresh> call) {
        limits.refreshByAddress().take(call.clientAddress());
        String fromBody = call.body().refreshToken();
        if (fromBody != null) {
            return signedIn(call, sessions.refresh(fromBody), TokenTransport.BEARER);
        }
        String fromCookie = call.cookie(REFRESH_COOKIE);
        if (fromCookie == null) {
            throw new ServiceException(ErrorCode.AUTH_REQUIRED, "There is no refresh token");
        }
        try {
            return signedIn(call, sessions.refresh(fromCookie), TokenTransport.COOKIE);
        } catch (ServiceException ended) {
            clearCookies(call);
            throw ended;
        }
    }

    private void end(Call<?> call) {
        Caller caller = call.caller();
        UUID sessionId = call.pathId("sessionId");
        sessions.end(caller, sessionId);
        if (sessionId.equals(caller.sessionId())) {
            clearCookies(call);
        }
    }

    private static SignedIn signedIn(Call<?> call, OpenedSession session, TokenTransport transport) {
        return switch (transport) {
            case BEARER -> session.withTokens();
            case COOKIE -> {
                call.setCookie(new Cookie(Cookie.ACCESS, session.access().token(), "/", AccessTokens.LIFE));
                call.setCookie(new Cookie(REFRESH_COOKIE, session.refreshToken(), REFRESH_PATH, SessionService.LIFE));
                yield session.withoutTokens();
            }
        };
    }

    private static void clearCookies(Call<?> call) {
        call.setCookie(new Cookie(Cookie.ACCESS, "", "/", Duration.ZERO));
        call.setCookie(new Cookie(REFRESH_COOKIE, "", REFRESH_PATH, Duration.ZERO));
    }
}
