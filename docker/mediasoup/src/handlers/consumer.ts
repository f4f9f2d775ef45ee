import type { types } from "mediasoup";
import type { CommandOf, Reply } from "../protocol.ts";
import { found, Refusal, taken } from "../refusal.ts";
import type { Endpoint } from "../room/Endpoint.ts";
import type { Room } from "../room/Room.ts";
import { type Context, endpointOf, parameters } from "./context.ts";
import { transportOf } from "./transport.ts";

export async function openConsumer(context: Context, command: CommandOf<"consumer.open">): Promise<Reply> {
  const room = context.rooms.get(command.roomId);
  const endpoint = endpointOf(context, command);
  const { transport, receiving } = transportOf(context, command);
  if (!receiving) {
    throw new Refusal("invalid", "The transport is one to send on");
  }
  room.ownerOf(command.producerId);
  const rtpCapabilities = parameters<types.RtpCapabilities>(command.rtpCapabilities, "RTP capabilities");
  const consumer = await consume(room, endpoint, transport, command.producerId, rtpCapabilities);
  return {
    type: "consumer",
    consumerId: consumer.id,
    kind: consumer.kind,
    rtpParameters: JSON.stringify(consumer.rtpParameters),
    producerPaused: consumer.producerPaused,
  };
}

/** Begins paused. Refuses with `not_found` what nobody in the room sends. */
export async function consume(
  room: Room,
  endpoint: Endpoint,
  transport: types.WebRtcTransport,
  producerId: string,
  rtpCapabilities: types.RtpCapabilities,
): Promise<types.Consumer> {
  const owner = room.ownerOf(producerId);
  await endpoint.branch.bring(found(owner.producers.get(producerId), "producer"), owner.branch);
  const consumer = await taken(() => transport.consume({ producerId, rtpCapabilities, paused: true }));
  keep(consumer, endpoint, room);
  return consumer;
}

export async function setConsumer(context: Context, command: CommandOf<"consumer.set">): Promise<Reply> {
  const endpoint = endpointOf(context, command);
  const consumer = found(endpoint.consumers.get(command.consumerId), "consumer");
  if (consumer.type === "simulcast" || consumer.type === "svc") {
    await consumer.setPreferredLayers({ spatialLayer: command.spatialLayer });
  }
  await (command.paused ? consumer.pause() : consumer.resume());
  const wanted = command.paused ? null : command.spatialLayer;
  context.rooms.get(command.roomId).layers.want(consumer.producerId, consumer.id, wanted);
  return { type: "done" };
}

/** From now until it closes, which it does with its producer or its transport. */
function keep(consumer: types.Consumer, endpoint: Endpoint, room: Room): void {
  endpoint.consumers.set(consumer.id, consumer);
  endpoint.branch.consumerOpened();
  consumer.observer.once("close", () => {
    endpoint.consumers.delete(consumer.id);
    endpoint.branch.consumerClosed();
    room.layers.want(consumer.producerId, consumer.id, null);
  });
}
