package dev.chatcall.protocol.account;

import dev.chatcall.protocol.InvalidFieldException;
import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.Require;
import dev.chatcall.protocol.error.ErrorCode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/accounts}.
 *
 * @param username lower-case letters, digits, {@code . _ -}, beginning with a letter or digit
 * @param displayName null or blank: the user name
 * @param invitation the token of an invitation link, where the server asks for one
 * @param deviceName what the new session is called in the list of sessions
 */
public record Register(
        String username,
        String email,
        String password,
        @Nullable String displayName,
        @Nullable String invitation,
        String deviceName,
        TokenTransport transport) {
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]*");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");

    public Register {
        Require.text(username, "username", Limits.USERNAME_MIN, Limits.USERNAME_MAX);
        if (!USERNAME.matcher(username).matches()) {
            throw new InvalidFieldException(
                    ErrorCode.REQUEST_INVALID, "username", "has a character that is not allowed");
        }
        Require.text(email, "email", 3, Limits.EMAIL_MAX);
        if (!EMAIL.matcher(email).matches()) {
            throw new InvalidFieldException(ErrorCode.REQUEST_INVALID, "email", "is not an address");
        }
        Passwords.require(password, "password");
        if (displayName != null) {
            Require.text(displayName, "displayName", 0, Limits.DISPLAY_NAME_MAX);
        }
        Require.text(deviceName, "deviceName", 1, Limits.DEVICE_NAME_MAX);
        Require.present(transport, "transport");
    }

    /** Says nothing of the password. */
    @Override
    public String toString() {
        return "Register[username=" + username + "]";
    }
}
