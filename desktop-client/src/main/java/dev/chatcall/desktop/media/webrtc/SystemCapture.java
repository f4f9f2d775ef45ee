package dev.chatcall.desktop.media.webrtc;

import dev.chatcall.desktop.media.MediaEngine.MediaDevice;
import dev.chatcall.desktop.media.MediaException;
import dev.chatcall.desktop.media.MediaException.Problem;
import dev.onvoid.webrtc.media.MediaDevices;
import dev.onvoid.webrtc.media.video.VideoCaptureCapability;
import dev.onvoid.webrtc.media.video.VideoDesktopSource;
import dev.onvoid.webrtc.media.video.VideoDevice;
import dev.onvoid.webrtc.media.video.VideoDeviceSource;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The system's cameras and screen. */
final class SystemCapture implements Capture {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int FRAMES_PER_SECOND = 30;
    private static final int SCREEN_FRAMES_PER_SECOND = 15;
    /** A screen larger than this is sent smaller. */
    private static final int SCREEN_WIDTH_MAX = 2560;

    private static final int SCREEN_HEIGHT_MAX = 1440;

    private final boolean display = Display.isThere();

    @Override
    public List<MediaDevice> cameras() {
        return MediaDevices.getVideoCaptureDevices().stream()
                .map(device -> new MediaDevice(device.getDescriptor(), device.getName()))
                .toList();
    }

    @Override
    public boolean canShareScreen() {
        return display;
    }

    @Override
    public Captured camera(@Nullable String id) {
        List<VideoDevice> all = MediaDevices.getVideoCaptureDevices();
        VideoDevice device = all.stream()
                .filter(each -> id == null || each.getDescriptor().equals(id))
                .findFirst()
                .orElseThrow(() -> new MediaException(Problem.MISSING, "no camera"));
        VideoDeviceSource source = new VideoDeviceSource();
        source.setVideoCaptureDevice(device);
        VideoCaptureCapability best = best(device);
        source.setVideoCaptureCapability(best);
        try {
            source.start();
        } catch (Throwable refused) {
            source.dispose();
            throw new MediaException(Problem.BUSY, String.valueOf(refused.getMessage()));
        }
        return new Captured(source, device.getDescriptor(), device.getName(), best.width * best.height, () -> {
            source.stop();
            source.dispose();
        });
    }

    @Override
    public Captured screen() {
        // Without a display the library ends the program.
        if (!display) {
            throw new MediaException(Problem.MISSING, "no display");
        }
        VideoDesktopSource source = new VideoDesktopSource();
        source.setSourceId(-1, false);
        source.setFrameRate(SCREEN_FRAMES_PER_SECOND);
        source.setMaxFrameSize(SCREEN_WIDTH_MAX, SCREEN_HEIGHT_MAX);
        try {
            source.start();
        } catch (Throwable refused) {
            source.dispose();
            throw new MediaException(Problem.DENIED, String.valueOf(refused.getMessage()));
        }
        return new Captured(source, null, "", 0, () -> {
            source.stop();
            source.dispose();
        });
    }

    /** What is nearest to a picture of 720 lines. */
    private static VideoCaptureCapability best(VideoDevice device) {
        VideoCaptureCapability wished = new VideoCaptureCapability(WIDTH, HEIGHT, FRAMES_PER_SECOND);
        return MediaDevices.getVideoCaptureCapabilities(device).stream()
                .filter(each -> each.frameRate > 0)
                .min(Comparator.comparingInt((VideoCaptureCapability each) -> Math.abs(each.height - HEIGHT))
                        .thenComparingInt(each -> Math.abs(each.width - WIDTH))
                        .thenComparingInt(each -> Math.abs(each.frameRate - FRAMES_PER_SECOND)))
                .orElse(wished);
    }
}
