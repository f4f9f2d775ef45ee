import type { CommandOf, Reply } from "../protocol.ts";
import type { Context } from "./context.ts";

export async function openRoom(context: Context, command: CommandOf<"room.open">): Promise<Reply> {
  const room = await context.rooms.opened(command.roomId, context.workers);
  return { type: "room", rtpCapabilities: room.rtpCapabilities() };
}

export async function closeRoom(context: Context, command: CommandOf<"room.close">): Promise<Reply> {
  context.rooms.close(command.roomId);
  return { type: "done" };
}
