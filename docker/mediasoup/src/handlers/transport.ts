import type { types } from "mediasoup";
import type { CommandOf, Reply } from "../protocol.ts";
import { found, taken } from "../refusal.ts";
import type { HeldTransport } from "../room/Endpoint.ts";
import { type Context, endpointOf, parameters } from "./context.ts";

/** Where the worker starts to estimate what a client can receive. */
const FIRST_OUTGOING_BITRATE = 1_000_000;

export async function openTransport(context: Context, command: CommandOf<"transport.open">): Promise<Reply> {
  const room = context.rooms.get(command.roomId);
  const endpoint = await room.join(command.endpointId, context.workers, context.settings.consumersPerWorker);
  const transport = await endpoint.branch.router.createWebRtcTransport({
    webRtcServer: endpoint.branch.worker.webRtcServer,
    enableUdp: !command.tcpOnly,
    enableTcp: true,
    preferUdp: !command.tcpOnly,
    initialAvailableOutgoingBitrate: FIRST_OUTGOING_BITRATE,
  });
  endpoint.transports.set(transport.id, { transport, receiving: command.receiving });
  transport.observer.once("close", () => endpoint.transports.delete(transport.id));
  return {
    type: "transport",
    transportId: transport.id,
    iceParameters: JSON.stringify(transport.iceParameters),
    iceCandidates: JSON.stringify(transport.iceCandidates),
    dtlsParameters: JSON.stringify(transport.dtlsParameters),
  };
}

export async function connectTransport(
  context: Context,
  command: CommandOf<"transport.connect">,
): Promise<Reply> {
  const { transport } = transportOf(context, command);
  const dtlsParameters = parameters<types.DtlsParameters>(command.dtlsParameters, "DTLS parameters");
  await taken(() => transport.connect({ dtlsParameters }));
  return { type: "done" };
}

export async function restartIce(
  context: Context,
  command: CommandOf<"transport.restart_ice">,
): Promise<Reply> {
  const { transport } = transportOf(context, command);
  return { type: "ice", iceParameters: JSON.stringify(await transport.restartIce()) };
}

/** The transport that a command speaks of, or refuses. */
export function transportOf(
  context: Context,
  command: { roomId: string; endpointId: string; transportId: string },
): HeldTransport {
  return found(endpointOf(context, command).transports.get(command.transportId), "transport");
}
