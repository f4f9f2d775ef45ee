package dev.chatcall.desktop.media;

/** Why something of the media could not be had. */
public final class MediaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;

    /** @param detail for the log */
    public MediaException(Problem problem, String detail) {
        super(problem + ": " + detail, null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    /** What kind of failure it was. */
    public enum Problem {
        /** The system does not let this program have the device. */
        DENIED,
        /** There is no such device, or no sound system or display at all. */
        MISSING,
        /** It is there and cannot be opened: another program holds it. */
        BUSY,
        /** A connection did not take what it was given, or is closed. */
        REFUSED
    }
}
