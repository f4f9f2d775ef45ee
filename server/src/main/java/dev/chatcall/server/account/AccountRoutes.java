package dev.chatcall.server.account;

import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.account.Settings;
import dev.chatcall.protocol.account.UpdateProfile;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.http.Api;
import dev.chatcall.server.http.RateLimits;
import dev.chatcall.server.http.Routes;

/** One's own account. */
public final class AccountRoutes implements Routes {
    private final AccountService accounts;
    private final RateLimits limits;

    public AccountRoutes(AccountService accounts, RateLimits limits) {
        this.accounts = accounts;
        this.limits = limits;
    }

    @Override
    public void declare(Api api) {
        api.get("/api/account", "My account with everything private to it")
                .answers(Account.class, call -> accounts.account(call.caller().accountId()));
        api.put("/api/account/profile", "Change my display name and status message")
                .body(UpdateProfile.class)
                .answersNothing(call -> accounts.updateProfile(call.caller().accountId(), call.body()));
        api.put("/api/account/settings", "Change my settings")
                .body(Settings.class)
                .answersNothing(call -> accounts.setSettings(call.caller().accountId(), call.body()));
        api.put("/api/account/avatar", "Set my picture: a JPEG, PNG, GIF or BMP as it is")
                .bytes(Limits.AVATAR_BYTES_MAX)
                .refuses(ErrorCode.AVATAR_UNREADABLE, ErrorCode.RATE_LIMITED, ErrorCode.SERVER_BUSY)
                .answersNothing(call -> {
                    limits.avatarByAccount().take(call.caller().accountId());
                    accounts.setAvatar(call.caller().accountId(), call.body());
                });
        api.delete("/api/account/avatar", "Take my picture away")
                .answersNothing(call -> accounts.removeAvatar(call.caller().accountId()));
    }
}
