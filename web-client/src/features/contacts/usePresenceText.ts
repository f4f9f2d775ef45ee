import { useClient } from "../../app/ClientContext.ts";
import { useNow } from "../../app/useNow.ts";
import { useObservable } from "../../app/useObservable.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { pastTime } from "../../text/times.ts";

const JUST_NOW_MS = 60_000;

/** "online", "last seen 5 minutes ago", "offline"; null while nothing is known. */
export function usePresenceText(accountId: string): string | null {
  const texts = useTexts();
  const now = useNow();
  const presence = useObservable(useClient().state.presence(accountId));
  if (!presence) return null;
  if (presence.online) return texts.t("presence.online");
  if (presence.lastSeenAt === null) return texts.t("presence.offline");
  if (now.getTime() - presence.lastSeenAt < JUST_NOW_MS) return texts.t("presence.lastSeenNow");
  return texts.t("presence.lastSeen", { when: pastTime(texts, new Date(presence.lastSeenAt), now) });
}
