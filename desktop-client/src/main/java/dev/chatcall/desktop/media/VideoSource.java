package dev.chatcall.desktop.media;

import dev.chatcall.desktop.observable.Subscription;
import java.nio.ByteBuffer;

/** Pictures that come one after the other. Equal to itself alone. */
public interface VideoSource {
    /** Frames go to the sink, on a thread of the media engine, until the subscription is closed. */
    Subscription watch(Sink sink);

    interface Sink {
        /**
         * One frame. The planes are valid during the call only: copy or convert at once, and never block.
         *
         * @param rotation degrees clockwise that it is to be turned by: 0, 90, 180 or 270
         */
        void frame(I420Frame frame, int rotation);
    }

    /** 8 bit planes of a YUV 4:2:0 picture (BT.601), in direct buffers. */
    record I420Frame(
            int width, int height, ByteBuffer y, ByteBuffer u, ByteBuffer v, int strideY, int strideU, int strideV) {}
}
