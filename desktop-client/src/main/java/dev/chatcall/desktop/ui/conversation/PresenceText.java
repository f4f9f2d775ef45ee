package dev.chatcall.desktop.ui.conversation;

import dev.chatcall.desktop.text.Texts;
import dev.chatcall.protocol.presence.Presence;
import java.util.Map;

/** "online", "last seen 5 minutes ago", "offline". */
final class PresenceText {
    private static final long JUST_NOW_MS = 60_000;

    private PresenceText() {}

    /** @param now ms since the epoch, by the server's clock */
    static String of(Texts texts, Presence presence, long now) {
        if (presence.online()) {
            return texts.t("presence.online");
        }
        Long seen = presence.lastSeenAt();
        if (seen == null) {
            return texts.t("presence.offline");
        }
        return now - seen < JUST_NOW_MS
                ? texts.t("presence.lastSeenNow")
                : texts.t("presence.lastSeen", Map.of("when", texts.past(seen, now)));
    }
}
