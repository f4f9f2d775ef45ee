package dev.chatcall.desktop.media;

import dev.chatcall.desktop.media.Peer.Direction;
import dev.chatcall.desktop.media.Peer.Encoding;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One media line of a connection, both ways (a transceiver). Changes happen in turn with those of its connection. */
public interface Line {
    /** As in the description; null before it is in one. As it was when the lines were last asked for. */
    @Nullable
    String mid();

    MediaKind kind();

    /** What comes on it, null of a sound. The same object for the line's life. */
    @Nullable
    VideoSource video();

    /** Sends another track from here on, or nothing, without negotiating. */
    CompletableFuture<Void> send(@Nullable LocalTrack track);

    CompletableFuture<Void> setDirection(Direction direction);

    /** Changes sizes that are there; their number stays. */
    CompletableFuture<Void> setEncodings(List<Encoding> encodings);
}
