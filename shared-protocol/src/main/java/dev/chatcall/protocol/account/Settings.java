package dev.chatcall.protocol.account;

import dev.chatcall.protocol.Require;

/**
 * {@code PUT /api/account/settings}.
 *
 * @param sendReadReceipts false: others no longer see how far one has read
 * @param showLastSeen false: others see "offline" without a time
 */
public record Settings(Boolean sendReadReceipts, Boolean showLastSeen) {
    public Settings {
        Require.present(sendReadReceipts, "sendReadReceipts");
        Require.present(showLastSeen, "showLastSeen");
    }
}
