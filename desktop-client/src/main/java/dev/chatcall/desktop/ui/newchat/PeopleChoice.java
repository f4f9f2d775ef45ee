package dev.chatcall.desktop.ui.newchat;

import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.protocol.account.Person;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Whom somebody chose, in the order in which they were. */
public final class PeopleChoice {
    private final Store<List<Person>> chosen = new Store<>(List.of());

    public Observable<List<Person>> chosen() {
        return chosen;
    }

    /** Their ids. */
    public List<UUID> ids() {
        return chosen.get().stream().map(Person::id).toList();
    }

    public boolean holds(Person person) {
        return ids().contains(person.id());
    }

    /** Takes somebody in, or out again. */
    public void toggle(Person person) {
        if (holds(person)) {
            chosen.update(now -> now.stream()
                    .filter(other -> !other.id().equals(person.id()))
                    .toList());
        } else {
            chosen.update(now -> Stream.concat(now.stream(), Stream.of(person)).toList());
        }
    }
}
