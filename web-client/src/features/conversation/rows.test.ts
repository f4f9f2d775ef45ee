import { describe, expect, it } from "vitest";
import type { TimelineEntry } from "../../core/index.ts";
import { rowsOf } from "./rows.ts";

const NOON = new Date(2026, 2, 3, 12).getTime();
const MINUTE = 60_000;

function entry(seq: number, senderId: string, sentAt: number, system = false): TimelineEntry {
  return {
    key: `k${seq}`,
    conversationId: "c",
    id: `k${seq}`,
    seq,
    senderId,
    sentAt,
    body: system ? { type: "member.left" } : { type: "text", text: "hello", mentions: [] },
    delivery: null,
    error: null,
  };
}

function shape(entries: readonly TimelineEntry[], newLineSeq: number | null = null): string[] {
  return rowsOf({ entries, complete: true, newLineSeq })
    .slice(1)
    .map((row) =>
      row.kind === "bubble" ? `${row.key}${row.first ? " first" : ""}${row.last ? " last" : ""}` : row.kind,
    );
}

describe("the lines of a conversation", () => {
  it("group one writer's messages within five minutes", () => {
    const entries = [
      entry(1, "a", NOON),
      entry(2, "a", NOON + 4 * MINUTE),
      entry(3, "a", NOON + 10 * MINUTE),
    ];
    expect(shape(entries)).toEqual(["day", "k1 first", "k2 last", "k3 first last"]);
  });

  it("start a group with another writer", () => {
    const entries = [entry(1, "a", NOON), entry(2, "b", NOON), entry(3, "a", NOON)];
    expect(shape(entries)).toEqual(["day", "k1 first last", "k2 first last", "k3 first last"]);
  });

  it("put a day line before the first message of each day and end the group there", () => {
    const night = new Date(2026, 2, 3, 23, 59).getTime();
    expect(shape([entry(1, "a", night), entry(2, "a", night + 2 * MINUTE)])).toEqual([
      "day",
      "k1 first last",
      "day",
      "k2 first last",
    ]);
  });

  it("put the new messages line before the first unread one and end the group there", () => {
    const entries = [entry(1, "a", NOON), entry(2, "a", NOON), entry(3, "a", NOON)];
    expect(shape(entries, 2)).toEqual(["day", "k1 first last", "new", "k2 first", "k3 last"]);
  });

  it("part groups at system messages", () => {
    const entries = [entry(1, "a", NOON), entry(2, "b", NOON, true), entry(3, "a", NOON)];
    expect(shape(entries)).toEqual(["day", "k1 first last", "system", "k3 first last"]);
  });

  it("leave the first day line out while older messages may belong to that day", () => {
    const rows = rowsOf({ entries: [entry(7, "a", NOON)], complete: false, newLineSeq: null });
    expect(rows.map((row) => row.kind)).toEqual(["bubble"]);
  });

  it("begin with the beginning only when nothing comes before", () => {
    expect(rowsOf({ entries: [], complete: true, newLineSeq: null }).map((row) => row.kind)).toEqual([
      "beginning",
    ]);
    expect(rowsOf({ entries: [], complete: false, newLineSeq: null })).toEqual([]);
  });
});
