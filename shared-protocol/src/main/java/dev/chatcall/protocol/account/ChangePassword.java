package dev.chatcall.protocol.account;

import dev.chatcall.protocol.Require;

/** {@code POST /api/account/password}: signs every other session out. */
public record ChangePassword(String currentPassword, String newPassword) {
    public ChangePassword {
        Require.text(currentPassword, "currentPassword", 1, 1_000);
        Passwords.require(newPassword, "newPassword");
    }

    /** Says nothing of the passwords. */
    @Override
    public String toString() {
        return "ChangePassword[]";
    }
}
