package dev.chatcall.protocol.account;

import dev.chatcall.protocol.InvalidFieldException;
import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.Require;
import dev.chatcall.protocol.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The rules for a new password (after NIST SP 800-63B: length counts, composition rules do not). */
final class Passwords {

    private Passwords() {}

    /**
     * @throws InvalidFieldException with {@link ErrorCode#ACCOUNT_PASSWORD_WEAK} when it has fewer than
     *     {@link Limits#PASSWORD_MIN} code points or more than {@link Limits#PASSWORD_MAX_BYTES} bytes of UTF-8
     */
    static String require(@Nullable String password, String field) {
        String given = Require.present(password, field);
        if (given.codePointCount(0, given.length()) < Limits.PASSWORD_MIN) {
            throw new InvalidFieldException(ErrorCode.ACCOUNT_PASSWORD_WEAK, field, "is too short");
        }
        if (given.getBytes(StandardCharsets.UTF_8).length > Limits.PASSWORD_MAX_BYTES) {
            throw new InvalidFieldException(ErrorCode.ACCOUNT_PASSWORD_WEAK, field, "is too long");
        }
        return given;
    }
}
