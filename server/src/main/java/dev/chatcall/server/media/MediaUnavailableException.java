package dev.chatcall.server.media;

/** There is no media service to talk to, and one sentence says why. It carries no stack trace. */
final class MediaUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    MediaUnavailableException(String sentence) {
        super(sentence, null, false, false);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
