package dev.chatcall.protocol.account;

import dev.chatcall.protocol.InvalidFieldException;
import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.Require;
import dev.chatcall.protocol.error.ErrorCode;

/** {@code PUT /api/account/profile}. */
public record UpdateProfile(String displayName, String statusMessage) {
    public UpdateProfile {
        Require.text(displayName, "displayName", 1, Limits.DISPLAY_NAME_MAX);
        if (displayName.isBlank()) {
            throw new InvalidFieldException(ErrorCode.REQUEST_INVALID, "displayName", "is empty");
        }
        Require.text(statusMessage, "statusMessage", 0, Limits.STATUS_MESSAGE_MAX);
    }
}
