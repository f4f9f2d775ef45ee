package dev.chatcall.desktop.core;

import dev.chatcall.desktop.call.Calls;
import dev.chatcall.desktop.client.ConnectionState;
import dev.chatcall.desktop.connection.Connection;
import dev.chatcall.desktop.draft.Drafts;
import dev.chatcall.desktop.history.History;
import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.desktop.outbox.Outbox;
import dev.chatcall.desktop.speaking.PresenceWatch;
import dev.chatcall.desktop.speaking.ReceiptTeller;
import dev.chatcall.desktop.speaking.TypingTeller;
import dev.chatcall.desktop.storage.AccountStorage;
import dev.chatcall.desktop.storage.Storage;
import dev.chatcall.desktop.sync.Replica;
import dev.chatcall.desktop.sync.SnapshotWriter;
import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.conversation.ConversationState;
import dev.chatcall.protocol.message.MessageBody;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is kept and running while somebody is signed in, from its beginning to its end. On the loop. */
final class Workspace {
    private final Loop loop;
    private final Storage storage;
    private final Supplier<UUID> ids;
    private final Parts parts;
    private final Calls calls;
    private CompletableFuture<Void> closing = CompletableFuture.completedFuture(null);
    private @Nullable CompletableFuture<AccountStorage> opening;
    /** What was kept is on screen. */
    private CompletableFuture<Void> begun = CompletableFuture.completedFuture(null);

    private @Nullable SnapshotWriter writer;
    private Subscription watching = () -> {};
    private boolean inFront = true;

    Workspace(Loop loop, Storage storage, Supplier<UUID> ids, Parts parts, Calls calls) {
        this.loop = loop;
        this.storage = storage;
        this.ids = ids;
        this.parts = parts;
        this.calls = calls;
    }

    /** The parts, each of which knows only what it was given. */
    record Parts(
            Replica replica,
            Outbox outbox,
            History history,
            Drafts drafts,
            Connection connection,
            ReceiptTeller receipts,
            TypingTeller typing,
            PresenceWatch presence) {}

    Replica replica() {
        return parts.replica();
    }

    Outbox outbox() {
        return parts.outbox();
    }

    History history() {
        return parts.history();
    }

    Drafts drafts() {
        return parts.drafts();
    }

    Connection connection() {
        return parts.connection();
    }

    ReceiptTeller receipts() {
        return parts.receipts();
    }

    TypingTeller typing() {
        return parts.typing();
    }

    PresenceWatch presence() {
        return parts.presence();
    }

    Calls calls() {
        return calls;
    }

    /** Somebody is signed in: shows what is kept of them, and connects. */
    void begin(UUID accountId) {
        end();
        replica().begin(accountId);
        calls.begin(accountId);
        watching = connection().state().onChange(this::lineChanged);
        CompletableFuture<AccountStorage> mine = closing.thenComposeAsync(_ -> storage.open(accountId), loop);
        opening = mine;
        begun = mine.thenCompose(opened -> recall(mine, opened))
                .whenCompleteAsync(
                        (_, _) -> {
                            if (opening == mine) {
                                connection().start();
                            }
                        },
                        loop);
    }

    /** What was kept is on screen before anything is asked: what comes builds on it. */
    private CompletableFuture<Void> recall(CompletableFuture<AccountStorage> mine, AccountStorage opened) {
        return opened.snapshots()
                .load()
                .thenAcceptAsync(
                        snapshot -> {
                            if (opening != mine) {
                                return;
                            }
                            snapshot.ifPresent(replica()::recall);
                            writer = new SnapshotWriter(loop, replica().state(), opened.snapshots());
                            outbox().begin(opened);
                            drafts().begin(opened);
                            // What was opened before it could be read.
                            history().synced();
                        },
                        loop);
    }

    /** The program ends: a call that it is in can be come back to. What is kept stays kept. */
    void stop() {
        calls.stop();
        end();
    }

    /** Nobody is signed in any more. What is kept stays kept. */
    void end() {
        SnapshotWriter keeping = writer;
        if (keeping != null) {
            keeping.close();
        }
        quiet();
        close(AccountStorage::close);
    }

    /** As {@link #end}, and deletes what is kept. */
    CompletableFuture<Void> forget() {
        SnapshotWriter keeping = writer;
        if (keeping != null) {
            keeping.abandon();
        }
        quiet();
        close(AccountStorage::destroy);
        return closing;
    }

    /** Done when all that was to be kept is. */
    CompletableFuture<Void> closed() {
        return closing;
    }

    private void quiet() {
        watching.close();
        writer = null;
        calls.end();
        connection().stop();
        receipts().stop();
        presence().clear();
        drafts().end();
        outbox().end();
        history().clear();
        replica().end();
    }

    private void close(Function<AccountStorage, CompletableFuture<Void>> how) {
        CompletableFuture<AccountStorage> opened = opening;
        opening = null;
        if (opened != null) {
            closing = opened.thenCompose(how).exceptionally(_ -> null);
        }
    }

    /** Done when the message is on screen and kept; it is sent from there. */
    CompletableFuture<Void> send(UUID conversationId, MessageBody body) {
        // Where the screen shows an older piece, one's own message is looked for at the end.
        history().jumpToNewest(conversationId);
        typing().sent(conversationId);
        return begun.thenCompose(_ -> outbox().add(conversationId, ids.get(), body));
    }

    /** The storage of who is signed in, once it is open. */
    Optional<AccountStorage> kept() {
        CompletableFuture<AccountStorage> opened = opening;
        return opened == null || !opened.isDone() || opened.isCompletedExceptionally()
                ? Optional.empty()
                : Optional.of(opened.join());
    }

    /**
     * A conversation came as an answer, maybe before its frame.
     *
     * @return its id
     */
    UUID told(ConversationState state) {
        replica().receive(new ServerMessage.StateOfConversation(state));
        return state.conversationId();
    }

    boolean inFront() {
        return inFront;
    }

    void setInFront(boolean front) {
        inFront = front;
        if (front) {
            connection().hurry();
        } else {
            drafts().keep();
        }
    }

    private void lineChanged(ConnectionState state) {
        if (!(state instanceof ConnectionState.Live)) {
            outbox().lost();
        }
    }
}
