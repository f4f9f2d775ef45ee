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
