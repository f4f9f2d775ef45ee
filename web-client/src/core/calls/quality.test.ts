import { describe, expect, test } from "vitest";
import { causeOf, linkBetween, type Measure, type Sample } from "./quality.ts";
import { type Stat, sampleOf } from "./stats.ts";

const sample: Sample = {
  at: 0,
  packetsIn: 0,
  lostIn: 0,
  bytesIn: 0,
  bytesOut: 0,
  lossOut: null,
  roundTripMs: 20,
  videoCodec: "VP8",
  audioCodec: "opus",
  framesPerSecond: 30,
  width: 640,
  height: 360,
  way: "direct",
  limitedBy: null,
};

describe("the quality of a link", () => {
  test("is what went on between two samples", () => {
    const before = { ...sample, at: 1_000, packetsIn: 900, lostIn: 100, bytesIn: 10_000, bytesOut: 5_000 };
    const after = { ...before, at: 3_000, packetsIn: 1_090, lostIn: 110, bytesIn: 260_000, bytesOut: 30_000 };
    expect(linkBetween(before, after)).toMatchObject({
      kbitIn: 1_000,
      kbitOut: 100,
      lossIn: 0.05,
      grade: "fair",
    });
  });

  test("has no rates after the first sample", () => {
    expect(linkBetween(undefined, sample)).toMatchObject({ kbitIn: null, lossIn: null, grade: "good" });
  });

  test.each([
    ["good", {}],
    ["fair", { roundTripMs: 400 }],
    ["poor", { roundTripMs: 700 }],
    ["poor", { lossOut: 0.2 }],
  ] as const)("is %s", (grade, change) => {
    expect(linkBetween(sample, { ...sample, at: 2_000, ...change }).grade).toBe(grade);
  });
});

describe("the verdict on a call", () => {
  const link = linkBetween(undefined, sample);
  const good: Measure = { link, limitedBy: null, self: false };
  const lossyIn: Measure = { ...good, link: { ...link, lossIn: 0.1 } };
  const me = (change: Partial<Measure> = {}) => Array<Measure>(10).fill({ ...good, self: true, ...change });
  const all = (measure: Measure) => Array<Measure>(10).fill(measure);
  const cause = (lists: Record<string, Measure[]>) => causeOf(new Map(Object.entries(lists)));

  test("is none for a good call, or a short one", () => {
    expect(cause({ me: me(), ann: all(good) })).toBeNull();
    expect(cause({ me: me({ limitedBy: "processor" }).slice(0, 4) })).toBeNull();
    expect(
      cause({ me: me(), ann: [...all(good), ...all(good), ...all(good), ...all(lossyIn)].slice(8) }),
    ).toBe("their_network");
    expect(cause({ me: me(), ann: [...all(good), lossyIn, lossyIn] })).toBeNull();
  });

  test("is one's own processor or uplink", () => {
    expect(cause({ me: me({ limitedBy: "processor" }), ann: all(lossyIn) })).toBe("processor");
    expect(cause({ me: me({ link: { ...link, lossOut: 0.1 } }), ann: all(lossyIn) })).toBe("uplink");
  });

  test("is theirs when one of several is bad, and one's own downlink when all are", () => {
    expect(cause({ me: me(), ann: all(lossyIn), ben: all(good) })).toBe("their_network");
    expect(cause({ me: me(), ann: all(lossyIn), ben: all(lossyIn) })).toBe("downlink");
    expect(cause({ me: me(), ann: all(lossyIn) })).toBe("their_network");
  });

  test("is the detour when that was slow", () => {
    const relayed = { ...good, link: { ...link, way: "relayed", roundTripMs: 500 } } as const;
    expect(cause({ me: me(), ann: all(relayed) })).toBe("relayed");
  });
});

describe("statistics", () => {
  const stats: Stat[] = [
    { id: "T", type: "transport", selectedCandidatePairId: "P2" },
    { id: "P1", type: "candidate-pair", nominated: true, state: "succeeded", localCandidateId: "L1" },
    {
      id: "P2",
      type: "candidate-pair",
      nominated: true,
      state: "succeeded",
      currentRoundTripTime: 0.05,
      localCandidateId: "L1",
      remoteCandidateId: "R1",
    },
    { id: "L1", type: "local-candidate", candidateType: "host" },
    { id: "R1", type: "remote-candidate", candidateType: "relay" },
    { id: "C1", type: "codec", mimeType: "video/VP8" },
    { id: "C2", type: "codec", mimeType: "audio/opus" },
    {
      id: "I1",
      type: "inbound-rtp",
      kind: "video",
      codecId: "C1",
      packetsReceived: 100,
      packetsLost: 3,
      bytesReceived: 1_000,
      framesPerSecond: 25,
      frameWidth: 320,
      frameHeight: 180,
    },
    {
      id: "I2",
      type: "inbound-rtp",
      kind: "audio",
      codecId: "C2",
      packetsReceived: 50,
      packetsLost: -1,
      bytesReceived: 500,
    },
    {
      id: "O1",
      type: "outbound-rtp",
      kind: "video",
      bytesSent: 700,
      frameWidth: 640,
      qualityLimitationReason: "cpu",
    },
    { id: "Q1", type: "remote-inbound-rtp", kind: "video", fractionLost: 0.04, roundTripTime: 0.06 },
  ];

  test("come to one sample", () => {
    expect(sampleOf(stats, { at: 5, way: null, picture: "in" })).toEqual({
      at: 5,
      packetsIn: 150,
      lostIn: 2,
      bytesIn: 1_500,
      bytesOut: 700,
      lossOut: 0.04,
      roundTripMs: 50,
      videoCodec: "VP8",
      audioCodec: "opus",
      framesPerSecond: 25,
      width: 320,
      height: 180,
      way: "relayed",
      limitedBy: "processor",
    });
    expect(sampleOf(stats, { at: 5, way: "server", picture: "out" })).toMatchObject({
      width: 640,
      way: "server",
    });
  });

  test("that are not there are not made up", () => {
    expect(sampleOf([], { at: 1, way: null, picture: "in" })).toMatchObject({
      packetsIn: 0,
      lossOut: null,
      roundTripMs: null,
      videoCodec: null,
      way: null,
      limitedBy: null,
    });
  });
});
