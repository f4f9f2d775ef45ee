package dev.chatcall.desktop.media.webrtc;

import dev.chatcall.desktop.media.MediaEngine.MediaDevice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of the system's devices this program's sound goes to and comes from. From any thread; may take its time. */
interface Routes {
    /** False where the system alone decides. */
    boolean choosable();

    List<MediaDevice> microphones();

    List<MediaDevice> speakers();

    /** @param id null: the system's; throws {@code MediaException} where it is gone */
    void useMicrophone(@Nullable String id);

    /** @param id null: the system's; throws {@code MediaException} where it is gone */
    void useSpeaker(@Nullable String id);

    /** Sound of this program may have begun. Blocks nobody. */
    void begun();
}
