import type { types } from "mediasoup-client";
import type { Timers } from "../ports.ts";
import type { MediaPlatform } from "./platform.ts";
import { openTransport } from "./room.ts";
import { type Finding, failed, passed, type SelfTestContext } from "./selfTest.ts";

/** How long a way has to be found. */
const CONNECT_WITHIN_MS = 8_000;

/** Connects to a room for oneself over one protocol alone. Rejects where that could not be tried. */
export async function probeMedia(
  { asking, platform, ports }: Pick<SelfTestContext, "asking" | "platform" | "ports">,
  protocol: "udp" | "tcp",
): Promise<Finding> {
  const address = { callId: ports.random.uuid(), endpointId: ports.random.uuid() };
  const device = await platform.loadMediaDevice();
  const { callId: probeId, endpointId } = address;
  const room = await asking.ask({ type: "probe.open", probeId, endpointId });
  await device.load({ routerRtpCapabilities: JSON.parse(room.rtpCapabilities) as types.RtpCapabilities });
  let offered = false;
  const only = (candidate: types.IceCandidate) => {
    const fits = candidate.protocol === protocol;
    offered ||= fits;
    return fits;
  };
  const way = { asking, address, iceServers: [], only, tcpOnly: protocol === "tcp" };
  const transport = await openTransport(way, device, "send");
  try {
    const asked = ports.timers.now();
    // With no address to try there is nothing to wait for.
    const connected = offered && (await connects(transport, platform, ports.timers));
    if (connected) return passed(`${ports.timers.now() - asked} ms`);
    return failed(protocol === "udp" ? "udp_blocked" : "tcp_blocked");
  } finally {
    transport.close();
  }
}

/** Rejects when the server refuses: that tells nothing of the way. */
async function connects(
  transport: types.Transport,
  platform: MediaPlatform,
  timers: Timers,
): Promise<boolean> {
  const sound = platform.silence();
  const { track } = sound;
  let stopTimer = () => {};
  try {
    return await new Promise<boolean>((resolve, reject) => {
      stopTimer = timers.after(CONNECT_WITHIN_MS, () => resolve(false));
      transport.on("connectionstatechange", (state) => {
        if (state === "connected" || state === "failed") resolve(state === "connected");
      });
      const appData = { source: "microphone", paused: false };
      transport.produce({ track, stopTracks: false, appData }).catch(reject);
    });
  } finally {
    stopTimer();
    sound.close();
  }
}
