package dev.chatcall.desktop.client;

import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.presence.Presence;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What can be watched. Each call with the same argument returns an observable of the same thing. */
public interface ClientState {
    Observable<Session> session();

    Observable<ConnectionState> connection();

    /** False until there is something to show: what is kept here, or the first sync. Show skeletons. */
    Observable<Boolean> ready();

    /** One's own account with contacts, settings and preferences; empty until known. */
    Observable<Optional<Account>> account();

    /** Pinned ones first, then the most recent. */
    Observable<List<ConversationView>> conversations();

    Observable<Badge> badge();

    Observable<OutboxSummary> outbox();

    Observable<DevicePreferences> preferences();

    /** Milliseconds to add to this device's clock to have the server's; for showing "today" rightly. */
    Observable<Long> clockOffset();

    Observable<Optional<ConversationView>> conversation(UUID id);

    /** Nothing is loaded by watching: see {@link MessageActions#open}. */
    Observable<Timeline> timeline(UUID conversationId);

    Observable<Receipts> receipts(UUID conversationId, long seq);

    /** The others who are typing there, in no order. */
    Observable<List<UUID>> typing(UUID conversationId);

    Observable<String> draft(UUID conversationId);

    Observable<Optional<Person>> person(UUID accountId);

    Observable<Optional<Presence>> presence(UUID accountId);
}
