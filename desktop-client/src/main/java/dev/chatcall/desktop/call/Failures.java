package dev.chatcall.desktop.call;

import java.util.concurrent.CompletionException;

/** What a future failed of. */
final class Failures {
    private Failures() {}

    /** The failure itself, without what a chain of futures wraps around it. */
    static Throwable causeOf(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
