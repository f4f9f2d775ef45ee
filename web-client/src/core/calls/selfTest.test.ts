import { beforeEach, describe, expect, test } from "vitest";
import { createStore } from "../observable.ts";
import type { CallRequest, Connectivity } from "../protocol.ts";
import { FakeGatherer } from "../testing/fakeGatherer.ts";
import { FakePlatform, fakeStream, fakeTrack } from "../testing/fakeMedia.ts";
import { FakeMediaService } from "../testing/fakeMediaService.ts";
import { FakeTimers, settled } from "../testing/fakeTimers.ts";
import type { ConnectionState } from "../types.ts";
import type { Asking } from "./requests.ts";
import { runSelfTest, type SelfTestContext } from "./selfTest.ts";
import type { Check } from "./types.ts";

const NAMES: readonly Check["name"][] = [
  "secureContext",
  "webSocket",
  "clock",
  "microphone",
  "camera",
  "stun",
  "turn",
  "mediaService",
  "mediaUdp",
  "mediaTcp",
];

const TOLD: Connectivity = {
  serverTime: 0,
  iceServers: [
    { urls: ["stun:stun.test"], username: null, credential: null },
    { urls: ["stun:turn.test", "turn:turn.test", "turns:turn.test"], username: "name", credential: "word" },
  ],
  mediaService: true,
  mediaProblem: null,
  announcedAddress: "media.test",
  mediaPorts: [44_400, 44_499],
};

describe("the self-test of calls", () => {
  let timers: FakeTimers;
  let platform: FakePlatform;
  let service: FakeMediaService;
  let told: Connectivity;
  let reports: Check[];
  let gatherers: FakeGatherer[];
  let connection: ReturnType<typeof createStore<ConnectionState>>;
  let clockOffset: ReturnType<typeof createStore<number>>;

  /** Finds at once what each kind of server gives. */
  const peerConnection = (configuration: RTCConfiguration) => {
    const gatherer = new FakeGatherer(configuration);
    gatherers.push(gatherer);
    const turn = configuration.iceTransportPolicy === "relay";
    gatherer.setLocalDescription = async () => gatherer.find(turn ? "relay" : "srflx", "192.0.2.1");
    return gatherer as unknown as RTCPeerConnection;
  };
  const context = (): SelfTestContext => ({
    ports: { timers, random: { fraction: () => 0, uuid: () => "id" } },
    api: { connectivity: async () => told },
    connection,
    clockOffset,
    platform,
    asking: service.asking,
    report: (check) => reports.push(check),
  });
  const run = async (change: Partial<SelfTestContext> = {}) => {
    await runSelfTest({ ...context(), ...change });
    expect(timers.waiting).toBe(0);
    expect(platform.silences).toBe(0);
    expect(platform.given.every(({ readyState }) => readyState === "ended")).toBe(true);
    expect([...gatherers, ...service.transports].every(({ closed }) => closed)).toBe(true);
  };
  /** How the checks ended: state, then what is wrong or the detail. */
  const found = (name: Check["name"]) => {
    const { state, problem, detail } = reports.findLast((check) => check.name === name) ?? {};
    return [state, problem, detail];
  };

  beforeEach(() => {
    timers = new FakeTimers();
    service = new FakeMediaService();
    const { loadMediaDevice } = service;
    platform = Object.assign(new FakePlatform(), { loadMediaDevice, peerConnection });
    told = TOLD;
    reports = [];
    gatherers = [];
    connection = createStore<ConnectionState>({ name: "live" });
    clockOffset = createStore(-1_234);
  });

  test("goes through all of it in order, and says what runs", async () => {
    await run();
    expect(reports.map(({ name, state }) => [name, state])).toEqual(
      NAMES.flatMap((name) => [
        [name, "running"],
        [name, "passed"],
      ]),
    );
    expect(NAMES.map((name) => found(name)[2])).toEqual([
      null,
      "0 ms",
      "1.2 s",
      "audio",
      "video",
      "192.0.2.1",
      "192.0.2.1",
      "media.test:44400–44499",
      "0 ms",
      "0 ms",
    ]);
  });

  test("asks each kind of server at its own addresses", async () => {
    await run();
    expect(gatherers.map(({ configuration }) => configuration.iceServers)).toEqual([
      [{ urls: ["stun:stun.test"] }, { urls: ["stun:turn.test"], username: "name", credential: "word" }],
      [{ urls: ["turn:turn.test", "turns:turn.test"], username: "name", credential: "word" }],
    ]);
  });

  test("tells a page without TLS, and why it has no devices", async () => {
    platform.secure = false;
    platform.refusals.audio = "SecurityError";
    platform.refusals.video = "SecurityError";
    await run();
    for (const name of ["secureContext", "microphone", "camera"] as const)
      expect(found(name)).toEqual(["failed", "insecure", null]);
  });

  test.each([
    ["NotAllowedError", "denied"],
    ["NotFoundError", "missing"],
    ["NotReadableError", "busy"],
  ])("tells of each device alone why it is not given: %s", async (name, problem) => {
    platform.refusals.audio = name;
    await run();
    expect(found("microphone")).toEqual(["failed", problem, null]);
    expect(found("camera")).toEqual(["passed", null, "video"]);
    platform.refusals.video = name;
    await run();
    expect(found("camera")).toEqual(["failed", problem, null]);
  });

  test("leaves no track of a device on, and needs no name of it", async () => {
    const tracks = [fakeTrack("audio", "" as "audio"), fakeTrack("audio")];
    platform.userMedia = async () => fakeStream(tracks);
    await run();
    expect(found("microphone")).toEqual(["passed", null, null]);
    expect(tracks.map(({ readyState }) => readyState)).toEqual(["ended", "ended"]);
  });

  test("tells how long the server takes to answer", async () => {
    const asking = {
      ask: async (request: CallRequest) => {
        if (request.type === "ice_servers") timers.advance(30);
        return service.asking.ask(request);
      },
    } as Asking;
    await run({ asking });
    expect(found("webSocket")).toEqual(["passed", null, "30 ms"]);
  });

  test("without a line leaves out what goes over it, and tells the rest", async () => {
    connection.set({ name: "waiting", retryAt: 0 });
    await run();
    expect(found("webSocket")).toEqual(["failed", "offline", null]);
    for (const name of ["clock", "mediaUdp", "mediaTcp"] as const)
      expect(found(name)).toEqual(["skipped", "not_checked", null]);
    for (const name of ["microphone", "stun", "turn", "mediaService"] as const)
      expect(found(name)[0]).toBe("passed");
    expect(service.asked).toEqual([]);
  });

  test("waits for a line that is being opened", async () => {
    connection.set({ name: "connecting" });
    const running = run();
    await settled();
    connection.set({ name: "syncing" });
    await settled();
    connection.set({ name: "live" });
    await running;
    expect(NAMES.map((name) => found(name)[0])).toEqual(NAMES.map(() => "passed"));
  });

  test.each<ConnectionState>([{ name: "waiting", retryAt: 0 }, { name: "connecting" }])(
    "waits no longer when it is lost, nor for ever: $name",
    async (last) => {
      connection.set({ name: "connecting" });
      const running = run();
      await settled();
      connection.set(last);
      if (last.name === "connecting") timers.advance(8_000);
      await running;
      expect(found("webSocket")).toEqual(["failed", "offline", null]);
    },
  );

  test("takes a line that does not answer for none", async () => {
    service.refusals.push(["ice_servers", "network.unreachable"]);
    await run();
    expect(found("webSocket")).toEqual(["failed", "offline", null]);
  });

  test.each([
    [299_999, "passed", null, "300.0 s"],
    [-299_999, "passed", null, "300.0 s"],
    [300_000, "failed", "clock_off", "300.0 s"],
    [-3_600_000, "failed", "clock_off", "3600.0 s"],
  ])("bears a clock that is off by less than five minutes: %i ms", async (off, ...expected) => {
    clockOffset.set(off);
    await run();
    expect(found("clock")).toEqual(expected);
  });

  test("leaves out the servers that are not set up", async () => {
    told = { ...TOLD, iceServers: [] };
    await run();
    expect(found("stun")).toEqual(["skipped", "stun_not_configured", null]);
    expect(found("turn")).toEqual(["skipped", "turn_not_configured", null]);
    told = { ...TOLD, iceServers: TOLD.iceServers.slice(0, 1) };
    await run();
    expect(found("stun")[0]).toBe("passed");
    expect(found("turn")[1]).toBe("turn_not_configured");
  });

  test("tells what the media service lacks, and does not try to reach it", async () => {
    told = { ...TOLD, mediaService: false, mediaProblem: "It is not installed.", announcedAddress: null };
    await run();
    expect(found("mediaService")).toEqual(["failed", "media_service_missing", "It is not installed."]);
    for (const name of ["mediaUdp", "mediaTcp"] as const)
      expect(found(name)).toEqual(["skipped", "not_checked", null]);
    expect(service.of("probe.open")).toEqual([]);
  });

  test("needs no address of the media service", async () => {
    told = { ...TOLD, announcedAddress: null, mediaPorts: [] };
    await run();
    expect(found("mediaService")).toEqual(["passed", null, null]);
  });

  test("tells the two ways to the media service apart", async () => {
    service.offered = ["tcp"];
    await run();
    expect(found("mediaUdp")).toEqual(["failed", "udp_blocked", null]);
    expect(found("mediaTcp")).toEqual(["passed", null, "0 ms"]);
    service.offered = ["udp"];
    await run();
    expect(found("mediaUdp")).toEqual(["passed", null, "0 ms"]);
    expect(found("mediaTcp")).toEqual(["failed", "tcp_blocked", null]);
  });

  test("blames no server for an answer that did not come", async () => {
    await run({ api: { connectivity: () => Promise.reject(new Error("503")) } });
    for (const name of ["stun", "turn", "mediaService", "mediaUdp", "mediaTcp"] as const)
      expect(found(name)).toEqual(["skipped", "not_checked", null]);
  });

  test("ends whatever fails, with a finding for each", async () => {
    const broken = () => {
      throw new Error("broken");
    };
    const all = { userMedia: broken, peerConnection: broken, loadMediaDevice: broken, silence: broken };
    Object.assign(platform, all);
    for (const fails of [broken, () => Promise.reject(new Error("broken"))]) {
      reports = [];
      await run({ asking: { ask: fails }, api: { connectivity: fails } });
      await run({ asking: { ask: fails } });
      await run({ clockOffset: { ...clockOffset, get: broken } });
      expect(reports).toHaveLength(3 * 2 * NAMES.length);
      expect(reports.every(({ state, problem }) => (problem === null) !== /failed|skipped/.test(state))).toBe(
        true,
      );
    }
  });
});
