package dev.chatcall.server.message;

/** The database refused the data of a batch; without the row at fault the others could be stored. */
final class UnstorableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnstorableException(Throwable cause) {
        super(cause);
    }
}
