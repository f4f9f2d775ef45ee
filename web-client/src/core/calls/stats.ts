/** Reads the browser's statistics (W3C webrtc-stats), as far as they are used. Pure. */
import type { Sample } from "./quality.ts";
import type { LinkQuality } from "./types.ts";

/** One entry; which fields are there depends on its type and on the browser. */
export interface Stat {
  readonly id: string;
  readonly type: string;
  readonly [field: string]: unknown;
}

export interface Counting {
  readonly at: number;
  /** Null where it is to be told from the candidates in use. */
  readonly way: LinkQuality["way"];
  /** Of which way the picture's size and codec are told. */
  readonly picture: "in" | "out";
}

/** What the entries of one or more reports come to. */
export function sampleOf(stats: readonly Stat[], { at, way, picture }: Counting): Sample {
  const of = (type: string) => stats.filter((stat) => stat.type === type);
  const incoming = of("inbound-rtp");
  const outgoing = of("outbound-rtp");
  const told = of("remote-inbound-rtp");
  const pair = pairInUse(stats);
  const shown = picture === "in" ? incoming : outgoing;
  const video = largest(shown.filter(isVideo));
  const losses = numbers(told, "fractionLost");
  const roundTrips = [
    ...numbers(pair ? [pair] : [], "currentRoundTripTime"),
    ...numbers(told, "roundTripTime"),
  ];
  const limits = outgoing.map((stat) => stat.qualityLimitationReason);
  return {
    at,
    packetsIn: sum(incoming, "packetsReceived"),
    lostIn: Math.max(sum(incoming, "packetsLost"), 0),
    bytesIn: sum(incoming, "bytesReceived"),
    bytesOut: sum(outgoing, "bytesSent"),
    lossOut: losses.length ? Math.max(...losses) : null,
    roundTripMs: roundTrips[0] === undefined ? null : Math.round(roundTrips[0] * 1000),
    videoCodec: codecOf(stats, video),
    audioCodec: codecOf(
      stats,
      shown.find((stat) => !isVideo(stat)),
    ),
    framesPerSecond: number(video, "framesPerSecond"),
    width: number(video, "frameWidth"),
    height: number(video, "frameHeight"),
    way: way ?? wayOf(stats, pair),
    limitedBy: limits.includes("cpu") ? "processor" : limits.includes("bandwidth") ? "bandwidth" : null,
  };
}

/** The candidate pair that carries the media. */
function pairInUse(stats: readonly Stat[]): Stat | undefined {
  const chosen = stats.find(({ type }) => type === "transport")?.selectedCandidatePairId;
  const pairs = stats.filter(({ type }) => type === "candidate-pair");
  return (
    pairs.find(({ id }) => id === chosen) ??
    pairs.find((pair) => pair.nominated === true && pair.state === "succeeded")
  );
}

function wayOf(stats: readonly Stat[], pair: Stat | undefined): LinkQuality["way"] {
  if (!pair) return null;
  const ends = stats.filter(({ id }) => id === pair.localCandidateId || id === pair.remoteCandidateId);
  return ends.some((end) => end.candidateType === "relay") ? "relayed" : "direct";
}

const isVideo = (stat: Stat) => stat.kind === "video";

function largest(stats: readonly Stat[]): Stat | undefined {
  return stats.toSorted((a, b) => (number(b, "frameWidth") ?? 0) - (number(a, "frameWidth") ?? 0))[0];
}

function codecOf(stats: readonly Stat[], stream: Stat | undefined): string | null {
  const codec = stats.find(({ id }) => stream !== undefined && id === stream.codecId);
  const type = codec?.mimeType;
  return typeof type === "string" ? (type.split("/")[1] ?? null) : null;
}

function number(stat: Stat | undefined, field: string): number | null {
  const value = stat?.[field];
  return typeof value === "number" ? value : null;
}

function numbers(stats: readonly Stat[], field: string): number[] {
  return stats.map((stat) => number(stat, field)).filter((value) => value !== null);
}

const sum = (stats: readonly Stat[], field: string) =>
  numbers(stats, field).reduce((total, value) => total + value, 0);
