package dev.chatcall.desktop.outbox;

import dev.chatcall.desktop.storage.OutboxRecord;

public record OutboxEntry(OutboxRecord record, OutboxStep step) {

    OutboxEntry with(OutboxStep next) {
        return new OutboxEntry(record, next);
    }
}
