package dev.chatcall.desktop.history;

import dev.chatcall.desktop.client.Timeline.Loading;
import dev.chatcall.desktop.http.Answers;
import dev.chatcall.desktop.http.PageOf;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.desktop.sync.ConversationEntry;
import dev.chatcall.desktop.sync.Maps;
import dev.chatcall.desktop.sync.Range;
import dev.chatcall.desktop.sync.Ranges;
import dev.chatcall.desktop.sync.Replica;
import dev.chatcall.protocol.message.Message;
import dev.chatcall.protocol.message.MessagePage;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Loads history in pages and knows which piece of each conversation is looked at. On the loop. */
public final class History {
    private static final int PAGE = 50;
    /** So many messages before the first unread one are shown with it. */
    private static final int CONTEXT = 10;
    /** So many conversations keep what was loaded of them; the others keep their last message. */
    private static final int KEPT = 20;

    private static final CompletableFuture<Void> NOTHING = CompletableFuture.completedFuture(null);

    private final Store<Views> views = new Store<>(Views.NONE);
    private final Replica replica;
    private final Pages pages;
    private final Map<Load, CompletableFuture<Void>> loads = new HashMap<>();
    /** Opened lately, the latest last. */
    private final SequencedSet<UUID> recent = new LinkedHashSet<>();
    /** Grows when everything held is dropped, so that a page asked for before is not put among what came after. */
    private int turn;

    public History(Replica replica, Pages pages) {
        this.replica = replica;
        this.pages = pages;
    }

    /** Where pages come from; answers on the loop. */
    @FunctionalInterface
    public interface Pages {
        CompletableFuture<MessagePage> page(UUID conversationId, PageOf of, int limit);
    }

    public Observable<Views> views() {
        return views;
    }

    public void clear() {
        turn++;
        loads.clear();
        recent.clear();
        views.set(Views.NONE);
    }

    /** Puts a conversation on screen, at its first unread message or at its end. */
    public void open(@Nullable UUID conversationId) {
        views.update(held -> new Views(conversationId, held.timelines()));
        if (conversationId != null) {
            replica.entry(conversationId).ifPresent(this::begin);
        }
    }

    private void begin(ConversationEntry entry) {
        UUID id = entry.id();
        remember(id);
        Optional<Long> firstUnread = entry.firstUnreadOf(replica.accountId());
        view(id, _ -> new TimelineView(firstUnread.orElse(null), null, null, firstUnread.orElse(null)));
        if (firstUnread.isEmpty()) {
            toNewest(id);
        } else if (!hasBefore(entry, firstUnread.get())) {
            around(id, firstUnread.get());
        }
    }

    /** A message came while nobody looked: the "new messages" line goes there, unless it marks more already. */
    public void arrivedUnseen(Message message) {
        UUID id = message.conversationId();
        Optional<ConversationEntry> entry = replica.entry(id);
        if (entry.isEmpty() || !id.equals(views.get().open())) {
            return;
        }
        long readSeq = entry.get().readSeqOf(replica.accountId());
        view(id, held -> {
            Long line = held.newLineSeq();
            return line != null && line > readSeq ? held : held.withNewLine(message.seq());
        });
    }

    public CompletableFuture<Void> loadOlder(UUID conversationId) {
        Optional<Range> range = shown(conversationId);
        if (range.isEmpty() || range.get().firstSeq() <= 1) {
            return NOTHING;
        }
        long before = range.get().firstSeq();
        BooleanSupplier unmoved = unmoved(conversationId);
        Load load = new Load(conversationId, Loading.OLDER, new PageOf.Before(before));
        return load(load, (entry, page) -> {
            List<Range> ranges = Ranges.insert(entry.ranges(), page.messages());
            List<Range> cut = Ranges.with(ranges, before)
                    .map(grown -> Ranges.trim(ranges, grown, Ranges.Keep.OLDEST))
                    .orElse(ranges);
            if (cut != ranges && unmoved.getAsBoolean()) {
                // What is on screen ends elsewhere than at the present from here on.
                view(conversationId, held -> held.withFocus(before));
            }
            return entry.withRanges(cut);
        });
    }

    public CompletableFuture<Void> loadNewer(UUID conversationId) {
        Optional<Range> range = shown(conversationId);
        Optional<ConversationEntry> entry = replica.entry(conversationId);
        if (range.isEmpty()
                || entry.isEmpty()
                || range.get().lastSeq() >= entry.get().lastSeq()) {
            return NOTHING;
        }
        long after = range.get().lastSeq();
        BooleanSupplier unmoved = unmoved(conversationId);
        Load load = new Load(conversationId, Loading.NEWER, new PageOf.After(after));
        return load(load, (held, page) -> {
            List<Range> ranges = Ranges.insert(held.ranges(), page.messages());
            Optional<Range> grown = Ranges.with(ranges, after);
            boolean reaches = grown.isPresent() && grown.get().lastSeq() >= held.lastSeq();
            if (unmoved.getAsBoolean()) {
                view(conversationId, seen -> seen.withFocus(reaches ? null : after));
            }
            return held.withRanges(grown.map(piece -> Ranges.trim(ranges, piece, Ranges.Keep.NEWEST))
                    .orElse(ranges));
        });
    }

    /** Moves to a message; what is loaded already is not loaded again. */
    public CompletableFuture<Void> jumpTo(UUID conversationId, long seq) {
        view(conversationId, held -> held.withFocus(seq).withLoading(held.loading(), null));
        Optional<ConversationEntry> entry = replica.entry(conversationId);
        boolean there =
                entry.isEmpty() || Ranges.with(entry.get().ranges(), seq).isPresent();
        return there ? NOTHING : around(conversationId, seq);
    }

    public CompletableFuture<Void> jumpToNewest(UUID conversationId) {
        view(conversationId, held -> held.withFocus(null).withLoading(held.loading(), null));
        return toNewest(conversationId);
    }

    /** A conversation was started afresh: loads again what is on screen, forgets the rest. */
    public void reset(UUID conversationId) {
        if (!conversationId.equals(views.get().open())) {
            replica.change(conversationId, ConversationEntry::withoutStale);
            return;
        }
        Long focus = views.get().of(conversationId).focus();
        if (focus == null) {
            toNewest(conversationId);
        } else {
            around(conversationId, focus);
        }
    }

    public void removed(UUID conversationId) {
        recent.remove(conversationId);
        views.update(held -> new Views(held.open(), Maps.without(held.timelines(), conversationId)));
    }

    /** A sync is through: what was opened before it, or could not be loaded, can be loaded now. */
    public void synced() {
        UUID open = views.get().open();
        if (open == null) {
            return;
        }
        TimelineView view = views.get().timelines().get(open);
        if (view == null || view.error() != null) {
            open(open);
        }
    }

    /** Enough before a message is loaded to read on from there. */
    private static boolean hasBefore(ConversationEntry entry, long seq) {
        return entry.stale() == null
                && Ranges.with(entry.ranges(), seq)
                        .filter(range -> range.firstSeq() <= Math.max(1, seq - CONTEXT))
                        .isPresent();
    }

    private CompletableFuture<Void> around(UUID conversationId, long seq) {
        return load(new Load(conversationId, Loading.AROUND, new PageOf.Around(seq)), History::withPage);
    }

    private CompletableFuture<Void> toNewest(UUID conversationId) {
        Optional<ConversationEntry> held = replica.entry(conversationId);
        if (held.isEmpty() || held.get().lastSeq() == 0) {
            return NOTHING;
        }
        ConversationEntry entry = held.get();
        boolean enough = entry.newestRange()
                .filter(last -> last.lastSeq() >= entry.lastSeq())
                .filter(last -> last.size() >= PAGE || last.firstSeq() == 1)
                .isPresent();
        if (enough && entry.stale() == null) {
            return NOTHING;
        }
        PageOf newest = new PageOf.Before(entry.lastSeq() + 1);
        return load(new Load(conversationId, Loading.AROUND, newest), History::withPage);
    }

    private CompletableFuture<Void> load(
            Load load, BiFunction<ConversationEntry, MessagePage, ConversationEntry> enter) {
        CompletableFuture<Void> running = loads.get(load);
        if (running != null) {
            return running;
        }
        CompletableFuture<Void> done = new CompletableFuture<>();
        loads.put(load, done);
        fetch(load, enter).whenComplete((_, _) -> {
            loads.remove(load, done);
            done.complete(null);
        });
        return done;
    }

    private CompletableFuture<?> fetch(Load load, BiFunction<ConversationEntry, MessagePage, ConversationEntry> enter) {
        int mine = turn;
        UUID id = load.conversationId();
        view(id, held -> held.withLoading(load.kind(), null));
        return pages.page(id, load.of(), PAGE).whenComplete((page, failure) -> {
            if (mine != turn) {
                return;
            }
            if (failure == null) {
                replica.change(id, entry -> enter.apply(entry, page));
            }
            String code = failure == null ? null : Answers.failureOf(failure).code();
            view(id, held -> held.withLoading(null, code));
        });
    }

    /** The page among what is loaded; it answers for what was doubtful. */
    private static ConversationEntry withPage(ConversationEntry entry, MessagePage page) {
        return entry.withoutStale().withRanges(Ranges.insert(entry.ranges(), page.messages()));
    }

    /** Whether one still looks where one did when this was called: a page that comes late must not lead back there. */
    private BooleanSupplier unmoved(UUID conversationId) {
        Long focus = views.get().of(conversationId).focus();
        return () -> Objects.equals(focus, views.get().of(conversationId).focus());
    }

    private Optional<Range> shown(UUID conversationId) {
        TimelineView view = views.get().of(conversationId);
        return replica.entry(conversationId).flatMap(entry -> Shown.range(entry, view));
    }

    private void view(UUID conversationId, UnaryOperator<TimelineView> change) {
        views.update(held -> new Views(
                held.open(), Maps.with(held.timelines(), conversationId, change.apply(held.of(conversationId)))));
    }

    private void remember(UUID conversationId) {
        recent.remove(conversationId);
        recent.addLast(conversationId);
        while (recent.size() > KEPT) {
            UUID forgotten = recent.removeFirst();
            replica.change(forgotten, entry -> {
                Message last = entry.lastMessage();
                List<Range> only = last == null ? List.of() : List.of(new Range(List.of(last)));
                return entry.withoutStale().withRanges(only);
            });
        }
    }

    private record Load(UUID conversationId, Loading kind, PageOf of) {}
}
