package dev.chatcall.desktop.core;

import dev.chatcall.desktop.client.ContactActions;
import dev.chatcall.desktop.http.Api;
import dev.chatcall.protocol.account.Person;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** One request each; what became of it comes as a frame too. */
record CoreContacts(OnLoop loop, Api api) implements ContactActions {

    @Override
    public CompletableFuture<List<Person>> search(String query) {
        String wanted = query.strip();
        return wanted.isEmpty()
                ? CompletableFuture.completedFuture(List.of())
                : loop.ask(() -> api.searchPeople(wanted));
    }

    @Override
    public CompletableFuture<Void> request(UUID accountId) {
        return loop.act(() -> api.requestContact(accountId));
    }

    @Override
    public CompletableFuture<Void> accept(UUID accountId) {
        return loop.act(() -> api.acceptContact(accountId));
    }

    @Override
    public CompletableFuture<Void> decline(UUID accountId) {
        return loop.act(() -> api.declineContact(accountId));
    }

    @Override
    public CompletableFuture<Void> cancel(UUID accountId) {
        return loop.act(() -> api.cancelContact(accountId));
    }

    @Override
    public CompletableFuture<Void> remove(UUID accountId) {
        return loop.act(() -> api.removeContact(accountId));
    }

    @Override
    public CompletableFuture<Void> block(UUID accountId) {
        return loop.act(() -> api.block(accountId));
    }

    @Override
    public CompletableFuture<Void> unblock(UUID accountId) {
        return loop.act(() -> api.unblock(accountId));
    }
}
