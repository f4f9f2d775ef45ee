package dev.chatcall.bench.installation;

/** The measurement cannot go on; the message is a sentence for the person who asked for it. */
public final class BenchFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BenchFailure(String message) {
        super(message);
    }

    public BenchFailure(String message, Throwable cause) {
        super(message + " (" + cause.getMessage() + ")", cause);
    }
}
