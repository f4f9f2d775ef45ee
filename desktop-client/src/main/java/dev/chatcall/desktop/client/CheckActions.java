package dev.chatcall.desktop.client;

import dev.chatcall.desktop.check.Check;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Finds out whether calls work from here. */
public interface CheckActions {
    /**
     * Looks at everything, one thing after the other. Never fails: what does not work is told.
     *
     * @param report called on the loop when a check begins and when it has ended
     */
    CompletableFuture<Void> run(Consumer<Check> report);
}
