package dev.chatcall.desktop;

import dev.chatcall.desktop.loop.Loop;
import java.time.Duration;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;

/**
 * Gives memory back to the system while nobody touches the program: Java's collector takes what it is allowed to have, and
 * returns it only when it looks at everything, for which it stops the program for some tens of milliseconds. Nobody sees
 * that who does nothing.
 */
final class Tidying {
    private static final Duration STILL = Duration.ofSeconds(15);
    /** Less than this is not worth the work. */
    private static final long WORTHWHILE = 12L << 20;

    private final Loop loop;
    private volatile long touched = System.nanoTime();
    private long tidy;

    Tidying(Loop loop) {
        this.loop = loop;
    }

    /** Begins, for as long as the program runs. */
    void watch(Scene scene) {
        scene.addEventFilter(InputEvent.ANY, event -> touched = System.nanoTime());
        later();
    }

    private void later() {
        var unused = loop.after(STILL, this::look);
    }

    private void look() {
        boolean still = System.nanoTime() - touched >= STILL.toNanos();
        if (still && Runtime.getRuntime().totalMemory() > tidy + WORTHWHILE) {
            System.gc();
            tidy = Runtime.getRuntime().totalMemory();
        }
        later();
    }
}
