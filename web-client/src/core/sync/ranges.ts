import type { Message } from "../protocol.ts";

/** Messages with consecutive `seq`, ascending; never empty. */
export type Range = readonly Message[];

/** A range on screen is cut to this many messages; what is cut is loaded again when it is scrolled to. */
export const RANGE_MAX = 500;

export const firstSeqOf = (range: Range): number => range[0]?.seq ?? 0;
export const lastSeqOf = (range: Range): number => range[range.length - 1]?.seq ?? 0;

/** The range that holds a message with this number. */
export function rangeWith(ranges: readonly Range[], seq: number): Range | undefined {
  return ranges.find((range) => firstSeqOf(range) <= seq && seq <= lastSeqOf(range));
}

/** Adds messages in any order; ranges that then touch become one. Of two versions of a message the later stays. */
export function insert(ranges: readonly Range[], messages: readonly Message[]): readonly Range[] {
  if (messages.length === 0) return ranges;
  const [only] = messages;
  const last = ranges[ranges.length - 1];
  if (messages.length === 1 && only && last && only.seq === lastSeqOf(last) + 1) {
    return [...ranges.slice(0, -1), [...last, only]];
  }
  return runsOf(merge(ranges.flat(), messages));
}

/** Replaces those messages that are loaded; adds none. */
export function replace(ranges: readonly Range[], messages: readonly Message[]): readonly Range[] {
  const loaded = messages.filter((message) => rangeWith(ranges, message.seq));
  return insert(ranges, loaded);
}

/**
 * Cuts one range to `RANGE_MAX` messages.
 *
 * @param keep which end is on screen
 */
export function trim(ranges: readonly Range[], range: Range, keep: "oldest" | "newest"): readonly Range[] {
  if (range.length <= RANGE_MAX) return ranges;
  const cut = keep === "oldest" ? range.slice(0, RANGE_MAX) : range.slice(-RANGE_MAX);
  return ranges.map((other) => (other === range ? cut : other));
}

function merge(held: readonly Message[], added: readonly Message[]): readonly Message[] {
  const bySeq = new Map(held.map((message) => [message.seq, message]));
  for (const message of added) {
    const known = bySeq.get(message.seq);
    if (!known || known.change < message.change) bySeq.set(message.seq, message);
  }
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

function runsOf(messages: readonly Message[]): readonly Range[] {
  const runs: Message[][] = [];
  for (const message of messages) {
    const run = runs[runs.length - 1];
    if (run && lastSeqOf(run) + 1 === message.seq) run.push(message);
    else runs.push([message]);
  }
  return runs;
}
