package dev.chatcall.desktop.media.webrtc;

import dev.chatcall.desktop.loop.ThreadLoop;
import dev.chatcall.desktop.media.FakeTrack;
import dev.chatcall.desktop.media.LocalTrack;
import dev.chatcall.desktop.media.MediaEngine.Inventory;
import dev.chatcall.desktop.media.MediaEngine.Loudness;
import dev.chatcall.desktop.media.MediaEngine.MicrophoneWish;
import dev.chatcall.desktop.media.MediaException;
import dev.chatcall.desktop.media.MediaKind;
import dev.chatcall.desktop.media.Peer;
import dev.chatcall.desktop.media.Peer.Direction;
import dev.chatcall.desktop.media.Peer.IceCandidate;
import dev.chatcall.desktop.media.PeerListener;
import dev.chatcall.desktop.media.PeerState;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Asks everything of the engine of this machine, and says what it got. */
final class NoDevicesProgram {
    private NoDevicesProgram() {}

    public static void main(String[] arguments) {
        ThreadLoop loop = new ThreadLoop(Clock.systemUTC());
        WebRtcEngine engine = WebRtcEngine.ofThisMachine(loop);
        Inventory found = engine.devices().join();
        StringBuilder said = new StringBuilder("soundMissing=" + found.soundMissing())
                .append(" canShareScreen=")
                .append(found.canShareScreen())
                .append(" microphone=")
                .append(problem(engine.microphone(new MicrophoneWish(null, true, true, true))))
                .append(" camera=")
                .append(problem(engine.camera(null)))
                .append(" screen=")
                .append(problem(engine.screen()))
                .append(" test=")
                .append(problem(engine.testSound(null)))
                .append(" speaker=")
                .append(problem(engine.useSpeaker("any")));
        LocalTrack silence = new FakeTrack(MediaKind.AUDIO, null);
        try (Loudness loudness = engine.loudness(silence)) {
            said.append(" level=").append(loudness.level());
        }
        try (Peer peer = engine.connect(List.of(), new Deaf())) {
            peer.addLine(MediaKind.AUDIO, Direction.SEND_RECEIVE, List.of()).join();
            said.append(" offer=").append(problem(peer.createOffer(false)));
        }
        engine.close();
        System.out.println(said + " ok");
        System.exit(0);
    }

    private static String problem(CompletableFuture<?> asked) {
        try {
            asked.join();
            return "ok";
        } catch (CompletionException e) {
            return e.getCause() instanceof MediaException media
                    ? media.problem().name()
                    : String.valueOf(e.getCause());
        }
    }

    private static final class Deaf implements PeerListener {
        @Override
        public void candidate(IceCandidate candidate) {}

        @Override
        public void stateChanged(PeerState state) {}
    }
}
