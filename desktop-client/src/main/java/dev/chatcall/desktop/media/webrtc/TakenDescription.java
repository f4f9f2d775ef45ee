package dev.chatcall.desktop.media.webrtc;

import dev.chatcall.desktop.media.MediaException;
import dev.chatcall.desktop.media.MediaException.Problem;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A description that the library takes. */
final class TakenDescription implements SetSessionDescriptionObserver {
    private static final int WITHIN_SECONDS = 10;

    private final CompletableFuture<Void> done = new CompletableFuture<>();

    /**
     * Blocks the media thread until the library is done: meanwhile it lets lines and their tracks go, on a thread of its
     * own, and nothing may touch them.
     */
    void await() {
        try {
            done.get(WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException refused) {
            throw new CompletionException(refused.getCause());
        } catch (TimeoutException silent) {
            throw new MediaException(Problem.REFUSED, "the library did not say whether it took a description");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MediaException(Problem.REFUSED, "interrupted");
        }
    }

    @Override
    public void onSuccess() {
        done.complete(null);
    }

    @Override
    public void onFailure(String error) {
        done.completeExceptionally(new MediaException(Problem.REFUSED, error));
    }
}
