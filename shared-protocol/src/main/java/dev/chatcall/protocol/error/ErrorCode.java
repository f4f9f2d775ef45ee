package dev.chatcall.protocol.error;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Every refusal that a client can meet, on HTTP and on the WebSocket alike. The codes are stable: clients show a text in
 * their user's language for each. {@link #status()} is the HTTP status that goes with it.
 */
public enum ErrorCode {
    /** Not JSON, or JSON of another shape. */
    REQUEST_MALFORMED("request.malformed", 400),
    /** Well formed, but a field is missing or outside its limits; {@code fields} says which. */
    REQUEST_INVALID("request.invalid", 422),
    REQUEST_TOO_LARGE("request.too_large", 413),
    /** No such route, or nothing there that the asker may know of. */
    NOT_FOUND("not_found", 404),
    METHOD_NOT_ALLOWED("method.not_allowed", 405),
    /** A browser page of another origin asked. */
    ORIGIN_FORBIDDEN("origin.forbidden", 403),
    /** Too many requests; {@code retryAfterMs} says when to try again. */
    RATE_LIMITED("rate.limited", 429),
    /** The server has more to do than it can queue; try again shortly. Nothing was stored. */
    SERVER_BUSY("server.busy", 503),
    /** A fault of the server's own; it is logged there under {@code requestId}. Nothing was stored. */
    SERVER_INTERNAL("server.internal", 500),

    AUTH_REQUIRED("auth.required", 401),
    AUTH_INVALID_CREDENTIALS("auth.invalid_credentials", 401),
    /** The session was signed out, here or from another device, or its refresh token was used twice. */
    AUTH_SESSION_ENDED("auth.session_ended", 401),
    AUTH_ADMINISTRATOR_REQUIRED("auth.administrator_required", 403),

    ACCOUNT_USERNAME_TAKEN("account.username_taken", 409),
    ACCOUNT_EMAIL_TAKEN("account.email_taken", 409),
    ACCOUNT_PASSWORD_WEAK("account.password_weak", 422),
    ACCOUNT_WRONG_PASSWORD("account.wrong_password", 403),
    ACCOUNT_REGISTRATION_CLOSED("account.registration_closed", 403),
    ACCOUNT_INVITATION_INVALID("account.invitation_invalid", 403),
    ACCOUNT_RESET_INVALID("account.reset_invalid", 403),
    /** This server has no way to send mail: an administrator resets passwords. */
    ACCOUNT_MAIL_UNAVAILABLE("account.mail_unavailable", 503),
    AVATAR_UNREADABLE("avatar.unreadable", 422),

    CONTACT_SELF("contact.self", 422),
    CONTACT_LIMIT("contact.limit", 409),
    CONTACT_NO_REQUEST("contact.no_request", 404),
    /** Both must have each other as a contact for this. */
    CONTACT_REQUIRED("contact.required", 403),

    /** No such conversation, or the asker takes no part in it. */
    CONVERSATION_NOT_FOUND("conversation.not_found", 404),
    CONVERSATION_NOT_GROUP("conversation.not_group", 409),
    /** A member, but without the role for this. */
    CONVERSATION_FORBIDDEN("conversation.forbidden", 403),
    CONVERSATION_FULL("conversation.full", 409),
    CONVERSATION_LIMIT("conversation.limit", 409),
    /** The last owner must hand the group over before leaving it. */
    CONVERSATION_LAST_OWNER("conversation.last_owner", 409),
    MEMBER_NOT_FOUND("member.not_found", 404),

    /** The same id came before with another body. */
    MESSAGE_ID_CONFLICT("message.id_conflict", 409),
    MESSAGE_EMPTY("message.empty", 422),
    MESSAGE_TOO_LONG("message.too_long", 422),
    /** Only the server writes messages of this kind. */
    MESSAGE_BODY_NOT_ALLOWED("message.body_not_allowed", 422),

    /** No such call, or the asker takes no part in its conversation. */
    CALL_NOT_FOUND("call.not_found", 404),
    CALL_ENDED("call.ended", 409),
    CALL_FULL("call.full", 409),
    /** In another call, perhaps on another device: leave that one first. */
    CALL_IN_ANOTHER("call.in_another", 409),
    /** That device is not in the call (any more). */
    CALL_NOT_JOINED("call.not_joined", 409),
    /** A member, but without the role for this. */
    CALL_FORBIDDEN("call.forbidden", 403),
    /** Group calls need the media service, and it does not run. */
    CALL_MEDIA_UNAVAILABLE("call.media_unavailable", 503),
    /** The media service takes no such parameters, or what they name is gone. */
    CALL_MEDIA_REFUSED("call.media_refused", 422),

    PROTOCOL_UNSUPPORTED("protocol.unsupported", 426),
    /** {@code hello} must come first, and once. */
    PROTOCOL_HELLO_EXPECTED("protocol.hello_expected", 409),
    PROTOCOL_UNKNOWN_TYPE("protocol.unknown_type", 400);

    private final String code;
    private final int status;

    ErrorCode(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @JsonValue
    public String code() {
        return code;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }
}
