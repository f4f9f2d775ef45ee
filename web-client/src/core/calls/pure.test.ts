import { describe, expect, test } from "vitest";
import { aCall, participant, TALKING } from "../testing/calls.ts";
import {
  DEFAULT_CHOICE,
  problemOf as deviceProblemOf,
  devicesOf,
  keepChoice,
  keptChoice,
} from "./deviceChoice.ts";
import { keepCall, keptCall } from "./keptCall.ts";
import { CAMERA_ENCODINGS, wantedFor, withActive } from "./layers.ts";
import { NO_MEDIA } from "./leg.ts";
import { phaseOf, problemOf, type Standing } from "./phase.ts";
import { belongsTo, sessionOf, withOpusTuning, withStartBitrate } from "./sdp.ts";
import { tilesOf } from "./tiles.ts";

describe("session descriptions", () => {
  const sdp = [
    "v=0",
    "o=- 4611 2 IN IP4 127.0.0.1",
    "m=audio 9 UDP/TLS/RTP/SAVPF 111 0",
    "a=ice-ufrag:abcd",
    "a=rtpmap:111 opus/48000/2",
    "a=fmtp:111 minptime=10;useinbandfec=0",
    "a=rtpmap:0 PCMU/8000",
    "",
  ].join("\r\n");

  test("ask for forward error correction and silence of Opus, and of nothing else", () => {
    const tuned = withOpusTuning(sdp);
    expect(tuned).toContain("a=fmtp:111 minptime=10;useinbandfec=1;usedtx=1\r\n");
    expect(tuned.replace(/a=fmtp:111.*\r\n/, "")).toBe(sdp.replace(/a=fmtp:111.*\r\n/, ""));
    expect(withOpusTuning(tuned)).toBe(tuned);
  });

  test("let pictures begin at once with a good part of the line, whatever their codec", () => {
    const video = [
      "m=video 9 UDP/TLS/RTP/SAVPF 96 97 98",
      "a=rtpmap:96 VP8/90000",
      "a=rtcp-fb:96 nack",
      "a=rtpmap:97 rtx/90000",
      "a=fmtp:97 apt=96",
      "a=rtpmap:98 VP9/90000",
      "a=fmtp:98 profile-id=0",
      "",
    ].join("\r\n");
    const told = withStartBitrate(sdp + video, 900).split("\r\n");
    expect(told.filter((line) => line.includes("bitrate"))).toEqual([
      "a=fmtp:96 x-google-start-bitrate=900",
      "a=fmtp:98 profile-id=0;x-google-start-bitrate=900",
    ]);
    expect(told.indexOf("a=fmtp:96 x-google-start-bitrate=900")).toBe(
      told.indexOf("a=rtpmap:96 VP8/90000") + 1,
    );
    expect(told.filter((line) => !line.includes("bitrate") && !line.includes("a=fmtp:98"))).toEqual(
      (sdp + video).split("\r\n").filter((line) => !line.includes("a=fmtp:98")),
    );
  });

  test("tell one connection from another, and to whom a candidate belongs", () => {
    expect(sessionOf(sdp)).toBe("4611");
    expect(sessionOf("")).toBeNull();
    expect([belongsTo(sdp, "abcd"), belongsTo(sdp, "efgh"), belongsTo(sdp, null)]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe("layers", () => {
  test("are as large as the tile is drawn, and none for what is off screen", () => {
    expect(wantedFor(0, 2)).toEqual({ paused: true, spatialLayer: 0 });
    expect(wantedFor(200, 1)).toEqual({ paused: false, spatialLayer: 0 });
    expect(wantedFor(200, 3)).toEqual({ paused: false, spatialLayer: 1 });
    expect(wantedFor(1_200, 1)).toEqual({ paused: false, spatialLayer: 2 });
    expect(wantedFor(undefined, 1).paused).toBe(false);
  });

  test("that nobody wants are not sent", () => {
    const active = (highest: number | null) => withActive(CAMERA_ENCODINGS, highest).map((e) => e.active);
    expect(active(null)).toEqual([false, false, false]);
    expect(active(1)).toEqual([true, true, false]);
    expect(active(2)).toEqual([true, true, true]);
  });
});

describe("the phase of a call", () => {
  const answered = aCall({ answeredAt: 2_000 });
  const standing: Standing = {
    call: answered,
    ending: null,
    media: "connected",
    line: true,
    wasConnected: true,
    unserved: false,
  };

  test.each([
    ["ringing", { call: aCall(), media: "waiting", wasConnected: false }],
    ["connecting", { media: "connecting", wasConnected: false }],
    ["connected", {}],
    ["reconnecting", { media: "lost" }],
    ["reconnecting", { line: false }],
    ["ended", { ending: { reason: "finished", durationMs: 1, quality: null } }],
  ] as const)("is %s", (phase, change) => {
    expect(phaseOf({ ...standing, ...change })).toBe(phase);
  });

  test.each([
    [null, {}],
    ["line", { line: false }],
    ["media", { media: "lost" }],
    [null, { media: "connecting", wasConnected: false }],
    ["media_service", { unserved: true, media: "connecting" }],
    [null, { line: false, ending: { reason: "lost", durationMs: 1, quality: null } }],
  ] as const)("comes with the problem %s", (problem, change) => {
    expect(problemOf({ ...standing, ...change })).toBe(problem);
  });
});

describe("tiles", () => {
  const stream = { id: "stream" } as MediaStream;
  const self = {
    microphone: true,
    camera: false,
    screen: false,
    hand: false,
    microphoneProblem: null,
    cameraProblem: null,
  };
  const call = aCall({
    participants: [
      participant("ann", "joined", { media: { ...TALKING, camera: true } }),
      participant("me", "joined"),
      participant("ben", "ringing"),
      participant("cleo", "left"),
      participant("dan", "joined", { connected: false, media: { ...TALKING, screen: true, hand: true } }),
    ],
  });
  const media = { ...NO_MEDIA, camera: stream, microphone: stream, screen: stream };
  const sources = {
    call,
    accountId: "me",
    remote: new Map([
      ["ann", media],
      ["dan", media],
    ]),
    self,
    camera: null,
    screen: null,
  };

  test("are screens before people before oneself, of those who are there or called", () => {
    expect(tilesOf(sources, []).map(({ id }) => id)).toEqual(["dan:screen", "ann", "ben", "dan", "me"]);
    const sharing = { ...sources, self: { ...self, screen: true }, screen: stream };
    expect(
      tilesOf(sharing, [])
        .map(({ id }) => id)
        .slice(-2),
    ).toEqual(["me:screen", "me"]);
  });

  test("show a picture only of a camera that is on, and say who is waited for", () => {
    const [screen, ann, ben, dan, me] = tilesOf(sources, []);
    expect([screen?.video, ann?.video, ben?.video, dan?.video]).toEqual([stream, stream, null, null]);
    expect([ann?.waiting, ben?.waiting, dan?.waiting, me?.waiting]).toEqual([false, true, true, false]);
    expect([dan?.hand, me?.mine, me?.audio]).toEqual([true, true, null]);
  });

  test("stay the same objects while nothing in them changes", () => {
    const before = tilesOf(sources, []);
    expect(tilesOf({ ...sources, call: { ...call, version: 9 } }, before)).toBe(before);
    const after = tilesOf({ ...sources, self: { ...self, microphone: false } }, before);
    expect(after.map((tile, i) => tile === before[i])).toEqual([true, true, true, true, false]);
  });
});

describe("what this device keeps", () => {
  const values = new Map<string, string>();
  const settings = {
    read: (key: string) => values.get(key) ?? null,
    write: (key: string, value: string | null) =>
      value === null ? values.delete(key) : values.set(key, value),
  };

  test("is the call of this tab, for the same person only", () => {
    const kept = {
      accountId: "me",
      endpointId: "e",
      callId: "x",
      choice: { microphone: true, camera: false },
    };
    keepCall(settings, kept);
    expect(keptCall(settings, "me")).toEqual(kept);
    expect(keptCall(settings, "ann")).toBeNull();
    keepCall(settings, null);
    expect(keptCall(settings, "me")).toBeNull();
    for (const nonsense of [
      "{",
      "3",
      '{"endpointId":3}',
      '{"accountId":"me","endpointId":"e","callId":"x"}',
    ]) {
      values.set("chatcall.call", nonsense);
      expect(keptCall(settings, "me")).toBeNull();
    }
  });

  test("is the choice of devices, and nonsense in its place does no harm", () => {
    expect(keptChoice(settings)).toEqual(DEFAULT_CHOICE);
    const choice = { ...DEFAULT_CHOICE, cameraId: "back", gainControl: false };
    keepChoice(settings, choice);
    expect(keptChoice(settings)).toEqual(choice);
    for (const nonsense of ["{", "null", '{"cameraId":3,"gainControl":"no"}']) {
      values.set("chatcall.devices", nonsense);
      expect(keptChoice(settings)).toEqual(DEFAULT_CHOICE);
    }
  });
});

describe("devices", () => {
  test.each([
    ["NotAllowedError", "denied"],
    ["SecurityError", "denied"],
    ["NotFoundError", "missing"],
    ["OverconstrainedError", "missing"],
    ["NotReadableError", "busy"],
    ["AbortError", "busy"],
  ])("%s means %s", (name, problem) => {
    expect(deviceProblemOf(new DOMException("", name), true)).toBe(problem);
    expect(deviceProblemOf(new DOMException("", name), false)).toBe("insecure");
  });

  test("that stand for others, or have no id yet, cannot be chosen", () => {
    const device = (deviceId: string, kind: MediaDeviceKind) =>
      ({ deviceId, kind, label: deviceId }) as MediaDeviceInfo;
    const all = [device("default", "audioinput"), device("mic", "audioinput"), device("", "audioinput")];
    expect(devicesOf([...all, device("cam", "videoinput")], "audioinput")).toEqual([
      { id: "mic", label: "mic" },
    ]);
  });
});
