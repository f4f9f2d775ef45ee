import { useMyId, usePeople } from "../../app/people.ts";
import type { TimelineEntry } from "../../core/index.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { systemText, targetsOf } from "./systemText.ts";

/** The sentence of a system message with the names of those in it; null for a person's own words. */
export function useSystemText(entry: TimelineEntry): string | null {
  const texts = useTexts();
  const me = useMyId();
  const targets = targetsOf(entry.body);
  const [actor, ...people] = usePeople([entry.senderId, ...targets]);
  const someone = texts.t("system.someone");
  return systemText(texts, entry.body, {
    self: entry.senderId === me,
    actor: actor?.displayName ?? someone,
    targets: targets.map((id, at) =>
      id === me ? texts.t("system.you") : (people[at]?.displayName ?? someone),
    ),
  });
}
