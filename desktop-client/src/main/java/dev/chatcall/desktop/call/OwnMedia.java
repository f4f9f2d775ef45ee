package dev.chatcall.desktop.call;

import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.media.MediaEngine;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens one's devices, for a preview or a call; a call goes on with what a preview has open. */
final class OwnMedia implements AutoCloseable {
    private final MediaEngine engine;
    private final DeviceBook book;
    private final Loop loop;
    private final Consumer<CallNotice> notify;
    private @Nullable LivePreview preview;

    OwnMedia(MediaEngine engine, DeviceBook book, Loop loop, Consumer<CallNotice> notify) {
        this.engine = engine;
        this.book = book;
        this.loop = loop;
        this.notify = notify;
    }

    /** What a preview has open. */
    @Nullable
    LocalMedia previewed() {
        return preview == null ? null : preview.local();
    }

    /** One at a time: an earlier one is closed. */
    LivePreview preview(MediaChoice choice) {
        close();
        LivePreview next = new LivePreview(engine, book, loop, open(), choice);
        preview = next;
        return next;
    }

    /** A screen went away. */
    void closed(LivePreview gone) {
        gone.close();
        if (preview == gone) {
            preview = null;
        }
    }

    /** For a call: what a preview has open already, or nothing yet. */
    LocalMedia take() {
        LivePreview held = preview;
        preview = null;
        return held == null ? open() : held.take();
    }

    @Override
    public void close() {
        if (preview != null) {
            preview.close();
        }
        preview = null;
    }

    private LocalMedia open() {
        return new LocalMedia(engine, book, notify);
    }
}
