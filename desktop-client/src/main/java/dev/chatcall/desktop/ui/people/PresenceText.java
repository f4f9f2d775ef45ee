package dev.chatcall.desktop.ui.people;

import dev.chatcall.desktop.text.Texts;
import dev.chatcall.protocol.presence.Presence;
import java.util.Map;

/** What is said of whether somebody is there. */
public final class PresenceText {
    private static final long JUST_NOW_MS = 60_000;

    private PresenceText() {}

    /** "online", "last seen 5 minutes ago", "offline". */
    public static String of(Presence presence, Texts texts, long nowMs) {
        if (presence.online()) {
            return texts.t("presence.online");
        }
        Long lastSeen = presence.lastSeenAt();
        if (lastSeen == null) {
            return texts.t("presence.offline");
        }
        if (nowMs - lastSeen < JUST_NOW_MS) {
            return texts.t("presence.lastSeenNow");
        }
        return texts.t("presence.lastSeen", Map.of("when", texts.past(lastSeen, nowMs)));
    }

    /** "12 members, 3 online"; who is online alone is not worth a word, since that is oneself. */
    public static String ofGroup(int members, long online, Texts texts) {
        return online > 1
                ? texts.t("presence.membersOnline", Map.of("count", members, "online", online))
                : texts.t("presence.members", Map.of("count", members));
    }
}
