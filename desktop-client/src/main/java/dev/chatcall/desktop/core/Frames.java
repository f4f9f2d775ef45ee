package dev.chatcall.desktop.core;

import dev.chatcall.desktop.history.History;
import dev.chatcall.desktop.outbox.Outbox;
import dev.chatcall.desktop.speaking.PresenceWatch;
import dev.chatcall.desktop.speaking.ReceiptTeller;
import dev.chatcall.desktop.sync.Effect;
import dev.chatcall.desktop.sync.Replica;
import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.message.Message;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Where the parts hear of each other: what a frame means for each. On the loop. */
final class Frames {
    private final Replica replica;
    private final Outbox outbox;
    private final History history;
    private final ReceiptTeller receipts;
    private final PresenceWatch presence;
    private final BooleanSupplier inFront;
    private final Consumer<Message> arrived;

    /** @param arrived called for each message of somebody else that came just now */
    Frames(Workspace workspace, Consumer<Message> arrived) {
        this.replica = workspace.replica();
        this.outbox = workspace.outbox();
        this.history = workspace.history();
        this.receipts = workspace.receipts();
        this.presence = workspace.presence();
        this.inFront = workspace::inFront;
        this.arrived = arrived;
    }

    void received(ServerMessage frame) {
        if (frame instanceof ServerMessage.MessageAccepted accepted) {
            outbox.accepted(accepted);
        }
        if (frame instanceof ServerMessage.Error error) {
            refused(error);
        }
        replica.receive(frame);
    }

    void happened(Effect effect) {
        switch (effect) {
            case Effect.Advanced advanced -> {
                outbox.settle(advanced.conversationId(), advanced.change());
                receipts.advanced(advanced.conversationId());
            }
            case Effect.Stored stored -> outbox.stored(stored.conversationId(), stored.id());
            case Effect.Arrived came -> {
                if (!inFront.getAsBoolean()) {
                    history.arrivedUnseen(came.message());
                }
                arrived.accept(came.message());
            }
            case Effect.Reset reset -> history.reset(reset.conversationId());
            case Effect.Removed removed -> history.removed(removed.conversationId());
            case Effect.Synced _ -> {
                outbox.live();
                receipts.synced();
                presence.synced();
                history.synced();
            }
        }
    }

    private void refused(ServerMessage.Error error) {
        boolean ofMessage = outbox.refused(error);
        // Only receipts are said often enough to be too many; what calls ask is named.
        if (!ofMessage && error.requestId() == null && error.code() == ErrorCode.RATE_LIMITED) {
            Long retry = error.retryAfterMs();
            receipts.refused(Duration.ofMillis(retry == null ? 0 : retry));
        }
    }
}
