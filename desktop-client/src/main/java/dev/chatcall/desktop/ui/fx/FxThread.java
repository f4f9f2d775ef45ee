package dev.chatcall.desktop.ui.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** Runs what it is given on the JavaFX thread: at once where it is asked there, soon from anywhere else. */
public interface FxThread extends Executor {
    /** The toolkit's own thread. */
    static FxThread platform() {
        return task -> {
            if (Platform.isFxApplicationThread()) {
                task.run();
            } else {
                Platform.runLater(task);
            }
        };
    }
}
