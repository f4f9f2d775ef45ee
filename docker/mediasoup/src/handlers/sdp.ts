import type { CommandOf, Reply } from "../protocol.ts";
import { Refusal } from "../refusal.ts";
import { receivable } from "../sdp/capabilities.ts";
import { readDescription } from "../sdp/description.ts";
import { Publication } from "../sdp/Publication.ts";
import { midOf, type Receive, Subscription } from "../sdp/Subscription.ts";
import { consume } from "./consumer.ts";
import { type Context, endpointOf } from "./context.ts";
import { produce } from "./producer.ts";
import { transportOf } from "./transport.ts";

/** For clients that speak SDP and not RTP parameters; what comes of it is what browsers open one by one. */
export async function publish(context: Context, command: CommandOf<"sdp.publish">): Promise<Reply> {
  const room = context.rooms.get(command.roomId);
  const endpoint = endpointOf(context, command);
  const held = transportOf(context, command);
  if (held.receiving) {
    throw new Refusal("invalid", "The transport is one to receive on");
  }
  held.publication ??= new Publication(held.transport);
  const { rtpCapabilities } = endpoint.branch.router;
  const answer = await held.publication.renew(command.offer, command.lines, rtpCapabilities, (line, sent) =>
    produce(room, endpoint, held.transport, { ...line, ...sent }),
  );
  const producers = [...held.publication.all].map(([mid, { id }]) => ({ mid, producerId: id }));
  return { type: "sdp.published", answer, producers };
}

export async function subscribe(context: Context, command: CommandOf<"sdp.subscribe">): Promise<Reply> {
  const endpoint = endpointOf(context, command);
  const held = transportOf(context, command);
  if (!held.receiving) {
    throw new Refusal("invalid", "The transport is one to send on");
  }
  const capabilities = receivable(
    readDescription(command.capabilities),
    endpoint.branch.router.rtpCapabilities,
  );
  held.subscription ??= new Subscription(held.transport);
  const room = context.rooms.get(command.roomId);
  const receive: Receive = async (producerId) => ({
    consumer: await consume(room, endpoint, held.transport, producerId, capabilities),
    streamId: room.ownerOf(producerId).id,
  });
  const offer = await held.subscription.renew(command.producerIds, unlessRefused(receive));
  const consumers = held.subscription.all.map((consumer) => ({
    mid: midOf(consumer),
    consumerId: consumer.id,
    producerId: consumer.producerId,
    kind: consumer.kind,
    producerPaused: consumer.producerPaused,
  }));
  return { type: "sdp.offered", offer, consumers };
}

export async function answer(context: Context, command: CommandOf<"sdp.answer">): Promise<Reply> {
  const { subscription } = transportOf(context, command);
  if (subscription === undefined) {
    throw new Refusal("invalid", "Nothing was offered");
  }
  await subscription.answer(command.answer);
  return { type: "done" };
}

/** What went away just now, or comes in a form that the client does not know, is no reason to do without the rest. */
function unlessRefused(receive: Receive): Receive {
  return async (producerId) => {
    try {
      return await receive(producerId);
    } catch (failure) {
      if (failure instanceof Refusal && failure.code !== "failed") {
        return undefined;
      }
      throw failure;
    }
  };
}
