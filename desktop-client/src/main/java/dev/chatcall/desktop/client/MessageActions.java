package dev.chatcall.desktop.client;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

public interface MessageActions {
    /** Puts it on screen and into the outbox; never fails for want of a network. */
    CompletableFuture<Void> sendText(UUID conversationId, String text, List<UUID> mentions);

    /** Sends one that failed again, before all that wait behind it. */
    CompletableFuture<Void> retry(UUID conversationId, UUID id);

    /** Takes one that failed or is still queued out of the outbox. */
    CompletableFuture<Void> discard(UUID conversationId, UUID id);

    /** Puts the conversation on screen and loads it around what is unread. Null: none is on screen. */
    void open(@Nullable UUID conversationId);

    /** The next page before what is on screen. Asking again while it loads does nothing. */
    CompletableFuture<Void> loadOlder(UUID conversationId);

    CompletableFuture<Void> loadNewer(UUID conversationId);

    /** Moves the screen to a message, loading around it where it must. */
    CompletableFuture<Void> jumpTo(UUID conversationId, long seq);

    CompletableFuture<Void> jumpToNewest(UUID conversationId);

    /** The person saw everything up to {@code seq}; call it while the window is in front. Moves only forward. */
    void markRead(UUID conversationId, long seq);

    /** Call on each key; it is said at most every three seconds. */
    void setTyping(UUID conversationId, boolean typing);

    void setDraft(UUID conversationId, String text);

    /** The people on screen besides one's contacts; replaces what was watched before. */
    void watchPresence(List<UUID> accountIds);

    /** Whether the window is in front: decides whether a message asks for attention. */
    void setInFront(boolean inFront);
}
