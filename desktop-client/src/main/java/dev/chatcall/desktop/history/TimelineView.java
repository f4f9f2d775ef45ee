package dev.chatcall.desktop.history;

import dev.chatcall.desktop.client.Timeline.Loading;
import org.jspecify.annotations.Nullable;

/**
 * How a conversation's timeline is looked at on this device.
 *
 * @param focus a message in the piece that is on screen; null: the piece that ends at the present
 * @param error the code of why the last load failed
 */
public record TimelineView(
        @Nullable Long focus,
        @Nullable Loading loading,
        @Nullable String error,
        @Nullable Long newLineSeq) {

    public static final TimelineView NONE = new TimelineView(null, null, null, null);

    TimelineView withFocus(@Nullable Long seq) {
        return new TimelineView(seq, loading, error, newLineSeq);
    }

    TimelineView withLoading(@Nullable Loading what, @Nullable String failure) {
        return new TimelineView(focus, what, failure, newLineSeq);
    }

    TimelineView withNewLine(@Nullable Long seq) {
        return new TimelineView(focus, loading, error, seq);
    }
}
