import type { types } from "mediasoup-client";
import type { TransportDirection } from "../protocol.ts";
import { openTransport } from "./room.ts";
import { type Finding, failed, passed, type SelfTestContext, skipped } from "./selfTest.ts";

/** How long a way has to be found. */
const CONNECT_WITHIN_MS = 8_000;

/** Connects to a room for oneself over one protocol alone. */
export async function probeMedia(
  { asking, platform, ports }: Pick<SelfTestContext, "asking" | "platform" | "ports">,
  protocol: "udp" | "tcp",
): Promise<Finding> {
  const address = { callId: ports.random.uuid(), endpointId: ports.random.uuid() };
  const device = await platform.loadMediaDevice();
  const room = await asking.ask({
    type: "probe.open",
    probeId: address.callId,
    endpointId: address.endpointId,
  });
  await device.load({ routerRtpCapabilities: JSON.parse(room.rtpCapabilities) as types.RtpCapabilities });
  const direction: TransportDirection = "send";
  const only = (candidate: types.IceCandidate) => candidate.protocol === protocol;
  const way = { asking, address, iceServers: [], only, tcpOnly: protocol === "tcp" };
  const transport = await openTransport(way, device, direction);
  const sound = platform.silence();
  try {
    const asked = ports.timers.now();
    const connected = settled(transport, (run) => ports.timers.after(CONNECT_WITHIN_MS, run));
    const produced = transport.produce({
      track: sound.track,
      stopTracks: false,
      appData: { source: "microphone", paused: false },
    });
    produced.catch(() => {});
    const blocked = failed(protocol === "udp" ? "udp_blocked" : "tcp_blocked");
    return (await connected) ? passed(`${ports.timers.now() - asked} ms`) : blocked;
  } catch {
    return skipped("not_checked");
  } finally {
    transport.close();
    sound.close();
  }
}

function settled(transport: types.Transport, after: (run: () => void) => () => void): Promise<boolean> {
  return new Promise((resolve) => {
    const stopTimer = after(() => resolve(false));
    transport.on("connectionstatechange", (state) => {
      if (state !== "connected" && state !== "failed") return;
      stopTimer();
      resolve(state === "connected");
    });
  });
}
