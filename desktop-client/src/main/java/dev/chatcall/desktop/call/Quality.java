package dev.chatcall.desktop.call;

import dev.chatcall.desktop.call.LinkQuality.Grade;
import dev.chatcall.desktop.call.LinkQuality.Way;
import dev.chatcall.protocol.call.QualityCause;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** From what was counted to what people are told. Pure. */
final class Quality {
    private static final double POOR_LOSS = 0.08;
    private static final double FAIR_LOSS = 0.03;
    private static final int POOR_ROUND_TRIP_MS = 600;
    private static final int FAIR_ROUND_TRIP_MS = 300;
    /** So many measures make a verdict; a call of a few seconds gets none. */
    private static final int MEASURES_MIN = 5;
    /** A call was bad when it was so for more than this part of it. */
    private static final double BAD_PART = 0.25;

    private Quality() {}

    /** What was measured of one person, at one time, for the verdict at the end. */
    record Measure(LinkQuality link, Sample.@Nullable Limit limitedBy, boolean self) {}

    /** What went on between two samples. */
    static LinkQuality between(@Nullable Sample before, Sample after) {
        long received = grown(before, after, Sample::packetsIn);
        long lost = grown(before, after, Sample::lostIn);
        Double lossIn = received + lost > 0 ? Double.valueOf((double) lost / (received + lost)) : null;
        return new LinkQuality(
                gradeOf(Math.max(orZero(lossIn), orZero(after.lossOut())), orZero(after.roundTripMs())),
                after.roundTripMs(),
                lossIn,
                after.lossOut(),
                rate(before, after, Sample::bytesIn),
                rate(before, after, Sample::bytesOut),
                after.videoCodec(),
                after.audioCodec(),
                after.framesPerSecond(),
                after.width(),
                after.height(),
                after.way());
    }

    /** Why a call was bad, or null when it was not. What one can do something about comes first. */
    static @Nullable QualityCause causeOf(Collection<List<Measure>> measures) {
        List<List<Measure>> lists =
                measures.stream().filter(list -> list.size() >= MEASURES_MIN).toList();
        List<Measure> mine = lists.stream()
                .filter(list -> list.stream().anyMatch(Measure::self))
                .findFirst()
                .orElse(List.of());
        List<List<Measure>> others = lists.stream().filter(list -> list != mine).toList();
        if (bad(mine, measure -> measure.limitedBy() == Sample.Limit.PROCESSOR)) {
            return QualityCause.PROCESSOR;
        }
        Predicate<Measure> relayed = measure ->
                measure.link().way() == Way.RELAYED && orZero(measure.link().roundTripMs()) > FAIR_ROUND_TRIP_MS;
        if (bad(mine, relayed) || others.stream().anyMatch(list -> bad(list, relayed))) {
            return QualityCause.RELAYED;
        }
        if (bad(mine, measure -> orZero(measure.link().lossOut()) > FAIR_LOSS)) {
            return QualityCause.UPLINK;
        }
        long badIn = others.stream()
                .filter(list -> bad(list, measure -> orZero(measure.link().lossIn()) > FAIR_LOSS))
                .count();
        if (badIn == 0) {
            return null;
        }
        return badIn < others.size() || others.size() == 1 ? QualityCause.THEIR_NETWORK : QualityCause.DOWNLINK;
    }

    private static boolean bad(List<Measure> list, Predicate<Measure> is) {
        return !list.isEmpty() && (double) list.stream().filter(is).count() / list.size() > BAD_PART;
    }

    private static Grade gradeOf(double loss, int roundTripMs) {
        if (loss > POOR_LOSS || roundTripMs > POOR_ROUND_TRIP_MS) {
            return Grade.POOR;
        }
        return loss > FAIR_LOSS || roundTripMs > FAIR_ROUND_TRIP_MS ? Grade.FAIR : Grade.GOOD;
    }

    private static long grown(@Nullable Sample before, Sample after, ToLongFunction<Sample> of) {
        return before == null ? of.applyAsLong(after) : Math.max(of.applyAsLong(after) - of.applyAsLong(before), 0);
    }

    /** What never sent or received anything has no rate, rather than one of 0. */
    private static @Nullable Integer rate(@Nullable Sample before, Sample after, ToLongFunction<Sample> bytes) {
        if (before == null || bytes.applyAsLong(after) == 0) {
            return null;
        }
        double milliseconds = Math.max(after.at() - before.at(), 1);
        return (int) Math.round(grown(before, after, bytes) * 8 / milliseconds);
    }

    private static double orZero(@Nullable Double value) {
        return value == null ? 0 : value;
    }

    private static int orZero(@Nullable Integer value) {
        return value == null ? 0 : value;
    }
}
