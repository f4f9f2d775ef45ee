package dev.chatcall.desktop.media.webrtc;

import dev.chatcall.desktop.media.VideoSource;
import dev.chatcall.desktop.observable.Subscription;
import dev.onvoid.webrtc.media.video.I420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoTrack;
import dev.onvoid.webrtc.media.video.VideoTrackSink;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** The pictures of a track. */
final class RtcVideo implements VideoSource {
    private final MediaThread thread;
    private final VideoTrack track;
    /** Used on the media thread. */
    private final Set<VideoTrackSink> sinks = new HashSet<>();

    private boolean ended;

    RtcVideo(MediaThread thread, VideoTrack track) {
        this.thread = thread;
        this.track = track;
    }

    @Override
    public Subscription watch(Sink sink) {
        AtomicBoolean watching = new AtomicBoolean(true);
        VideoTrackSink own = frame -> show(frame, watching, sink);
        thread.execute(() -> {
            if (!ended && watching.get()) {
                sinks.add(own);
                track.addSink(own);
            }
        });
        return () -> {
            watching.set(false);
            thread.execute(() -> {
                if (sinks.remove(own)) {
                    track.removeSink(own);
                }
            });
        };
    }

    /** On the media thread, when the track has gone. */
    void forget() {
        ended = true;
        sinks.clear();
    }

    /** On the media thread, before the track goes. */
    void end() {
        ended = true;
        sinks.forEach(track::removeSink);
        sinks.clear();
    }

    private static void show(VideoFrame frame, AtomicBoolean watching, Sink sink) {
        try {
            // Pictures on their way may arrive after nobody watches any more.
            if (watching.get() && frame.buffer instanceof I420Buffer picture) {
                I420Frame planes = new I420Frame(
                        picture.getWidth(),
                        picture.getHeight(),
                        picture.getDataY(),
                        picture.getDataU(),
                        picture.getDataV(),
                        picture.getStrideY(),
                        picture.getStrideU(),
                        picture.getStrideV());
                sink.frame(planes, frame.rotation);
            }
        } finally {
            frame.release();
        }
    }
}
