/** The call that this tab is in, kept so that a reload comes back to it with the same endpoint. */
import type { Locks, SettingsPort } from "../ports.ts";
import { KEPT_CALL } from "./engine.ts";
import type { MediaChoice } from "./types.ts";

export interface KeptCall {
  readonly accountId: string;
  readonly endpointId: string;
  readonly callId: string;
  readonly choice: MediaChoice;
}

export function keepCall(settings: SettingsPort, kept: KeptCall | null): void {
  settings.write(KEPT_CALL, kept && JSON.stringify(kept));
}

/** What another version or account left is not taken. */
export function keptCall(settings: SettingsPort, accountId: string): KeptCall | null {
  let value: unknown;
  try {
    value = JSON.parse(settings.read(KEPT_CALL) ?? "null");
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null) return null;
  const { endpointId, callId, choice, accountId: of } = value as Partial<KeptCall>;
  const texts = typeof endpointId === "string" && typeof callId === "string" && of === accountId;
  if (!texts || typeof choice !== "object" || choice === null) return null;
  return {
    accountId,
    endpointId,
    callId,
    choice: { microphone: choice.microphone === true, camera: choice.camera === true },
  };
}

/**
 * Holds an endpoint for this tab. A duplicated tab has a copy of what the first one kept, and must not act as it:
 * there `gained` is not called while the first is open.
 */
export function holdEndpoint(locks: Locks, endpointId: string, gained: () => void): () => void {
  return locks.hold(`chatcall.endpoint.${endpointId}`, gained);
}
