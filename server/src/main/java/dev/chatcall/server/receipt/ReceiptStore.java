package dev.chatcall.server.receipt;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Read and delivered pointers in the database. */
interface ReceiptStore {

    /**
     * Moves pointers forward in one transaction; what would move backward, past the last message, or belongs to
     * somebody who takes no part, is passed over.
     *
     * @param progress by conversation and account
     * @return one movement for each conversation in which anything moved
     */
    List<Movement> move(Map<UUID, Map<UUID, Progress>> progress);
}
