package dev.chatcall.server.database;

/**
 * The database cannot be opened, for a reason that the operator can act on.
 *
 * <p>The message is one sentence for a person and holds no secret; the cause, where there is one, is for the log.
 */
public final class DatabaseUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param sentence what is wrong and, where it is not obvious, what to do about it */
    public DatabaseUnavailableException(String sentence) {
        super(sentence);
    }

    /**
     * @param sentence what is wrong and, where it is not obvious, what to do about it
     * @param cause the failure beneath
     */
    public DatabaseUnavailableException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
