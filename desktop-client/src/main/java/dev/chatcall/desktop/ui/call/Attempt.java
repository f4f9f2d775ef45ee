package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.ui.Screens;
import java.util.concurrent.CompletableFuture;

/** Something that a person asked for; what went wrong is told in a toast. */
record Attempt(Screens screens) {
    void run(CompletableFuture<?> action) {
        action.whenComplete((done, failure) -> {
            if (failure != null) {
                screens.fx().execute(() -> screens.toasts().show(screens.texts().error(failure)));
            }
        });
    }
}
