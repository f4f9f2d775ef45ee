package dev.chatcall.desktop.ui.people;

import dev.chatcall.desktop.client.ContactActions;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.account.Person;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** People of this server as one types; what was found before stays until the next answer is there. */
public final class PeopleSearch {
    private static final int PAUSE_MS = 200;

    private final ContactActions contacts;
    private final Executor afterPause;
    private final Executor fx;
    private final Store<Result> result = new Store<>(new Result.Idle());
    private String wanted = "";
    private int asked;

    /** @param fx where it is asked and where results come */
    public PeopleSearch(ContactActions contacts, Executor fx) {
        this(contacts, CompletableFuture.delayedExecutor(PAUSE_MS, TimeUnit.MILLISECONDS, fx), fx);
    }

    /** @param afterPause runs on {@code fx} after a pause in typing */
    PeopleSearch(ContactActions contacts, Executor afterPause, Executor fx) {
        this.contacts = contacts;
        this.afterPause = afterPause;
        this.fx = fx;
    }

    public Observable<Result> result() {
        return result;
    }

    /** Asks for what was typed so far; the same again asks nothing. */
    public void ask(String query) {
        String next = cut(query.strip());
        if (next.equals(wanted)) {
            return;
        }
        wanted = next;
        int ask = ++asked;
        if (next.isEmpty()) {
            result.set(new Result.Idle());
            return;
        }
        result.set(new Result.Searching(result.get().people()));
        afterPause.execute(() -> {
            if (ask == asked) {
                send(ask);
            }
        });
    }

    private void send(int ask) {
        contacts.search(wanted).whenCompleteAsync((people, failure) -> receive(ask, people, failure), fx);
    }

    private void receive(int ask, @Nullable List<Person> people, @Nullable Throwable failure) {
        if (ask != asked) {
            return;
        }
        result.set(people == null ? new Result.Failed(failure) : new Result.Found(people));
    }

    private static String cut(String query) {
        int count = Math.min(Limits.SEARCH_MAX, query.codePointCount(0, query.length()));
        return query.substring(0, query.offsetByCodePoints(0, count));
    }

    /** How far a search has come. */
    public sealed interface Result {
        record Idle() implements Result {}

        /** @param people found for what was typed before */
        record Searching(List<Person> people) implements Result {}

        record Found(List<Person> people) implements Result {}

        record Failed(@Nullable Throwable failure) implements Result {}

        /** Those to show now. */
        default List<Person> people() {
            return switch (this) {
                case Searching(List<Person> people) -> people;
                case Found(List<Person> people) -> people;
                case Idle _, Failed _ -> List.of();
            };
        }
    }
}
