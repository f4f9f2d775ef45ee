package dev.chatcall.desktop.media.webrtc;

import dev.onvoid.webrtc.internal.NativeObject;
import dev.onvoid.webrtc.media.SyncClock;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The clock that the times of a real camera's pictures are of. The library's own for pictures that a program makes begins
 * with the source; what it tells the other end of its clock (the sender report) is then hours off, and a media service
 * cannot find out which of a camera's pictures belong together: it never changes from one size to another.
 */
final class MachineClock {
    private MachineClock() {}

    static SyncClock open() {
        long before = System.nanoTime();
        SyncClock clock = new SyncClock();
        // All that is in it is when it began.
        MemorySegment began = MemorySegment.ofAddress(addressOf(clock)).reinterpret(Long.BYTES);
        long at = began.get(ValueLayout.JAVA_LONG, 0);
        if (at < before || at > System.nanoTime()) {
            throw new AssertionError("The library's clock is not made as it was");
        }
        began.set(ValueLayout.JAVA_LONG, 0, 0);
        return clock;
    }

    private static long addressOf(SyncClock clock) {
        try {
            var handle = NativeObject.class.getDeclaredField("nativeHandle");
            handle.setAccessible(true);
            return handle.getLong(clock);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
