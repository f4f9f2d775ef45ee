package dev.chatcall.desktop.media;

import dev.chatcall.protocol.call.IceServer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One peer connection. Operations happen one after the other in the order in which they were asked for; each future
 * completes on the loop, and fails with {@link MediaException} where the connection refuses or is closed.
 */
public interface Peer extends AutoCloseable {
    /** @param iceRestart look for ways anew */
    CompletableFuture<String> createOffer(boolean iceRestart);

    CompletableFuture<String> createAnswer();

    CompletableFuture<Void> setLocal(SdpType type, String sdp);

    /** An offer takes back one's own that is not answered yet (rollback). */
    CompletableFuture<Void> setRemote(SdpType type, String sdp);

    /** What one's own description is now, with the candidates found so far; null before there is one. */
    CompletableFuture<@Nullable String> local();

    /** Unusable ones are not an error. */
    CompletableFuture<Void> add(IceCandidate candidate);

    /**
     * Adds a line that sends nothing yet.
     *
     * @param encodings from the smallest picture to the largest; empty: one, as the library likes
     */
    CompletableFuture<Line> addLine(MediaKind kind, Direction direction, List<Encoding> encodings);

    /**
     * All lines in the order in which they came, without those that are closed. The same line is the same object each
     * time.
     */
    CompletableFuture<List<Line>> lines();

    /** For what is negotiated from now on. */
    CompletableFuture<Void> setIceServers(List<IceServer> servers);

    CompletableFuture<List<Stat>> stats();

    /** Closes it; what is still under way fails, and its listener hears no more. */
    @Override
    void close();

    enum SdpType {
        OFFER,
        ANSWER
    }

    enum Direction {
        SEND_RECEIVE,
        SEND,
        RECEIVE,
        INACTIVE
    }

    /** As in trickle ICE. @param usernameFragment which description it belongs to, null: the newest */
    record IceCandidate(
            String candidate,
            @Nullable String mid,
            int lineIndex,
            @Nullable String usernameFragment) {}

    /**
     * One size of a picture that is sent.
     *
     * @param scaleDownBy 1 is the whole picture
     * @param maxBitrate bits per second, null: no limit
     */
    record Encoding(double scaleDownBy, @Nullable Integer maxBitrate, boolean active) {}
}
