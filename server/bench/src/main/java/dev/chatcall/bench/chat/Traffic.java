package dev.chatcall.bench.chat;

import dev.chatcall.bench.load.Ledger;
import org.jspecify.annotations.Nullable;

/** Where all clients of a scenario note what they are sent: the ledger of the step that runs, if one does. */
public final class Traffic {
    private @Nullable Ledger ledger;
    private long receiptFrames;
    private long closed;
    private String lastTrouble = "";

    public void to(@Nullable Ledger next) {
        ledger = next;
    }

    @Nullable
    Ledger ledger() {
        return ledger;
    }

    void receipt() {
        receiptFrames++;
    }

    /** A connection was lost. */
    void closed(String why) {
        closed++;
        trouble(why);
    }

    void trouble(String what) {
        lastTrouble = what;
    }

    /** {@code receipts.moved} frames received so far. */
    public long receiptFrames() {
        return receiptFrames;
    }

    /** Connections lost so far. */
    public long closedConnections() {
        return closed;
    }

    /** The last error or close reason that the server gave, or an empty text. */
    public String lastTrouble() {
        return lastTrouble;
    }
}
