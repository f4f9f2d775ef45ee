/** Calls for tests: whole, and easy to change. */
import type { Call, CallParticipant, MediaState, ParticipantState } from "../protocol.ts";

export const NO_DEVICES_ON: MediaState = { microphone: false, camera: false, screen: false, hand: false };
export const TALKING: MediaState = { ...NO_DEVICES_ON, microphone: true };

export function participant(
  accountId: string,
  state: ParticipantState,
  change: Partial<CallParticipant> = {},
): CallParticipant {
  const joined = state === "joined";
  return {
    accountId,
    state,
    endpointId: joined ? `${accountId}-1` : null,
    connected: joined,
    media: joined ? TALKING : NO_DEVICES_ON,
    tracks: [],
    ...change,
  };
}

/** A direct call that `ann` makes to `me`, and that rings. */
export function aCall(change: Partial<Call> = {}): Call {
  return {
    id: "call-1",
    conversationId: "c",
    version: 1,
    startedBy: "ann",
    video: false,
    route: "direct",
    startedAt: 1_000,
    ringsUntil: 46_000,
    answeredAt: null,
    end: null,
    participants: [participant("ann", "joined"), participant("me", "ringing")],
    ...change,
  };
}
