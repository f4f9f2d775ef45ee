package dev.chatcall.desktop.ui.conversation.message;

import dev.chatcall.desktop.client.ClientState;
import dev.chatcall.desktop.client.Session;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.protocol.account.Person;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people whom a conversation's rows name. Who was asked for once is watched, and a change is told. */
public final class Names {
    private final ClientState state;
    private final Watching watching;
    private final Runnable changed;
    private final Map<UUID, Optional<Person>> people = new HashMap<>();

    public Names(ClientState state, Watching watching, Runnable changed) {
        this.state = state;
        this.watching = watching;
        this.changed = changed;
    }

    /** Null while nothing is known of them. */
    public @Nullable Person of(UUID id) {
        Optional<Person> known = people.get(id);
        if (known == null) {
            known = state.person(id).get();
            people.put(id, known);
            watching.watch(state.person(id), person -> take(id, person));
        }
        return known.orElse(null);
    }

    public @Nullable String nameOf(UUID id) {
        Person person = of(id);
        return person == null ? null : person.displayName();
    }

    /** One's own id; null while nobody is signed in. */
    public @Nullable UUID me() {
        return state.session().get() instanceof Session.SignedIn(UUID id) ? id : null;
    }

    private void take(UUID id, Optional<Person> person) {
        if (!person.equals(people.put(id, person))) {
            changed.run();
        }
    }
}
