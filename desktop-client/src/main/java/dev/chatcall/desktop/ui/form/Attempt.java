package dev.chatcall.desktop.ui.form;

import dev.chatcall.desktop.ui.Screens;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Something asked for with a switch, a menu or a row, which has no place of its own for what goes wrong. */
public final class Attempt {
    private Attempt() {}

    /** If it fails, a toast says why. */
    public static void run(Screens screens, CompletableFuture<?> action) {
        run(screens, action, done -> {});
    }

    /** @param then runs on the JavaFX thread with the result; if it fails, a toast says why instead */
    public static <T> void run(Screens screens, CompletableFuture<T> action, Consumer<? super T> then) {
        action.whenCompleteAsync(
                (result, failure) -> {
                    if (failure == null) {
                        then.accept(result);
                    } else {
                        screens.toasts().show(screens.texts().error(failure));
                    }
                },
                screens.fx());
    }
}
