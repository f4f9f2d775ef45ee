package dev.chatcall.desktop.media.webrtc;

import dev.chatcall.desktop.media.MediaKind;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCRtpTransceiverInit;
import dev.onvoid.webrtc.media.MediaStreamTrack;
import dev.onvoid.webrtc.media.audio.AudioOptions;
import dev.onvoid.webrtc.media.video.CustomVideoSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What this program has of the library; each part is made when it is first needed. On the media thread alone. */
final class Library implements RtcPeer.Natives {
    private final Supplier<Sound> openSound;
    private final Supplier<Capture> openCapture;
    /** The library adds lines for tracks alone: these stand for one, and are taken away at once. */
    private final Map<MediaKind, MediaStreamTrack> blanks = new EnumMap<>(MediaKind.class);

    private @Nullable Sound sound;
    private @Nullable Capture capture;
    private @Nullable PeerConnectionFactory factory;

    Library(Supplier<Sound> openSound, Supplier<Capture> openCapture) {
        this.openSound = openSound;
        this.openCapture = openCapture;
    }

    Sound sound() {
        Sound held = sound == null ? openSound.get() : sound;
        sound = held;
        return held;
    }

    Capture capture() {
        Capture held = capture == null ? openCapture.get() : capture;
        capture = held;
        return held;
    }

    PeerConnectionFactory factory() {
        PeerConnectionFactory held = factory == null ? new PeerConnectionFactory(sound().module()) : factory;
        factory = held;
        return held;
    }

    @Override
    public RTCPeerConnection connect(RTCConfiguration configuration, PeerConnectionObserver observer) {
        return factory().createPeerConnection(configuration, observer);
    }

    @Override
    public void negotiated() {
        sound().begun();
    }

    @Override
    public RTCRtpTransceiver addTransceiver(RTCPeerConnection to, MediaKind kind, RTCRtpTransceiverInit init) {
        RTCRtpTransceiver made = to.addTransceiver(blanks.computeIfAbsent(kind, this::blank), init);
        made.getSender().replaceTrack(null);
        return made;
    }

    /** Lets the factory go last; what still holds on to it is left to the end of the program. */
    void close() {
        blanks.values().forEach(MediaStreamTrack::dispose);
        blanks.clear();
        if (factory != null) {
            factory.dispose();
        }
        factory = null;
    }

    private MediaStreamTrack blank(MediaKind kind) {
        return switch (kind) {
            case AUDIO -> factory().createAudioTrack("blank-audio", factory().createAudioSource(new AudioOptions()));
            case VIDEO -> factory().createVideoTrack("blank-video", new CustomVideoSource());
        };
    }
}
