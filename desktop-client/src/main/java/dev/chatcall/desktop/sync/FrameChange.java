package dev.chatcall.desktop.sync;

import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.ServerMessage.MessageAccepted;
import dev.chatcall.protocol.message.Message;
import dev.chatcall.protocol.message.MessageBody;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The one place where what the server says becomes state. Pure: the same frames make the same state. */
final class FrameChange {
    private FrameChange() {}

    /** What one's own message says; {@code message.accepted} does not repeat it. */
    @FunctionalInterface
    interface Bodies {
        Optional<MessageBody> of(UUID conversationId, UUID id);
    }

    /** @param now ms since the epoch, of this device */
    static Applied apply(SyncState state, ServerMessage frame, long now, Bodies bodies) {
        return switch (frame) {
            case ServerMessage.Welcome welcome -> Applied.quiet(state.greeted(welcome.serverTime() - now));
            case ServerMessage.AccountChanged told -> Applied.quiet(AroundChange.account(state, told.account()));
            case ServerMessage.SyncPeople told ->
                Applied.quiet(AroundChange.people(state, told.people(), told.change()));
            case ServerMessage.SyncDone _ -> new Applied(state.synced(), List.of(new Effect.Synced()));
            case ServerMessage.StateOfConversation told -> ConversationChange.told(state, told.state(), now);
            case ServerMessage.ConversationChanged changed ->
                ConversationChange.next(state, new ChangeFrame.Details(changed), now);
            case ServerMessage.NewMessage said ->
                ConversationChange.next(state, new ChangeFrame.Said(said.message()), now);
            case ServerMessage.ReceiptsMoved moved ->
                ConversationChange.next(
                        state, new ChangeFrame.Moved(moved.conversationId(), moved.change(), moved.pointers()), now);
            case ServerMessage.ConversationRemoved removed ->
                ConversationChange.removed(state, removed.conversationId());
            case MessageAccepted accepted -> accepted(state, accepted, now, bodies);
            case ServerMessage.TypingChanged typing -> Applied.quiet(AroundChange.typing(state, typing, now));
            case ServerMessage.PresenceChanged told -> Applied.quiet(AroundChange.presence(state, told.presences()));
            case ServerMessage.PersonChanged told -> Applied.quiet(AroundChange.people(state, List.of(told.person())));
            // Calls are not numbered and kept elsewhere.
            case ServerMessage.RunningCalls _,
                    ServerMessage.CallChanged _,
                    ServerMessage.CallHappened _,
                    ServerMessage.CallReplied _,
                    ServerMessage.Error _,
                    ServerMessage.Pong _ -> Applied.quiet(state);
        };
    }

    /** One's own message, said again with the body that the outbox holds. */
    private static Applied accepted(SyncState state, MessageAccepted frame, long now, Bodies bodies) {
        return bodies.of(frame.conversationId(), frame.id())
                .map(body -> new Message(
                        frame.conversationId(),
                        frame.id(),
                        frame.seq(),
                        frame.change(),
                        state.accountId(),
                        frame.sentAt(),
                        body))
                .map(message -> ConversationChange.next(state, new ChangeFrame.Said(message), now))
                .orElseGet(() -> ConversationChange.missed(state, frame.conversationId(), frame.change(), now));
    }
}
