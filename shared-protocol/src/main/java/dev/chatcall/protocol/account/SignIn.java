package dev.chatcall.protocol.account;

import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.Require;

/**
 * {@code POST /api/session}.
 *
 * @param login user name or email
 */
public record SignIn(String login, String password, String deviceName, TokenTransport transport) {
    public SignIn {
        Require.text(login, "login", 1, Limits.EMAIL_MAX);
        Require.text(password, "password", 1, 1_000);
        Require.text(deviceName, "deviceName", 1, Limits.DEVICE_NAME_MAX);
        Require.present(transport, "transport");
    }

    /** Says nothing of the password. */
    @Override
    public String toString() {
        return "SignIn[login=" + login + "]";
    }
}
