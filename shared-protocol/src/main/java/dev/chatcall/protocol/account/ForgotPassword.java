package dev.chatcall.protocol.account;

import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.Require;

/** {@code POST /api/password-resets}: mails a link if the address has an account; the answer is the same if not. */
public record ForgotPassword(String email) {
    public ForgotPassword {
        Require.text(email, "email", 3, Limits.EMAIL_MAX);
    }
}
