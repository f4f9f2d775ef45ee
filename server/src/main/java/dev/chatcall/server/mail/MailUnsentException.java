package dev.chatcall.server.mail;

/** A mail was not taken by the mail server. */
public final class MailUnsentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MailUnsentException(Throwable cause) {
        super("A mail could not be sent", cause);
    }
}
