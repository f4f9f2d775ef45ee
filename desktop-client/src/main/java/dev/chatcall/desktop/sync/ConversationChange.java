package dev.chatcall.desktop.sync;

import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.conversation.ConversationState;
import dev.chatcall.protocol.message.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Numbered changes and states of conversations: in order, without gaps, each once. */
final class ConversationChange {
    private ConversationChange() {}

    /** A frame that carries the next change is applied, a known one ignored, one from further on set aside. */
    static Applied next(SyncState state, ChangeFrame frame, long now) {
        UUID id = frame.conversationId();
        ConversationEntry entry = state.conversations().get(id);
        if (entry != null && frame.change() <= entry.change()) {
            return new Applied(state, storedIn(state, frame.messages()));
        }
        if (entry == null || frame.change() > entry.change() + 1) {
            return Applied.quiet(setAside(state, id, frame.change(), now, frame));
        }
        return drain(applyNext(state, entry, frame), id);
    }

    /** A change happened whose content this client was not told. */
    static Applied missed(SyncState state, UUID conversationId, long change, long now) {
        ConversationEntry entry = state.conversations().get(conversationId);
        return Applied.quiet(
                entry != null && change <= entry.change() ? state : setAside(state, conversationId, change, now, null));
    }

    /** A conversation whole or since a change; what is older than what is held changes nothing. */
    static Applied told(SyncState state, ConversationState told, long now) {
        UUID id = told.conversationId();
        ConversationEntry held = state.conversations().get(id);
        if (told.since() == null) {
            return whole(state, told, held);
        }
        if (held == null || told.since() > held.change()) {
            return Applied.quiet(setAside(state, id, told.change(), now, null));
        }
        if (told.change() < held.change()) {
            return Applied.quiet(state);
        }
        ConversationEntry entry = EntryChange.after(held, told, state.accountId());
        return drain(entered(state, entry, told.people(), told.messages(), List.of()), id);
    }

    private static Applied whole(SyncState state, ConversationState told, @Nullable ConversationEntry held) {
        // Within a sync the server has seen our cursor and answers it: then even a lower number is the truth.
        if (held != null && !state.syncing() && told.change() <= held.change()) {
            return Applied.quiet(state);
        }
        Optional<ConversationEntry> entry = EntryChange.ofWhole(told, held, state.accountId());
        if (entry.isEmpty()) {
            return Applied.quiet(state);
        }
        UUID id = told.conversationId();
        List<Effect> before = held == null ? List.of() : List.of(new Effect.Reset(id));
        return drain(entered(state, entry.get(), told.people(), told.messages(), before), id);
    }

    /** One takes no part any more. */
    static Applied removed(SyncState state, UUID conversationId) {
        boolean known = state.conversations().containsKey(conversationId);
        SyncState next = state.withConversations(Maps.without(state.conversations(), conversationId))
                .withAside(Maps.without(state.aside(), conversationId))
                .withTyping(Maps.without(state.typing(), conversationId));
        return new Applied(next, known ? List.of(new Effect.Removed(conversationId)) : List.of());
    }

    private static Applied applyNext(SyncState state, ConversationEntry entry, ChangeFrame frame) {
        List<Person> people =
                frame instanceof ChangeFrame.Details details ? details.frame().people() : List.of();
        ConversationEntry next = EntryChange.afterChange(entry, frame, state.accountId());
        Applied applied = entered(state, next, people, frame.messages(), List.of());
        List<Effect> effects = new ArrayList<>(applied.effects());
        frame.messages().stream()
                .filter(message -> !message.senderId().equals(state.accountId()) && !state.syncing())
                .forEach(message -> effects.add(new Effect.Arrived(message)));
        return new Applied(AroundChange.withoutTyping(applied.state(), frame.messages()), effects);
    }

    private static Applied entered(
            SyncState state,
            ConversationEntry entry,
            List<Person> people,
            List<Message> messages,
            List<Effect> before) {
        List<Effect> effects = new ArrayList<>(before);
        effects.addAll(storedIn(state, messages));
        effects.add(new Effect.Advanced(entry.id(), entry.change()));
        return new Applied(AroundChange.people(state, people).withConversation(entry), effects);
    }

    /** Applies what was set aside and fits now, and forgets what is known by now. */
    private static Applied drain(Applied applied, UUID id) {
        SyncState state = applied.state();
        List<Effect> effects = new ArrayList<>(applied.effects());
        while (true) {
            ConversationEntry entry = state.conversations().get(id);
            Aside aside = state.aside().get(id);
            if (entry == null || aside == null) {
                return new Applied(state, effects);
            }
            ChangeFrame next = aside.frames().get(entry.change() + 1);
            if (next == null) {
                return new Applied(withoutKnown(state, id, aside, entry.change()), effects);
            }
            Applied step = applyNext(state, entry, next);
            state = step.state();
            effects.addAll(step.effects());
        }
    }

    private static SyncState setAside(SyncState state, UUID id, long change, long now, @Nullable ChangeFrame frame) {
        Aside held = state.aside().getOrDefault(id, new Aside(Map.of(), 0, now));
        Map<Long, ChangeFrame> frames = frame == null ? held.frames() : Maps.with(held.frames(), change, frame);
        Aside aside = new Aside(frames, Math.max(held.upTo(), change), held.since());
        return state.withAside(Maps.with(state.aside(), id, aside));
    }

    private static SyncState withoutKnown(SyncState state, UUID id, Aside aside, long change) {
        if (aside.upTo() <= change) {
            return state.withAside(Maps.without(state.aside(), id));
        }
        Map<Long, ChangeFrame> left = new LinkedHashMap<>(aside.frames());
        left.keySet().removeIf(number -> number <= change);
        Aside next = new Aside(Collections.unmodifiableMap(left), aside.upTo(), aside.since());
        return state.withAside(Maps.with(state.aside(), id, next));
    }

    private static List<Effect> storedIn(SyncState state, List<Message> messages) {
        return messages.stream()
                .filter(message -> message.senderId().equals(state.accountId()))
                .<Effect>map(message -> new Effect.Stored(message.conversationId(), message.id()))
                .toList();
    }
}
