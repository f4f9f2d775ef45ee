package dev.chatcall.desktop.media.webrtc;

import dev.chatcall.desktop.loop.ThreadLoop;
import dev.chatcall.desktop.media.LocalTrack;
import dev.chatcall.desktop.media.MediaEngine.Inventory;
import dev.chatcall.desktop.media.MediaEngine.Loudness;
import dev.chatcall.desktop.media.MediaEngine.MediaDevice;
import dev.chatcall.desktop.media.MediaEngine.MicrophoneWish;
import dev.chatcall.desktop.media.MediaKind;
import dev.chatcall.desktop.media.Peer;
import dev.chatcall.desktop.media.Peer.Direction;
import dev.chatcall.desktop.media.Peer.IceCandidate;
import dev.chatcall.desktop.media.Peer.SdpType;
import dev.chatcall.desktop.media.PeerListener;
import dev.chatcall.desktop.media.PeerState;
import dev.chatcall.desktop.media.Stat;
import dev.chatcall.desktop.media.webrtc.PulseListing.Entry;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Calls itself through the sound system of this machine: what the chosen microphone hears goes through two connections to
 * the chosen speaker. Says what it found.
 */
final class PulseProgram {
    private static final long WITHIN_NANOS = 20_000_000_000L;

    private final ThreadLoop loop = new ThreadLoop(Clock.systemUTC());
    private final WebRtcEngine engine = WebRtcEngine.ofThisMachine(loop);
    private final Pactl pactl = new Pactl();

    private PulseProgram() {}

    public static void main(String[] arguments) {
        System.out.println(new PulseProgram().tried());
        System.exit(0);
    }

    private String tried() {
        Inventory found = onLoop(engine::devices);
        StringBuilder said = new StringBuilder("choosable=" + found.soundChoosable())
                .append(" microphones=")
                .append(names(found.microphones()))
                .append(" speakers=")
                .append(names(found.speakers()));
        LocalTrack microphone = onLoop(() -> engine.microphone(new MicrophoneWish("quiet", false, false, false)));
        onLoop(() -> engine.useSpeaker("second"));
        Ends ends = new Ends(microphone);
        said.append(" plays=").append(until(() -> deviceOf("sinks", "sink-inputs", "Sink"), "second"));
        said.append(" records=").append(until(() -> deviceOf("sources", "source-outputs", "Source"), "quiet"));
        double silent = ends.energy();
        onLoop(() -> engine.microphone(new MicrophoneWish("spoken", false, false, false)));
        onLoop(() -> engine.useSpeaker("first"));
        said.append(" plays=").append(until(() -> deviceOf("sinks", "sink-inputs", "Sink"), "first"));
        said.append(" records=").append(until(() -> deviceOf("sources", "source-outputs", "Source"), "spoken"));
        said.append(" heard=").append(until(() -> ends.energy() > silent + 0.01, true));
        said.append(" level=").append(until(() -> levelOf(microphone) > 0, true));
        onLoop(() -> engine.testSound("first"));
        return said + " test=ok";
    }

    private double levelOf(LocalTrack microphone) {
        try (Loudness loudness = engine.loudness(microphone)) {
            return until(() -> loudness.level() > 0, true) ? 1 : 0;
        }
    }

    /** The device of this program's sound; of several, all. */
    private String deviceOf(String devices, String streams, String field) {
        List<Entry> all = pactl.list(devices);
        String mine = Long.toString(ProcessHandle.current().pid());
        return pactl.list(streams).stream()
                .filter(each -> each.field("application.process.id").equals(mine))
                .map(each -> each.field(field))
                .map(index -> all.stream()
                        .filter(each -> each.index().equals(index))
                        .map(each -> each.field("Name"))
                        .findFirst()
                        .orElse(index))
                .distinct()
                .collect(Collectors.joining("+"));
    }

    /** Two connections, one to the other. */
    private final class Ends {
        private final Peer from = engine.connect(List.of(), new Telling(() -> this.to));
        private final Peer to = engine.connect(List.of(), new Telling(() -> this.from));

        private Ends(LocalTrack microphone) {
            onLoop(() -> from.addLine(MediaKind.AUDIO, Direction.SEND, List.of())
                    .thenCompose(line -> line.send(microphone)));
            String offer = onLoop(() -> from.createOffer(false));
            onLoop(() -> from.setLocal(SdpType.OFFER, offer));
            onLoop(() -> to.setRemote(SdpType.OFFER, offer));
            String answer = onLoop(to::createAnswer);
            onLoop(() -> to.setLocal(SdpType.ANSWER, answer));
            onLoop(() -> from.setRemote(SdpType.ANSWER, answer));
        }

        private double energy() {
            return onLoop(to::stats).stream()
                    .filter(stat -> stat.type().equals("inbound-rtp"))
                    .map(stat -> energyOf(stat))
                    .mapToDouble(Double::doubleValue)
                    .sum();
        }

        private static double energyOf(Stat stat) {
            Double energy = stat.number("totalAudioEnergy");
            return energy == null ? 0 : energy;
        }
    }

    private static final class Telling implements PeerListener {
        private final Supplier<@Nullable Peer> other;

        private Telling(Supplier<@Nullable Peer> other) {
            this.other = other;
        }

        @Override
        public void candidate(IceCandidate candidate) {
            Peer told = other.get();
            if (told != null) {
                told.add(candidate);
            }
        }

        @Override
        public void stateChanged(PeerState state) {}
    }

    private <T> T onLoop(Supplier<CompletableFuture<T>> question) {
        return CompletableFuture.supplyAsync(question, loop)
                .thenCompose(answer -> answer)
                .join();
    }

    /** Looks until it is so. @return what it was last */
    private static <T> T until(Supplier<T> look, T wanted) {
        long end = System.nanoTime() + WITHIN_NANOS;
        T now = look.get();
        while (!now.equals(wanted) && System.nanoTime() < end) {
            now = look.get();
        }
        return now;
    }

    private static String names(List<MediaDevice> devices) {
        return devices.stream().map(MediaDevice::id).sorted().collect(Collectors.joining(","));
    }
}
