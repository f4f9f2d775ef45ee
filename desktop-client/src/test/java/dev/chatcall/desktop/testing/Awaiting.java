package dev.chatcall.desktop.testing;

import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Subscription;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** Waiting for conditions, never for time. */
public final class Awaiting {
    /** So long is too long; nothing waits for it but a test that fails. */
    public static final Duration LONGEST = Duration.ofSeconds(30);

    private Awaiting() {}

    /** The first value that fulfils it, now or later. */
    public static <T> T until(Observable<T> observable, Predicate<? super T> fulfilled) {
        CompletableFuture<T> found = new CompletableFuture<>();
        Subscription watching = observable.watch(value -> {
            if (fulfilled.test(value)) {
                found.complete(value);
            }
        });
        try (watching) {
            return found.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("It did not come about. The last value was " + observable.get(), e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What an action answers. Fails as the action failed. */
    public static <T> T done(CompletableFuture<T> action) {
        try {
            return action.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new AssertionError(e.getCause());
        } catch (TimeoutException | InterruptedException e) {
            throw new AssertionError("It did not come about", e);
        }
    }
}
