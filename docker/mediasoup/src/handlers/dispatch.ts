import { log, reason } from "../log.ts";
import type { Command, Reply } from "../protocol.ts";
import { refusalOf } from "../refusal.ts";
import { openConsumer, setConsumer } from "./consumer.ts";
import type { Context } from "./context.ts";
import { closeEndpoint } from "./endpoint.ts";
import { closeProducer, openProducer, setProducer } from "./producer.ts";
import { closeRoom, openRoom } from "./room.ts";
import { answer, publish, subscribe } from "./sdp.ts";
import { connectTransport, openTransport, restartIce } from "./transport.ts";

/** Does what a command says, after everything that was asked of its room before. Never throws. */
export async function dispatch(context: Context, command: Command): Promise<Reply> {
  try {
    return await context.rooms.inOrder(command.roomId, () => handle(context, command));
  } catch (failure) {
    const refusal = refusalOf(failure);
    if (refusal !== undefined) {
      return refusal.reply();
    }
    log(`The command ${command.type} failed: ${reason(failure)}`);
    return { type: "refused", code: "failed", detail: "The media service could not do it" };
  }
}

function handle(context: Context, command: Command): Promise<Reply> {
  switch (command.type) {
    case "room.open":
      return openRoom(context, command);
    case "room.close":
      return closeRoom(context, command);
    case "endpoint.close":
      return closeEndpoint(context, command);
    case "transport.open":
      return openTransport(context, command);
    case "transport.connect":
      return connectTransport(context, command);
    case "transport.restart_ice":
      return restartIce(context, command);
    case "producer.open":
      return openProducer(context, command);
    case "producer.set":
      return setProducer(context, command);
    case "producer.close":
      return closeProducer(context, command);
    case "consumer.open":
      return openConsumer(context, command);
    case "consumer.set":
      return setConsumer(context, command);
    case "sdp.publish":
      return publish(context, command);
    case "sdp.subscribe":
      return subscribe(context, command);
    case "sdp.answer":
      return answer(context, command);
  }
}
