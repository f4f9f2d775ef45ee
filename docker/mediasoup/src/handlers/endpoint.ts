import type { CommandOf, Reply } from "../protocol.ts";
import type { Context } from "./context.ts";

export async function closeEndpoint(context: Context, command: CommandOf<"endpoint.close">): Promise<Reply> {
  context.rooms.find(command.roomId)?.leave(command.endpointId);
  return { type: "done" };
}
