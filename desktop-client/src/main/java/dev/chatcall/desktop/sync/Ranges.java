package dev.chatcall.desktop.sync;

import dev.chatcall.protocol.message.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What is loaded of a conversation: ranges, ascending, with something missing between any two. Pure. */
public final class Ranges {
    /** A range on screen is cut to this many messages; what is cut is loaded again when it is scrolled to. */
    public static final int RANGE_MAX = 500;

    private Ranges() {}

    /** The range that holds a message with this number. */
    public static Optional<Range> with(List<Range> ranges, long seq) {
        return ranges.stream().filter(range -> range.contains(seq)).findFirst();
    }

    /** Adds messages in any order; ranges that then touch become one. Of two versions of a message the later stays. */
    public static List<Range> insert(List<Range> ranges, List<Message> messages) {
        if (messages.isEmpty()) {
            return ranges;
        }
        if (messages.size() == 1
                && !ranges.isEmpty()
                && messages.getFirst().seq() == ranges.getLast().lastSeq() + 1) {
            return appended(ranges, messages.getFirst());
        }
        TreeMap<Long, Message> bySeq = new TreeMap<>();
        ranges.forEach(range -> range.messages().forEach(message -> bySeq.put(message.seq(), message)));
        for (Message message : messages) {
            bySeq.merge(message.seq(), message, (held, told) -> held.change() < told.change() ? told : held);
        }
        return runsOf(bySeq.values());
    }

    /** Replaces those messages that are loaded; adds none. */
    public static List<Range> replace(List<Range> ranges, List<Message> messages) {
        return insert(
                ranges,
                messages.stream()
                        .filter(message -> with(ranges, message.seq()).isPresent())
                        .toList());
    }

    /** Cuts one range to {@link #RANGE_MAX} messages, from the end that is not on screen. */
    public static List<Range> trim(List<Range> ranges, Range range, Keep keep) {
        if (range.size() <= RANGE_MAX) {
            return ranges;
        }
        List<Message> all = range.messages();
        Range cut = new Range(
                keep == Keep.OLDEST ? all.subList(0, RANGE_MAX) : all.subList(all.size() - RANGE_MAX, all.size()));
        return ranges.stream().map(other -> other == range ? cut : other).toList();
    }

    /** Which end is on screen. */
    public enum Keep {
        OLDEST,
        NEWEST
    }

    private static List<Range> appended(List<Range> ranges, Message message) {
        List<Message> last = new ArrayList<>(ranges.getLast().messages());
        last.add(message);
        List<Range> next = new ArrayList<>(ranges);
        next.set(next.size() - 1, new Range(last));
        return List.copyOf(next);
    }

    private static List<Range> runsOf(Collection<Message> messages) {
        List<List<Message>> runs = new ArrayList<>();
        for (Message message : messages) {
            if (runs.isEmpty() || runs.getLast().getLast().seq() + 1 != message.seq()) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(message);
        }
        return runs.stream().map(Range::new).toList();
    }
}
