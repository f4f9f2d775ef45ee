import type { types } from "mediasoup";
import type { CommandOf, Reply } from "../protocol.ts";
import { found, Refusal, taken } from "../refusal.ts";
import type { Endpoint } from "../room/Endpoint.ts";
import type { Room } from "../room/Room.ts";
import { type Context, endpointOf, parameters } from "./context.ts";
import { transportOf } from "./transport.ts";

/** What a client wants to send. */
export interface Sending {
  readonly kind: string;
  readonly rtpParameters: types.RtpParameters;
  readonly paused: boolean;
  /** Its loudness counts for who is speaking. */
  readonly observed: boolean;
}

export async function openProducer(context: Context, command: CommandOf<"producer.open">): Promise<Reply> {
  const endpoint = endpointOf(context, command);
  const { transport, receiving } = transportOf(context, command);
  if (receiving) {
    throw new Refusal("invalid", "The transport is one to receive on");
  }
  const rtpParameters = parameters<types.RtpParameters>(command.rtpParameters, "RTP parameters");
  const room = context.rooms.get(command.roomId);
  const producer = await produce(room, endpoint, transport, { ...command, rtpParameters });
  return { type: "producer", producerId: producer.id };
}

/** Whatever way the client described it. */
export async function produce(
  room: Room,
  endpoint: Endpoint,
  transport: types.WebRtcTransport,
  { kind, rtpParameters, paused, observed }: Sending,
): Promise<types.Producer> {
  const producer = await taken(async () => {
    requireKind(rtpParameters, kind);
    return transport.produce({
      kind: kind as types.MediaKind,
      rtpParameters,
      paused,
      appData: { endpointId: endpoint.id },
    });
  });
  endpoint.producers.set(producer.id, producer);
  producer.observer.once("close", () => endpoint.producers.delete(producer.id));
  if (producer.kind === "video") {
    room.layers.add(endpoint.id, producer);
  } else if (observed) {
    await endpoint.branch.observe(producer);
  }
  return producer;
}

export async function setProducer(context: Context, command: CommandOf<"producer.set">): Promise<Reply> {
  const producer = producerOf(context, command);
  await (command.paused ? producer.pause() : producer.resume());
  return { type: "done" };
}

export async function closeProducer(context: Context, command: CommandOf<"producer.close">): Promise<Reply> {
  producerOf(context, command).close();
  return { type: "done" };
}

/** mediasoup does not look whether the codecs are of the kind that was said. */
function requireKind(rtpParameters: types.RtpParameters, kind: string): void {
  if (rtpParameters.codecs.some((codec) => !codec.mimeType.toLowerCase().startsWith(`${kind}/`))) {
    throw new TypeError(`There are codecs that are not of ${kind}`);
  }
}

function producerOf(context: Context, command: CommandOf<"producer.set" | "producer.close">): types.Producer {
  return found(endpointOf(context, command).producers.get(command.producerId), "producer");
}
