import type { types } from "mediasoup";
import type { CommandOf, Reply } from "../protocol.ts";
import { found, Refusal } from "../refusal.ts";
import { type Context, endpointOf, parameters, taken } from "./context.ts";
import { transportOf } from "./transport.ts";

export async function openProducer(context: Context, command: CommandOf<"producer.open">): Promise<Reply> {
  const endpoint = endpointOf(context, command);
  const { transport, receiving } = transportOf(context, command);
  if (receiving) {
    throw new Refusal("invalid", "The transport is one to receive on");
  }
  const rtpParameters = parameters<types.RtpParameters>(command.rtpParameters, "RTP parameters");
  const producer = await taken(async () => {
    requireKind(rtpParameters, command.kind);
    return transport.produce({
      kind: command.kind as types.MediaKind,
      rtpParameters,
      paused: command.paused,
      appData: { endpointId: endpoint.id },
    });
  });
  endpoint.producers.set(producer.id, producer);
  producer.observer.once("close", () => endpoint.producers.delete(producer.id));
  if (producer.kind === "video") {
    context.rooms.get(command.roomId).layers.add(endpoint.id, producer);
  } else if (command.observed) {
    await endpoint.branch.observe(producer);
  }
  return { type: "producer", producerId: producer.id };
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
