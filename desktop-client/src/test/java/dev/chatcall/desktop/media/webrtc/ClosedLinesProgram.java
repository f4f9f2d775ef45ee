package dev.chatcall.desktop.media.webrtc;

import dev.chatcall.desktop.loop.ThreadLoop;
import dev.chatcall.desktop.media.Line;
import dev.chatcall.desktop.media.MediaEngine;
import dev.chatcall.desktop.media.MediaKind;
import dev.chatcall.desktop.media.Peer;
import dev.chatcall.desktop.media.Peer.Direction;
import dev.chatcall.desktop.media.Peer.IceCandidate;
import dev.chatcall.desktop.media.Peer.SdpType;
import dev.chatcall.desktop.media.PeerListener;
import dev.chatcall.desktop.media.PeerState;
import dev.chatcall.desktop.media.VideoSource;
import dev.chatcall.desktop.observable.Subscription;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Touches lines and pictures at every moment at which the other side, or this one, closes them. */
final class ClosedLinesProgram {
    private static final int ROUNDS = 60;

    private final ThreadLoop loop = new ThreadLoop(Clock.systemUTC());
    private final MediaEngine engine = TestEngines.silent(loop);

    private ClosedLinesProgram() {}

    public static void main(String[] arguments) {
        ClosedLinesProgram program = new ClosedLinesProgram();
        String offer = program.offer();
        for (int round = 0; round < ROUNDS; round++) {
            program.round(offer, round);
        }
        program.engine.close();
        System.out.println("ok");
        System.exit(0);
    }

    private String offer() {
        Peer peer = connect();
        onLoop(() -> peer.addLine(MediaKind.AUDIO, Direction.SEND, List.of())).join();
        onLoop(() -> peer.addLine(MediaKind.VIDEO, Direction.SEND, List.of())).join();
        return onLoop(() -> peer.createOffer(false)).join();
    }

    private void round(String offer, int round) {
        Peer peer = connect();
        negotiate(peer, offer).join();
        Line line = onLoop(peer::lines).join().stream()
                .filter(each -> each.kind() == MediaKind.VIDEO)
                .findFirst()
                .orElseThrow();
        List<Subscription> watching = watched(line.video());
        CompletableFuture<Void> closing = negotiate(peer, closed(offer));
        for (int touch = 0; touch < 40; touch++) {
            if (touch % 10 == round % 10) {
                watching.removeLast().close();
                watching.addAll(watched(line.video()));
            }
            ask(() -> line.setDirection(Direction.INACTIVE));
            ask(() -> line.setEncodings(List.of()));
            ask(peer::lines);
            if (touch == round % 40) {
                ask(() -> {
                    peer.close();
                    return CompletableFuture.completedFuture(null);
                });
            }
        }
        watching.forEach(Subscription::close);
        settled(closing);
        settled(onLoop(peer::lines));
        peer.close();
    }

    /** Offer and answer, without waiting for one or the other. */
    private CompletableFuture<Void> negotiate(Peer peer, String offer) {
        return onLoop(() -> {
            peer.setRemote(SdpType.OFFER, offer);
            return peer.createAnswer().thenCompose(answer -> peer.setLocal(SdpType.ANSWER, answer));
        });
    }

    /** The same without its picture. */
    private static String closed(String offer) {
        return offer.replaceFirst("m=video \\d+ ", "m=video 0 ")
                .replaceFirst("a=group:BUNDLE 0 1", "a=group:BUNDLE 0")
                .replaceFirst("(?m)^(o=\\S+ \\d+) \\d+", "$1 99");
    }

    private static List<Subscription> watched(VideoSource video) {
        List<Subscription> watching = new ArrayList<>();
        watching.add(video.watch((frame, rotation) -> {}));
        watching.add(video.watch((frame, rotation) -> {}));
        return watching;
    }

    private Peer connect() {
        return engine.connect(List.of(), new PeerListener() {
            @Override
            public void candidate(IceCandidate candidate) {}

            @Override
            public void stateChanged(PeerState state) {}
        });
    }

    /** May be refused, must not end the program. */
    private void ask(Supplier<CompletableFuture<?>> question) {
        loop.execute(() -> question.get().exceptionally(refused -> null));
    }

    private <T> CompletableFuture<T> onLoop(Supplier<CompletableFuture<T>> question) {
        return CompletableFuture.supplyAsync(question, loop).thenCompose(answer -> answer);
    }

    private static void settled(CompletableFuture<?> asked) {
        try {
            asked.join();
        } catch (CompletionException refused) {
            // As it should be, after the end.
        }
    }
}
