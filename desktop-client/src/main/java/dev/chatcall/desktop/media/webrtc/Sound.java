package dev.chatcall.desktop.media.webrtc;

import dev.chatcall.desktop.media.MediaEngine.MediaDevice;
import dev.chatcall.desktop.media.MediaEngine.MicrophoneWish;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.AudioDeviceModuleBase;
import dev.onvoid.webrtc.media.audio.AudioTrackSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sound of a machine. Called on the media thread; throws {@code MediaException}. */
interface Sound {
    /** What plays and records for all connections. */
    AudioDeviceModuleBase module();

    boolean missing();

    /** False where the system alone decides which devices are used. */
    default boolean choosable() {
        return true;
    }

    List<MediaDevice> microphones();

    List<MediaDevice> speakers();

    /** What a new microphone track hears; the device is everybody's from here on. */
    AudioTrackSource microphone(PeerConnectionFactory factory, MicrophoneWish wish);

    void useSpeaker(@Nullable String id);

    /** Something may play or record from now on. */
    default void begun() {}

    /** Blocks for as long as it plays. */
    void test(@Nullable String speakerId);

    /** @return how to stop it */
    Runnable measure(@Nullable String microphoneId, Meter meter);
}
