import { reason } from "../log.ts";
import { found, Refusal } from "../refusal.ts";
import type { Endpoint } from "../room/Endpoint.ts";
import type { Rooms } from "../room/Rooms.ts";
import type { Settings } from "../settings.ts";
import type { Workers } from "../workers/Workers.ts";

/** What the handlers of commands work with. */
export interface Context {
  readonly rooms: Rooms;
  readonly workers: Workers;
  readonly settings: Pick<Settings, "consumersPerWorker">;
}

/** The endpoint that a command speaks of, or refuses. */
export function endpointOf(context: Context, command: { roomId: string; endpointId: string }): Endpoint {
  return found(context.rooms.get(command.roomId).endpoints.get(command.endpointId), "endpoint");
}

/** A JSON text in one of mediasoup's shapes; whether it is one, mediasoup finds out. */
export function parameters<T>(text: string, what: string): T {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return value as T;
    }
  } catch {
    // Refused as what is no object is.
  }
  throw new Refusal("invalid", `The ${what} are no JSON object`);
}

/** Does what depends on a client's parameters: mediasoup throws when it does not take them. */
export async function taken<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (failure) {
    const workerIsGone = failure instanceof Error && failure.name === "WorkerClosedError";
    throw new Refusal(workerIsGone ? "failed" : "invalid", reason(failure));
  }
}
