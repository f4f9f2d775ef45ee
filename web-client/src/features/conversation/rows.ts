import type { TimelineEntry } from "../../core/index.ts";

/** Messages of one writer closer together than this are one group. */
const GROUP_MS = 5 * 60_000;

/** One line of the message list. */
export type Row =
  | { readonly kind: "beginning"; readonly key: string }
  | { readonly kind: "day"; readonly key: string; readonly at: number }
  | { readonly kind: "new"; readonly key: string }
  | { readonly kind: "system"; readonly key: string; readonly entry: TimelineEntry }
  | {
      readonly kind: "bubble";
      readonly key: string;
      readonly entry: TimelineEntry;
      /** First of its group: carries the writer's name. */
      readonly first: boolean;
      /** Last of its group: carries the writer's picture. */
      readonly last: boolean;
    };

interface Input {
  readonly entries: readonly TimelineEntry[];
  /** Nothing comes before the first entry. */
  readonly complete: boolean;
  readonly newLineSeq: number | null;
}

/** The lines to draw: messages with day lines, the "new messages" line and groups by writer. */
export function rowsOf({ entries, complete, newLineSeq }: Input): readonly Row[] {
  const rows: Row[] = complete ? [{ kind: "beginning", key: "beginning" }] : [];
  let previous: TimelineEntry | null = null;
  entries.forEach((entry, at) => {
    const day = dayKey(entry.sentAt);
    // Whether the first loaded message begins its day is only known when nothing comes before it.
    const newDay = previous === null ? complete : dayKey(previous.sentAt) !== day;
    const newLine = newLineSeq !== null && entry.seq === newLineSeq;
    if (newDay) rows.push({ kind: "day", key: `day-${day}`, at: entry.sentAt });
    if (newLine) rows.push({ kind: "new", key: "new" });
    if (entry.body.type === "text") {
      const next = entries[at + 1];
      rows.push({
        kind: "bubble",
        key: entry.key,
        entry,
        first: newDay || newLine || !together(previous, entry),
        last: !next || next.seq === newLineSeq || !together(entry, next) || dayKey(next.sentAt) !== day,
      });
    } else {
      rows.push({ kind: "system", key: entry.key, entry });
    }
    previous = entry;
  });
  return rows;
}

function together(a: TimelineEntry | null, b: TimelineEntry): boolean {
  return (
    a !== null &&
    a.body.type === "text" &&
    b.body.type === "text" &&
    a.senderId === b.senderId &&
    b.sentAt - a.sentAt < GROUP_MS
  );
}

function dayKey(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}

/** A first guess of a row's height in px, so that the scroll bar is about right before it is measured. */
export function estimateHeight(row: Row | undefined): number {
  switch (row?.kind) {
    case "bubble": {
      const { body } = row.entry;
      const text = body.type === "text" ? body.text : "";
      const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 60)), 0);
      return lines * 22 + 16 + (row.first ? 8 : 2);
    }
    case "beginning":
      return 180;
    default:
      return 44;
  }
}
