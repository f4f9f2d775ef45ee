package dev.chatcall.desktop.core;

import dev.chatcall.desktop.client.Badge;
import dev.chatcall.desktop.client.ClientState;
import dev.chatcall.desktop.client.ConnectionState;
import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.client.DevicePreferences;
import dev.chatcall.desktop.client.OutboxSummary;
import dev.chatcall.desktop.client.Receipts;
import dev.chatcall.desktop.client.Session;
import dev.chatcall.desktop.client.Timeline;
import dev.chatcall.desktop.history.TimelineView;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.outbox.OutboxEntry;
import dev.chatcall.desktop.outbox.OutboxState;
import dev.chatcall.desktop.selector.ConversationViews;
import dev.chatcall.desktop.selector.Timelines;
import dev.chatcall.desktop.sync.ConversationEntry;
import dev.chatcall.desktop.sync.SyncState;
import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.presence.Presence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What can be watched, made from the stores of the parts. */
final class CoreState implements ClientState {
    private final Workspace workspace;
    private final Observable<Session> session;
    private final Observable<DevicePreferences> preferences;
    private final Observable<SyncState> sync;
    private final Observable<OutboxState> outbox;
    private final ConversationViews views = new ConversationViews();
    private final Observable<List<ConversationView>> conversations;
    private final Observable<Badge> badge;
    private final Map<UUID, Observable<Optional<ConversationView>>> conversation = new ConcurrentHashMap<>();
    private final Map<UUID, Observable<Timeline>> timeline = new ConcurrentHashMap<>();

    CoreState(Workspace workspace, Observable<Session> session, Observable<DevicePreferences> preferences) {
        this.workspace = workspace;
        this.session = session;
        this.preferences = preferences;
        this.sync = workspace.replica().state();
        this.outbox = workspace.outbox().state();
        this.conversations = derive(sync, outbox, views::list);
        this.badge = conversations.map(ConversationViews::badge);
    }

    @Override
    public Observable<Session> session() {
        return session;
    }

    @Override
    public Observable<ConnectionState> connection() {
        return workspace.connection().state();
    }

    @Override
    public Observable<Boolean> ready() {
        return sync.map(SyncState::ready);
    }

    @Override
    public Observable<Optional<Account>> account() {
        return sync.map(held -> Optional.ofNullable(held.account()));
    }

    @Override
    public Observable<List<ConversationView>> conversations() {
        return conversations;
    }

    @Override
    public Observable<Badge> badge() {
        return badge;
    }

    @Override
    public Observable<OutboxSummary> outbox() {
        return outbox.map(OutboxState::summary);
    }

    @Override
    public Observable<DevicePreferences> preferences() {
        return preferences;
    }

    @Override
    public Observable<Long> clockOffset() {
        return sync.map(SyncState::clockOffset);
    }

    @Override
    public Observable<Optional<ConversationView>> conversation(UUID id) {
        return conversation.computeIfAbsent(
                id, key -> derive(sync, outbox, (held, pending) -> views.one(key, held, pending)));
    }

    @Override
    public Observable<Timeline> timeline(UUID conversationId) {
        return timeline.computeIfAbsent(conversationId, this::makeTimeline);
    }

    private Observable<Timeline> makeTimeline(UUID id) {
        Observable<Held> held = sync.map(
                state -> new Held(Optional.ofNullable(state.conversations().get(id)), state.accountId()));
        Observable<Looked> looked =
                derive(workspace.history().views(), outbox, (seen, pending) -> new Looked(seen.of(id), pending.of(id)));
        return derive(
                held,
                looked,
                (what, how) -> Timelines.timeline(id, what.entry().orElse(null), how.view(), how.pending(), what.me()));
    }

    @Override
    public Observable<Receipts> receipts(UUID conversationId, long seq) {
        return sync.map(held -> Timelines.receipts(held.conversations().get(conversationId), seq, held.accountId()));
    }

    @Override
    public Observable<List<UUID>> typing(UUID conversationId) {
        return sync.map(held ->
                List.copyOf(held.typing().getOrDefault(conversationId, Map.of()).keySet()));
    }

    @Override
    public Observable<String> draft(UUID conversationId) {
        return workspace.drafts().state().map(drafts -> drafts.getOrDefault(conversationId, ""));
    }

    @Override
    public Observable<Optional<Person>> person(UUID accountId) {
        return sync.map(optional(state -> state.people().get(accountId)));
    }

    @Override
    public Observable<Optional<Presence>> presence(UUID accountId) {
        return sync.map(optional(state -> state.presence().get(accountId)));
    }

    private static <T> Function<SyncState, Optional<T>> optional(Function<SyncState, @Nullable T> found) {
        return state -> Optional.ofNullable(found.apply(state));
    }

    private static <A, B, T> Observable<T> derive(
            Observable<A> first, Observable<B> second, BiFunction<? super A, ? super B, ? extends T> function) {
        return new Derived<>(first, second, function);
    }

    private record Held(Optional<ConversationEntry> entry, UUID me) {}

    private record Looked(TimelineView view, List<OutboxEntry> pending) {}
}
