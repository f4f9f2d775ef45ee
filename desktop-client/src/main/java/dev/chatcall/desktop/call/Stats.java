package dev.chatcall.desktop.call;

import dev.chatcall.desktop.call.LinkQuality.Way;
import dev.chatcall.desktop.call.Sample.Limit;
import dev.chatcall.desktop.media.Stat;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the statistics of connections (W3C webrtc-stats), as far as they are used. Pure. */
final class Stats {
    private Stats() {}

    /**
     * What the entries of one or more reports come to.
     *
     * @param at milliseconds
     * @param way null where it is to be told from the candidates in use
     * @param incoming the picture's size and the codecs are told of what comes in, else of what goes out
     */
    static Sample sampleOf(List<Stat> stats, long at, @Nullable Way way, boolean incoming) {
        List<Stat> in = of(stats, "inbound-rtp");
        List<Stat> out = of(stats, "outbound-rtp");
        List<Stat> told = of(stats, "remote-inbound-rtp");
        Stat pair = pairInUse(stats);
        List<Stat> shown = incoming ? in : out;
        Stat video = shown.stream()
                .filter(Stats::isVideo)
                .max(Comparator.comparingDouble(stat -> orZero(stat.number("frameWidth"))))
                .orElse(null);
        // Of a line that carries nothing no codec is known.
        Stat audio = shown.stream()
                .filter(stat -> !isVideo(stat))
                .max(Comparator.comparingDouble(
                        stat -> orZero(stat.number(incoming ? "packetsReceived" : "packetsSent"))))
                .orElse(null);
        return new Sample(
                at,
                sum(in, "packetsReceived"),
                Math.max(sum(in, "packetsLost"), 0),
                sum(in, "bytesReceived"),
                sum(out, "bytesSent"),
                lossOut(told),
                roundTripMs(pair, told),
                codecOf(stats, video),
                codecOf(stats, audio),
                whole(video, "framesPerSecond"),
                whole(video, "frameWidth"),
                whole(video, "frameHeight"),
                way == null ? wayOf(stats, pair) : way,
                limitOf(out));
    }

    /** How loud what comes in is, 0 to 1: of the audio line with this mid, or of any where it is null. */
    static double levelIn(List<Stat> stats, @Nullable String mid) {
        return of(stats, "inbound-rtp").stream()
                .filter(stat -> !isVideo(stat) && (mid == null || mid.equals(stat.text("mid"))))
                .mapToDouble(stat -> orZero(stat.number("audioLevel")))
                .max()
                .orElse(0);
    }

    /** How loud one's own microphone is, 0 to 1, after what makes it quieter (noise, echo). */
    static double levelOut(List<Stat> stats) {
        return of(stats, "media-source").stream()
                .filter(stat -> !isVideo(stat))
                .mapToDouble(stat -> orZero(stat.number("audioLevel")))
                .max()
                .orElse(0);
    }

    private static List<Stat> of(List<Stat> stats, String type) {
        return stats.stream().filter(stat -> stat.type().equals(type)).toList();
    }

    private static @Nullable Double lossOut(List<Stat> told) {
        return told.stream()
                .map(stat -> stat.number("fractionLost"))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable Integer roundTripMs(@Nullable Stat pair, List<Stat> told) {
        Stream<Double> ofPair = pair == null ? Stream.of() : Stream.ofNullable(pair.number("currentRoundTripTime"));
        Stream<Double> ofTold = told.stream().map(stat -> stat.number("roundTripTime"));
        return Stream.concat(ofPair, ofTold)
                .filter(Objects::nonNull)
                .findFirst()
                .map(seconds -> (int) Math.round(seconds * 1000))
                .orElse(null);
    }

    /** The candidate pair that carries the media. */
    private static @Nullable Stat pairInUse(List<Stat> stats) {
        String chosen = of(stats, "transport").stream()
                .map(stat -> stat.text("selectedCandidatePairId"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        List<Stat> pairs = of(stats, "candidate-pair");
        return pairs.stream()
                .filter(pair -> pair.id().equals(chosen))
                .findFirst()
                .or(() -> pairs.stream()
                        .filter(pair -> pair.is("nominated") && "succeeded".equals(pair.text("state")))
                        .findFirst())
                .orElse(null);
    }

    private static @Nullable Way wayOf(List<Stat> stats, @Nullable Stat pair) {
        if (pair == null) {
            return null;
        }
        String local = pair.text("localCandidateId");
        String remote = pair.text("remoteCandidateId");
        boolean relayed = stats.stream()
                .filter(stat -> stat.id().equals(local) || stat.id().equals(remote))
                .anyMatch(stat -> "relay".equals(stat.text("candidateType")));
        return relayed ? Way.RELAYED : Way.DIRECT;
    }

    private static @Nullable Limit limitOf(List<Stat> out) {
        List<String> limits = out.stream()
                .map(stat -> stat.text("qualityLimitationReason"))
                .filter(Objects::nonNull)
                .toList();
        if (limits.contains("cpu")) {
            return Limit.PROCESSOR;
        }
        return limits.contains("bandwidth") ? Limit.BANDWIDTH : null;
    }

    private static @Nullable String codecOf(List<Stat> stats, @Nullable Stat stream) {
        String codecId = stream == null ? null : stream.text("codecId");
        return stats.stream()
                .filter(stat -> stat.id().equals(codecId))
                .map(stat -> stat.text("mimeType"))
                .filter(Objects::nonNull)
                .map(type -> type.substring(type.indexOf('/') + 1))
                .findFirst()
                .orElse(null);
    }

    private static boolean isVideo(Stat stat) {
        String kind = stat.text("kind");
        return kind != null && kind.toLowerCase(Locale.ROOT).equals("video");
    }

    private static @Nullable Integer whole(@Nullable Stat stat, String field) {
        Double value = stat == null ? null : stat.number(field);
        return value == null ? null : Integer.valueOf((int) Math.round(value));
    }

    private static long sum(List<Stat> stats, String field) {
        return (long) numbers(stats, field).sum();
    }

    private static DoubleStream numbers(List<Stat> stats, String field) {
        return stats.stream().mapToDouble(stat -> orZero(stat.number(field)));
    }

    private static double orZero(@Nullable Double value) {
        return value == null ? 0 : value;
    }
}
