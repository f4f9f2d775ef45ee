package dev.chatcall.desktop.media.webrtc;

import dev.chatcall.desktop.media.MediaEngine.MediaDevice;
import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrame;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A camera and a screen whose pictures move; the camera's is 640 wide unless another is asked for, the screen's 800. */
final class TestCapture implements Capture {
    static final int CAMERA_WIDTH = 640;
    static final int SCREEN_WIDTH = 800;

    private final int width;
    private final int height;
    private final int rate;

    TestCapture() {
        this(CAMERA_WIDTH, 360, 20);
    }

    /** @param rate of the camera's frames, a second */
    TestCapture(int width, int height, int rate) {
        this.width = width;
        this.height = height;
        this.rate = rate;
    }

    @Override
    public List<MediaDevice> cameras() {
        return List.of(new MediaDevice("moving", "Moving picture"));
    }

    @Override
    public boolean canShareScreen() {
        return true;
    }

    @Override
    public Captured camera(@Nullable String id) {
        return moving("moving", width, height, rate);
    }

    @Override
    public Captured screen() {
        return moving(null, SCREEN_WIDTH, 600, 5);
    }

    private static Captured moving(@Nullable String id, int width, int height, int framesPerSecond) {
        CustomVideoSource source = new CustomVideoSource(MachineClock.open());
        ScheduledExecutorService pictures = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("pictures").factory());
        int[] count = {0};
        pictures.scheduleAtFixedRate(
                () -> push(source, width, height, count[0]++), 0, 1_000 / framesPerSecond, TimeUnit.MILLISECONDS);
        return new Captured(source, id, "Moving picture", width * height, () -> {
            pictures.shutdown();
            try {
                pictures.awaitTermination(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            source.dispose();
        });
    }

    private static void push(CustomVideoSource source, int width, int height, int count) {
        NativeI420Buffer buffer = NativeI420Buffer.allocate(width, height);
        ByteBuffer luma = buffer.getDataY();
        byte[] row = new byte[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                row[x] = (byte) (x + y + count * 4);
            }
            luma.position(y * buffer.getStrideY());
            luma.put(row, 0, Math.min(width, luma.remaining()));
        }
        grey(buffer.getDataU());
        grey(buffer.getDataV());
        VideoFrame frame = new VideoFrame(buffer, System.nanoTime());
        source.pushFrame(frame);
        frame.release();
    }

    private static void grey(ByteBuffer plane) {
        byte[] values = new byte[plane.remaining()];
        Arrays.fill(values, (byte) 128);
        plane.put(values);
    }
}
