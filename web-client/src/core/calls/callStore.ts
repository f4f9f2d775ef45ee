/** Which calls go on and which ring here, from the server's frames. Pure; in any order and however often they come. */
import type { Call, CallParticipant } from "../protocol.ts";
import type { CallNotice } from "./types.ts";

/** How many calls that are over are remembered, so that a late frame does not bring one back. */
const OVER_KEPT = 200;
/** A ring that the server did not end in time (the line is lost) ends by itself after so much longer, in milliseconds. */
export const RING_GRACE_MS = 3_000;

export interface CallsState {
  readonly accountId: string;
  /** Those that go on. */
  readonly calls: ReadonlyMap<string, Call>;
  /** Those that are over, with the version in which they were last seen. */
  readonly over: ReadonlyMap<string, number>;
  /** Accepted or declined on this device, so that they ring no more before the server says so. */
  readonly dismissed: ReadonlySet<string>;
  /** Told since the line was opened: newer than a list that is still on its way. */
  readonly fresh: ReadonlySet<string>;
}

export function noCalls(accountId: string): CallsState {
  return { accountId, calls: new Map(), over: new Map(), dismissed: new Set(), fresh: new Set() };
}

/** A new line is open, and a whole list will follow. */
export function lineOpened(state: CallsState): CallsState {
  return state.fresh.size === 0 ? state : { ...state, fresh: new Set() };
}

/** Of two versions of a call the higher is right. */
export function callChanged(state: CallsState, call: Call): CallsState {
  const fresh = state.fresh.has(call.id) ? state.fresh : new Set([...state.fresh, call.id]);
  return taken({ ...state, fresh }, call);
}

/** All calls that go on: what is known besides is over, unless it was told after this list was made. */
export function callsListed(state: CallsState, listed: readonly Call[]): CallsState {
  const ids = new Set(listed.map(({ id }) => id));
  const gone = [...state.calls.values()].filter(({ id }) => !ids.has(id) && !state.fresh.has(id));
  return listed.reduce(taken, gone.reduce(ended, state));
}

export function dismissed(state: CallsState, callId: string): CallsState {
  return { ...state, dismissed: new Set([...state.dismissed, callId]) };
}

/** Takes it back: the server did not hear that it was accepted or declined. */
export function undismissed(state: CallsState, callId: string): CallsState {
  return { ...state, dismissed: new Set([...state.dismissed].filter((id) => id !== callId)) };
}

/**
 * Those that ring for the person on this device, the oldest first.
 *
 * @param now the server's clock, milliseconds since the epoch
 */
export function incomingOf(state: CallsState, now: number): readonly Call[] {
  return [...state.calls.values()]
    .filter((call) => {
      const rings = participantOf(call, state.accountId)?.state === "ringing";
      return rings && !state.dismissed.has(call.id) && now < ringEndsAt(call);
    })
    .toSorted((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1));
}

/** When the next ring ends by itself, by the server's clock; null when none rings. */
export function nextRingEnd(incoming: readonly Call[]): number | null {
  const ends = incoming.map(ringEndsAt).filter(Number.isFinite);
  return ends.length ? Math.min(...ends) : null;
}

/** What the person should be told once about a change of a call, or null. */
export function noticeOf(before: CallsState, call: Call): CallNotice | null {
  const { id: callId, startedBy } = call;
  const known = before.calls.get(callId);
  const seen = known?.version ?? before.over.get(callId) ?? -1;
  if (call.version <= seen || startedBy === before.accountId) return null;
  const was = known ? participantOf(known, before.accountId)?.state : undefined;
  const is = participantOf(call, before.accountId)?.state;
  const here = before.dismissed.has(callId);
  if (is === "busy" && was !== "busy") return { type: "missed", call };
  if (was !== "ringing" || here) return null;
  if (is === "joined" || is === "left") return { type: "answeredElsewhere", callId };
  if (is === "declined") return { type: "declinedElsewhere", callId };
  return is === "unanswered" || call.end ? { type: "missed", call } : null;
}

export function participantOf(call: Call, accountId: string): CallParticipant | undefined {
  return call.participants.find((participant) => participant.accountId === accountId);
}

const ringEndsAt = ({ ringsUntil }: Call) => (ringsUntil ?? Number.POSITIVE_INFINITY) + RING_GRACE_MS;

function taken(state: CallsState, call: Call): CallsState {
  const known = state.calls.get(call.id)?.version ?? state.over.get(call.id) ?? -1;
  if (call.version <= known) return state;
  if (call.end) return ended(state, call);
  const over = new Map(state.over);
  over.delete(call.id);
  return { ...state, over, calls: new Map([...state.calls, [call.id, call]]) };
}

function ended(state: CallsState, { id, version }: Call): CallsState {
  const calls = new Map(state.calls);
  calls.delete(id);
  const over = new Map([...state.over, [id, version] as const].slice(-OVER_KEPT));
  const left = new Set([...state.dismissed].filter((other) => other !== id));
  return { ...state, calls, over, dismissed: left };
}
