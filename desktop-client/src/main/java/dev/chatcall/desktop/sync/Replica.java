package dev.chatcall.desktop.sync;

import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.ClientMessage.Cursor;
import dev.chatcall.protocol.ClientMessage.Hello;
import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.message.MessageBody;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** This client's copy of what concerns its person: frames go in, state and effects come out. On the loop. */
public final class Replica {
    private final Store<SyncState> state = new Store<>(SyncState.empty(SyncState.NOBODY));
    private final Loop loop;
    private final Events events;
    private final GapWatch gaps;
    private Subscription fade = () -> {};

    public Replica(Loop loop, Events events) {
        this.loop = loop;
        this.events = events;
        this.gaps = new GapWatch(loop, state, events::send);
    }

    public interface Events {
        /** Says something on the line, if it is live. */
        boolean send(ClientMessage frame);

        /** What one's own message says that is on its way. */
        Optional<MessageBody> bodyOf(UUID conversationId, UUID id);

        /** Called after the state is in place. */
        void happened(Effect effect);
    }

    public Observable<SyncState> state() {
        return state;
    }

    /** Starts with nothing, for this person. */
    public void begin(UUID accountId) {
        end();
        state.set(SyncState.empty(accountId));
    }

    /** Starts with what was kept. Call it right after {@link #begin}, before any frame. */
    public void recall(Snapshot snapshot) {
        state.update(held -> Snapshots.stateOf(snapshot, held.accountId()));
    }

    public void end() {
        fade.close();
        gaps.stop();
        state.set(SyncState.empty(SyncState.NOBODY));
    }

    /** How far everything is known, to be told what came after. */
    public Hello hello(String client) {
        SyncState held = state.get();
        List<Cursor> cursors = held.conversations().values().stream()
                .limit(Limits.CONVERSATIONS_MAX)
                .map(entry -> new Cursor(entry.id(), entry.change()))
                .toList();
        long accountChange = held.account() == null ? 0 : held.account().change();
        return new Hello(Limits.PROTOCOL_VERSION, client, List.of(), accountChange, held.peopleChange(), cursors);
    }

    public void receive(ServerMessage frame) {
        Applied applied = FrameChange.apply(state.get(), frame, loop.now(), events::bodyOf);
        state.set(applied.state());
        gaps.look();
        fadeTyping();
        applied.effects().forEach(events::happened);
    }

    /** Changes one conversation by something that is not a frame: loaded history, or what the person just read. */
    public void change(UUID conversationId, UnaryOperator<ConversationEntry> change) {
        entry(conversationId).ifPresent(entry -> {
            ConversationEntry next = change.apply(entry);
            if (next != entry) {
                state.update(held -> held.withConversation(next));
            }
        });
    }

    public Optional<ConversationEntry> entry(UUID conversationId) {
        return Optional.ofNullable(state.get().conversations().get(conversationId));
    }

    /** Whose copy this is. */
    public UUID accountId() {
        return state.get().accountId();
    }

    private void fadeTyping() {
        fade.close();
        AroundChange.nextFade(state.get())
                .ifPresent(at -> fade = loop.after(Duration.ofMillis(Math.max(at - loop.now(), 0)), () -> {
                    state.update(held -> AroundChange.fadeTyping(held, loop.now()));
                    fadeTyping();
                }));
    }
}
