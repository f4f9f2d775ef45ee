package dev.chatcall.protocol.account;

import dev.chatcall.protocol.Require;

/** {@code POST /api/password-resets/confirm}: sets a new password with the token of a link, and ends all sessions. */
public record ResetPassword(String token, String newPassword) {
    public ResetPassword {
        Require.text(token, "token", 1, 200);
        Passwords.require(newPassword, "newPassword");
    }

    /** Says nothing of token and password. */
    @Override
    public String toString() {
        return "ResetPassword[]";
    }
}
