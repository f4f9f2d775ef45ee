package dev.chatcall.desktop.ui.call;

import com.ibm.icu.text.NumberFormat;
import dev.chatcall.desktop.call.LinkQuality;
import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.call.video.FrameCounts.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of a connection, as names and values for people; what is not known is left out. */
final class LinkFacts {
    private final Texts texts;
    private final NumberFormat number;
    private final NumberFormat percent;

    record Fact(String name, String value) {}

    LinkFacts(Texts texts) {
        this.texts = texts;
        number = NumberFormat.getIntegerInstance(texts.locale());
        percent = NumberFormat.getPercentInstance(texts.locale());
        percent.setMaximumFractionDigits(1);
    }

    /** @param frames of the person's picture; null where none is drawn */
    List<Fact> of(LinkQuality link, @Nullable Count frames) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "call.roundTrip", unit(link.roundTripMs(), "ms"));
        add(facts, "call.lossIn", share(link.lossIn()));
        add(facts, "call.lossOut", share(link.lossOut()));
        add(facts, "call.receives", unit(link.kbitIn(), "kbit/s"));
        add(facts, "call.sends", unit(link.kbitOut(), "kbit/s"));
        add(facts, "call.pictureSize", pictureOf(link));
        if (frames != null && frames.drawn() > 0) {
            add(facts, "desktop.call.framesDropped", number.format(frames.dropped()));
        }
        add(facts, "call.codecs", codecsOf(link));
        return facts;
    }

    private void add(List<Fact> facts, String key, @Nullable String value) {
        if (value != null) {
            facts.add(new Fact(texts.t(key), value));
        }
    }

    private @Nullable String unit(@Nullable Integer value, String unit) {
        return value == null ? null : number.format(value) + " " + unit;
    }

    private @Nullable String share(@Nullable Double value) {
        return value == null ? null : percent.format(value);
    }

    private @Nullable String pictureOf(LinkQuality link) {
        if (link.width() == null || link.height() == null) {
            return null;
        }
        String size = link.width() + " × " + link.height();
        return link.framesPerSecond() == null ? size : size + ", " + number.format(link.framesPerSecond()) + " fps";
    }

    private static @Nullable String codecsOf(LinkQuality link) {
        String codecs = Stream.of(link.audioCodec(), link.videoCodec())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return codecs.isEmpty() ? null : codecs;
    }
}
