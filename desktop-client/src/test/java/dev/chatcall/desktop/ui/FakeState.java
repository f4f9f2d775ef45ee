package dev.chatcall.desktop.ui;

import dev.chatcall.desktop.client.Badge;
import dev.chatcall.desktop.client.ClientState;
import dev.chatcall.desktop.client.ConnectionState;
import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.client.DevicePreferences;
import dev.chatcall.desktop.client.OutboxSummary;
import dev.chatcall.desktop.client.Receipts;
import dev.chatcall.desktop.client.Session;
import dev.chatcall.desktop.client.Timeline;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.presence.Presence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Everything that screens watch, to be set by a test. A conversation follows the list; the rest is set by itself. */
public final class FakeState implements ClientState {
    public final Store<Session> session = new Store<>(new Session.SignedOut(false));
    public final Store<ConnectionState> connection = new Store<>(new ConnectionState.Live());
    public final Store<Boolean> ready = new Store<>(true);
    public final Store<Optional<Account>> account = new Store<>(Optional.empty());
    public final Store<List<ConversationView>> conversations = new Store<>(List.of());
    public final Store<Badge> badge = new Store<>(new Badge(0, 0));
    public final Store<OutboxSummary> outbox = new Store<>(new OutboxSummary(0, 0, true));
    public final Store<DevicePreferences> preferences = new Store<>(DevicePreferences.DEFAULTS);
    public final Store<Long> clockOffset = new Store<>(0L);

    private final Map<UUID, Store<Timeline>> timelines = new ConcurrentHashMap<>();
    private final Map<String, Store<Receipts>> receipts = new ConcurrentHashMap<>();
    private final Map<UUID, Store<List<UUID>>> typing = new ConcurrentHashMap<>();
    private final Map<UUID, Store<String>> drafts = new ConcurrentHashMap<>();
    private final Map<UUID, Store<Optional<Person>>> people = new ConcurrentHashMap<>();
    private final Map<UUID, Store<Optional<Presence>>> presences = new ConcurrentHashMap<>();

    @Override
    public Store<Session> session() {
        return session;
    }

    @Override
    public Store<ConnectionState> connection() {
        return connection;
    }

    @Override
    public Store<Boolean> ready() {
        return ready;
    }

    @Override
    public Store<Optional<Account>> account() {
        return account;
    }

    @Override
    public Store<List<ConversationView>> conversations() {
        return conversations;
    }

    @Override
    public Store<Badge> badge() {
        return badge;
    }

    @Override
    public Store<OutboxSummary> outbox() {
        return outbox;
    }

    @Override
    public Store<DevicePreferences> preferences() {
        return preferences;
    }

    @Override
    public Store<Long> clockOffset() {
        return clockOffset;
    }

    @Override
    public Observable<Optional<ConversationView>> conversation(UUID id) {
        return conversations.map(
                all -> all.stream().filter(one -> one.id().equals(id)).findFirst());
    }

    @Override
    public Store<Timeline> timeline(UUID conversationId) {
        return timelines.computeIfAbsent(conversationId, id -> new Store<>(Timeline.empty(id)));
    }

    @Override
    public Store<Receipts> receipts(UUID conversationId, long seq) {
        return receipts.computeIfAbsent(
                conversationId + "/" + seq, key -> new Store<>(new Receipts(List.of(), List.of(), List.of())));
    }

    @Override
    public Store<List<UUID>> typing(UUID conversationId) {
        return typing.computeIfAbsent(conversationId, id -> new Store<>(List.of()));
    }

    @Override
    public Store<String> draft(UUID conversationId) {
        return drafts.computeIfAbsent(conversationId, id -> new Store<>(""));
    }

    @Override
    public Store<Optional<Person>> person(UUID accountId) {
        return people.computeIfAbsent(accountId, id -> new Store<>(Optional.empty()));
    }

    @Override
    public Store<Optional<Presence>> presence(UUID accountId) {
        return presences.computeIfAbsent(accountId, id -> new Store<>(Optional.empty()));
    }
}
