/** From what the browser counted to what people are told. Pure. */
import type { QualityCause } from "../protocol.ts";
import type { LinkQuality } from "./types.ts";

/** What was counted since the beginning, at one moment. */
export interface Sample {
  /** Milliseconds. */
  readonly at: number;
  readonly packetsIn: number;
  readonly lostIn: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** As the other end tells it, 0 to 1. */
  readonly lossOut: number | null;
  readonly roundTripMs: number | null;
  readonly videoCodec: string | null;
  readonly audioCodec: string | null;
  readonly framesPerSecond: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly way: LinkQuality["way"];
  /** What holds back what is sent. */
  readonly limitedBy: "processor" | "bandwidth" | null;
}

/** What was measured of one person, at one time, for the verdict at the end. */
export interface Measure {
  readonly link: LinkQuality;
  readonly limitedBy: Sample["limitedBy"];
  readonly self: boolean;
}

const POOR = { loss: 0.08, roundTripMs: 600 };
const FAIR = { loss: 0.03, roundTripMs: 300 };
/** So many measures make a verdict; a call of a few seconds gets none. */
const MEASURES_MIN = 5;
/** A call was bad when it was so for more than this part of it. */
const BAD_PART = 0.25;

/** What went on between two samples. */
export function linkBetween(before: Sample | undefined, after: Sample): LinkQuality {
  const seconds = before ? Math.max((after.at - before.at) / 1000, 0.001) : null;
  const grown = (of: (sample: Sample) => number) =>
    before ? Math.max(of(after) - of(before), 0) : of(after);
  const received = grown(({ packetsIn }) => packetsIn);
  const lost = grown(({ lostIn }) => lostIn);
  // What never sent or received anything has no rate, rather than one of 0.
  const rate = (of: (sample: Sample) => number) =>
    seconds === null || of(after) === 0 ? null : Math.round((grown(of) * 8) / 1000 / seconds);
  const lossIn = received + lost > 0 ? lost / (received + lost) : null;
  const { roundTripMs, lossOut, videoCodec, audioCodec, framesPerSecond, width, height, way } = after;
  return {
    grade: gradeOf(Math.max(lossIn ?? 0, lossOut ?? 0), roundTripMs ?? 0),
    roundTripMs,
    lossIn,
    lossOut,
    kbitIn: rate(({ bytesIn }) => bytesIn),
    kbitOut: rate(({ bytesOut }) => bytesOut),
    videoCodec,
    audioCodec,
    framesPerSecond,
    width,
    height,
    way,
  };
}

function gradeOf(loss: number, roundTripMs: number): LinkQuality["grade"] {
  if (loss > POOR.loss || roundTripMs > POOR.roundTripMs) return "poor";
  return loss > FAIR.loss || roundTripMs > FAIR.roundTripMs ? "fair" : "good";
}

/** Why a call was bad, or null when it was not. What one can do something about comes first. */
export function causeOf(measures: ReadonlyMap<string, readonly Measure[]>): QualityCause | null {
  const lists = [...measures.values()].filter((list) => list.length >= MEASURES_MIN);
  const mine = lists.find((list) => list.some(({ self }) => self)) ?? [];
  const others = lists.filter((list) => list !== mine);
  const bad = (list: readonly Measure[], is: (measure: Measure) => boolean) =>
    list.length > 0 && list.filter(is).length / list.length > BAD_PART;
  if (bad(mine, ({ limitedBy }) => limitedBy === "processor")) return "processor";
  const relayed = (list: readonly Measure[]) =>
    bad(list, ({ link }) => link.way === "relayed" && (link.roundTripMs ?? 0) > FAIR.roundTripMs);
  if (relayed(mine) || others.some(relayed)) return "relayed";
  const lossOut = ({ link }: Measure) => (link.lossOut ?? 0) > FAIR.loss;
  const uplink = bad(mine, lossOut);
  if (uplink) return "uplink";
  const badIn = others.filter((list) => bad(list, ({ link }) => (link.lossIn ?? 0) > FAIR.loss));
  if (badIn.length === 0) return null;
  return badIn.length < others.length || others.length === 1 ? "their_network" : "downlink";
}
