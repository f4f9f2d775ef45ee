/** Where a call stands, from what is known of it. Pure. */
import type { Call } from "../protocol.ts";
import type { LegState } from "./leg.ts";
import type { CallPhase, CallProblem, Ending } from "./types.ts";

export interface Standing {
  readonly call: Call;
  readonly ending: Ending | null;
  readonly media: LegState;
  /** The server can be reached and knows that one is in the call. */
  readonly line: boolean;
  /** Media has flowed before. */
  readonly wasConnected: boolean;
  /** The media service is needed and there is none. */
  readonly unserved: boolean;
}

export function phaseOf({ call, ending, media, line, wasConnected }: Standing): CallPhase {
  if (ending) return "ended";
  // In a large group nobody is rung, and one waits for whoever comes.
  if (call.answeredAt === null && call.participants.some(({ state }) => state === "ringing"))
    return "ringing";
  if (media === "connected") return line ? "connected" : "reconnecting";
  return wasConnected ? "reconnecting" : "connecting";
}

export function problemOf({ ending, media, line, wasConnected, unserved }: Standing): CallProblem | null {
  if (ending) return null;
  if (unserved && media !== "connected") return "media_service";
  if (!line) return "line";
  return wasConnected && media !== "connected" && media !== "waiting" ? "media" : null;
}
