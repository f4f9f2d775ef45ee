import type { Command, CommandOf } from "../protocol.ts";
import { Refusal } from "../refusal.ts";

const PARAMETERS_MAX = 32_000;
const SDP_MAX = 64_000;
const MID_MAX = 16;
const SENT_LINES_MAX = 8;
const SUBSCRIPTIONS_MAX = 200;
const LAYER_MAX = 7;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

type Check = (value: unknown) => boolean;
type Type = Command["type"];
type Shape<T extends Type> = Record<Exclude<keyof CommandOf<T>, "type">, Check>;

const id: Check = (value) => typeof value === "string" && UUID.test(value);
const flag: Check = (value) => typeof value === "boolean";
const text: Check = (value) => typeof value === "string" && value.length <= PARAMETERS_MAX;
const sdp: Check = (value) => typeof value === "string" && value.length <= SDP_MAX;
const kind: Check = (value) => value === "audio" || value === "video";
const layer: Check = (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= LAYER_MAX;
const ids: Check = (value) => Array.isArray(value) && value.length <= SUBSCRIPTIONS_MAX && value.every(id);
const mid: Check = (value) => typeof value === "string" && value.length >= 1 && value.length <= MID_MAX;
const line: Check = (value) =>
  isObject(value) && mid(value.mid) && kind(value.kind) && flag(value.paused) && flag(value.observed);
const lines: Check = (value) => Array.isArray(value) && value.length <= SENT_LINES_MAX && value.every(line);

const endpoint = { roomId: id, endpointId: id };

const shapes: { [T in Type]: Shape<T> } = {
  "room.open": { roomId: id },
  "room.close": { roomId: id },
  "endpoint.close": endpoint,
  "transport.open": { ...endpoint, receiving: flag, tcpOnly: flag },
  "transport.connect": { ...endpoint, transportId: id, dtlsParameters: text },
  "transport.restart_ice": { ...endpoint, transportId: id },
  "producer.open": {
    ...endpoint,
    transportId: id,
    kind,
    rtpParameters: text,
    paused: flag,
    observed: flag,
  },
  "producer.set": { ...endpoint, producerId: id, paused: flag },
  "producer.close": { ...endpoint, producerId: id },
  "consumer.open": { ...endpoint, transportId: id, producerId: id, rtpCapabilities: text },
  "sdp.publish": { ...endpoint, transportId: id, offer: sdp, lines },
  "sdp.subscribe": { ...endpoint, transportId: id, capabilities: sdp, producerIds: ids },
  "sdp.answer": { ...endpoint, transportId: id, answer: sdp },
  "consumer.set": { ...endpoint, consumerId: id, paused: flag, spatialLayer: layer },
};

/** A frame that holds a command, taken apart. */
export interface Asked {
  readonly id: number;
  /** Refuses with `invalid` when it is none. */
  command(): Command;
}

/** @returns undefined when it is no frame that could be answered */
export function readFrame(frame: string): Asked | undefined {
  const value = json(frame);
  if (!isObject(value) || value.type !== "command" || !Number.isSafeInteger(value.id)) {
    return undefined;
  }
  return { id: Number(value.id), command: () => readCommand(value.command) };
}

function readCommand(value: unknown): Command {
  const type = isObject(value) ? value.type : undefined;
  if (!isObject(value) || typeof type !== "string" || !Object.hasOwn(shapes, type)) {
    throw new Refusal("invalid", "There is no such command");
  }
  for (const [field, check] of Object.entries<Check>(shapes[type as Type])) {
    if (!check(value[field])) {
      throw new Refusal("invalid", `The command ${type} has a wrong ${field}`);
    }
  }
  return value as unknown as Command;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
