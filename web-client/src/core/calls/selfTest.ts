/** Finds out what of calls works from here, step by step. */
import type { Ports, Timers } from "../ports.ts";
import type { Connectivity, IceServer } from "../protocol.ts";
import { problemOf } from "./deviceChoice.ts";
import type { EngineContext } from "./engine.ts";
import { iceCheck } from "./iceCheck.ts";
import { probeMedia } from "./mediaProbe.ts";
import type { MediaPlatform } from "./platform.ts";
import type { Asking } from "./requests.ts";
import type { Check, CheckProblem } from "./types.ts";

/** TURN credentials of an hour allow for some minutes. */
const CLOCK_OFF_MS = 5 * 60_000;
/** How long a line that is being opened may take: the page may have been loaded this moment. */
const LINE_WITHIN_MS = 8_000;

export interface SelfTestContext extends Pick<EngineContext, "api" | "connection" | "clockOffset"> {
  readonly ports: Pick<Ports, "timers" | "random">;
  readonly platform: MediaPlatform;
  readonly asking: Asking;
  report(check: Check): void;
}

export type Finding = Omit<Check, "name" | "state"> & { readonly state: Exclude<Check["state"], "running"> };

export const passed = (detail: string | null = null): Finding => ({ state: "passed", detail, problem: null });
export const failed = (problem: CheckProblem, detail: string | null = null): Finding => ({
  state: "failed",
  detail,
  problem,
});
export const skipped = (problem: CheckProblem): Finding => ({ state: "skipped", detail: null, problem });

/** Never rejects: what goes wrong is a finding. */
export async function runSelfTest(context: SelfTestContext): Promise<void> {
  const { platform, api, report, connection } = context;
  const check = async (name: Check["name"], find: () => Promise<Finding> | Finding): Promise<Finding> => {
    report({ name, state: "running", detail: null, problem: null });
    const finding = await Promise.resolve()
      .then(find)
      .catch(() => skipped("not_checked"));
    report({ name, ...finding });
    return finding;
  };
  await check("secureContext", () => (platform.secure ? passed() : failed("insecure")));
  await check("webSocket", () => lineOf(context));
  await check("clock", () => clockOf(context));
  await check("microphone", () => deviceOf(platform, { audio: true }));
  await check("camera", () => deviceOf(platform, { video: true }));
  const told = await Promise.resolve()
    .then(() => api.connectivity())
    .catch(() => null);
  const servers = async (kind: "stun" | "turn", scheme: RegExp) =>
    told ? iceCheck(context, serversOf(told, scheme), kind) : skipped("not_checked");
  await check("stun", () => servers("stun", /^stuns?:/));
  await check("turn", () => servers("turn", /^turns?:/));
  const service = await check("mediaService", () => serviceOf(told));
  const usable = service.state === "passed" && connection.get().name === "live";
  await check("mediaUdp", () => (usable ? probeMedia(context, "udp") : skipped("not_checked")));
  await check("mediaTcp", () => (usable ? probeMedia(context, "tcp") : skipped("not_checked")));
}

async function lineOf({ asking, connection, ports }: SelfTestContext): Promise<Finding> {
  await whileOpening(connection, ports.timers);
  if (connection.get().name !== "live") return failed("offline");
  const asked = ports.timers.now();
  const answered = await asking.ask({ type: "ice_servers" }).then(
    () => true,
    () => false,
  );
  return answered ? passed(`${ports.timers.now() - asked} ms`) : failed("offline");
}

/** Ends when the line is live or lost, at once where it is either. */
async function whileOpening(connection: SelfTestContext["connection"], timers: Timers): Promise<void> {
  const opening = () => /^(connecting|syncing)$/.test(connection.get().name);
  if (!opening()) return;
  let stops: readonly (() => void)[] = [];
  await new Promise<void>((resolve) => {
    const look = () => (opening() ? undefined : resolve());
    stops = [connection.subscribe(look), timers.after(LINE_WITHIN_MS, resolve)];
  });
  for (const stop of stops) stop();
}

function clockOf({ clockOffset, connection }: SelfTestContext): Finding {
  // Only the line tells the server's time.
  if (connection.get().name !== "live") return skipped("not_checked");
  const off = Math.abs(clockOffset.get());
  const detail = `${(off / 1000).toFixed(1)} s`;
  return off < CLOCK_OFF_MS ? passed(detail) : failed("clock_off", detail);
}

async function deviceOf(platform: MediaPlatform, constraints: MediaStreamConstraints): Promise<Finding> {
  try {
    const stream = await platform.userMedia(constraints);
    const tracks = stream.getTracks();
    for (const track of tracks) track.stop();
    const label = tracks[0]?.label ?? "";
    return passed(label === "" ? null : label);
  } catch (error) {
    return failed(problemOf(error, platform.secure));
  }
}

/** Each server with only the addresses of one kind. */
function serversOf(told: Connectivity, scheme: RegExp): readonly IceServer[] {
  return told.iceServers
    .map((server) => ({ ...server, urls: server.urls.filter((url) => scheme.test(url)) }))
    .filter(({ urls }) => urls.length > 0);
}

function serviceOf(told: Connectivity | null): Finding {
  if (!told) return skipped("not_checked");
  const ports = told.mediaPorts.length > 0 ? `:${told.mediaPorts.join("–")}` : "";
  if (told.mediaService) return passed(told.announcedAddress && `${told.announcedAddress}${ports}`);
  return failed("media_service_missing", told.mediaProblem);
}
