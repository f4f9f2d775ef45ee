/** What is in the outbox: pure functions on an immutable value. */
import type { OutboxRecord } from "../ports.ts";
import { withEntry, withoutEntry } from "../sync/model.ts";
import type { ClientErrorCode, OutboxSummary } from "../types.ts";

/**
 * - `queued`: kept, waits for its turn or for the line
 * - `sending`: said to the server, not answered yet
 * - `sent`: stored by the server as `change`; here until the conversation is known up to that change
 * - `failed`: refused for good, waits for the person
 */
export type OutboxStep =
  | { readonly name: "queued" }
  | { readonly name: "sending" }
  | { readonly name: "sent"; readonly change: number }
  | { readonly name: "failed"; readonly code: ClientErrorCode };

export interface OutboxEntry {
  readonly record: OutboxRecord;
  readonly step: OutboxStep;
}

export interface OutboxState {
  /** By conversation, in the order of writing. */
  readonly entries: ReadonlyMap<string, readonly OutboxEntry[]>;
  readonly durable: boolean;
}

export const EMPTY_OUTBOX: OutboxState = { entries: new Map(), durable: true };
export const NO_ENTRIES: readonly OutboxEntry[] = [];

export function entriesOf(state: OutboxState, conversationId: string): readonly OutboxEntry[] {
  return state.entries.get(conversationId) ?? NO_ENTRIES;
}

export function entryOf(state: OutboxState, conversationId: string, id: string): OutboxEntry | undefined {
  return entriesOf(state, conversationId).find((entry) => entry.record.id === id);
}

/** Puts it at its place, or in place of the one with the same id. */
export function withRecord(state: OutboxState, record: OutboxRecord, step: OutboxStep): OutboxState {
  const others = entriesOf(state, record.conversationId).filter((entry) => entry.record.id !== record.id);
  const all = [...others, { record, step }].sort((a, b) => a.record.order - b.record.order);
  return { ...state, entries: withEntry(state.entries, record.conversationId, all) };
}

export function withStep(
  state: OutboxState,
  conversationId: string,
  id: string,
  step: OutboxStep,
): OutboxState {
  const entry = entryOf(state, conversationId, id);
  return entry ? withRecord(state, entry.record, step) : state;
}

export function without(
  state: OutboxState,
  conversationId: string,
  gone: (entry: OutboxEntry) => boolean,
): OutboxState {
  const all = entriesOf(state, conversationId);
  const left = all.filter((entry) => !gone(entry));
  if (left.length === all.length) return state;
  const entries = left.length
    ? withEntry(state.entries, conversationId, left)
    : withoutEntry(state.entries, conversationId);
  return { ...state, entries };
}

/** What was said on a line that is lost may or may not have arrived: it is said again. */
export function allQueuedAgain(state: OutboxState): OutboxState {
  const entries = new Map(
    [...state.entries].map(([id, all]) => [
      id,
      all.map((entry) =>
        entry.step.name === "sending" ? { ...entry, step: { name: "queued" } as const } : entry,
      ),
    ]),
  );
  return { ...state, entries };
}

/**
 * The one to send next in a conversation, or null. One is on its way at a time: were there more, a refusal that is worth
 * another try would let a later message overtake an earlier one.
 */
export function nextToSend(all: readonly OutboxEntry[]): OutboxEntry | null {
  for (const entry of all) {
    if (entry.step.name === "sending") return null;
    if (entry.step.name === "queued") return entry;
  }
  return null;
}

export function summaryOf(state: OutboxState): OutboxSummary {
  const all = [...state.entries.values()].flat();
  const count = (name: OutboxStep["name"]) => all.filter(({ step }) => step.name === name).length;
  return { unsent: count("queued") + count("sending"), failed: count("failed"), durable: state.durable };
}
