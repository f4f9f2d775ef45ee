package dev.chatcall.desktop.client;

import dev.chatcall.protocol.account.Person;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

public interface ContactActions {
    /** People of this server by a part of their user name or display name. */
    CompletableFuture<List<Person>> search(String query);

    CompletableFuture<Void> request(UUID accountId);

    CompletableFuture<Void> accept(UUID accountId);

    CompletableFuture<Void> decline(UUID accountId);

    /** Takes one's own request back. */
    CompletableFuture<Void> cancel(UUID accountId);

    CompletableFuture<Void> remove(UUID accountId);

    CompletableFuture<Void> block(UUID accountId);

    CompletableFuture<Void> unblock(UUID accountId);
}
