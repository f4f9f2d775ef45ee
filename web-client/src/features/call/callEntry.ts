import type { CallEnded } from "../../core/protocol.ts";
import type { Texts } from "../../text/texts.ts";
import { watchTime } from "./durations.ts";

type Past = Pick<CallEnded, "reason" | "video" | "durationMs">;

/** One rang in vain for oneself: it stands out. */
export function wasMissed({ reason }: Pick<Past, "reason">, mine: boolean): boolean {
  return !mine && (reason === "missed" || reason === "cancelled" || reason === "busy");
}

/** What became of a call, in a few words. `mine`: oneself was the caller. */
export function callEntryText({ t }: Texts, call: Past, mine: boolean): string {
  const { reason, video, durationMs } = call;
  const kind = video ? "video" : "voice";
  if (wasMissed(call, mine)) return t("calls.missed", { kind });
  switch (reason) {
    case "finished":
      return t("calls.finished", { kind, duration: watchTime(durationMs) });
    case "lost":
      return t("calls.lost", { kind, duration: watchTime(durationMs) });
    case "missed":
      return t("calls.unanswered", { kind });
    case "declined":
      return t("calls.declined", { kind });
    case "busy":
      return t("calls.busy", { kind });
    case "cancelled":
      return t("calls.cancelled", { kind });
    case "moved":
      return t("calls.moved");
  }
}
