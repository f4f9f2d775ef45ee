import type { ReconnectPolicy } from "../connection/reconnectPolicy.ts";
import { createStore, type Store } from "../observable.ts";
import type { AccountStorage, OutboxRecord, Timers } from "../ports.ts";
import type { Body, ClientFrame, ErrorCode, MessageAccepted, ServerError } from "../protocol.ts";
import {
  allQueuedAgain,
  EMPTY_OUTBOX,
  entriesOf,
  entryOf,
  nextToSend,
  type OutboxEntry,
  type OutboxState,
  without,
  withRecord,
  withStep,
} from "./entries.ts";

/** Refusals that say nothing against the message: the same may be accepted a little later. */
const PASSING: ReadonlySet<ErrorCode> = new Set(["rate.limited", "server.busy", "server.internal"]);
/** A message that the server fails over so often is left to the person. */
const FAULTS_MAX = 6;
/** An answer that takes longer is lost; the message is said again, which the server recognises by its id. */
const ANSWER_MS = 30_000;

/**
 * Sends one's messages, each until the server has it or refuses it for good. A message is kept on the device before it
 * is sent, sent in the order of writing, and said again after whatever went wrong: its id makes that safe.
 */
export class Outbox {
  readonly state: Store<OutboxState> = createStore(EMPTY_OUTBOX);
  readonly #timers: Timers;
  readonly #policy: ReconnectPolicy;
  readonly #send: (frame: ClientFrame) => boolean;
  readonly #owner: string;
  #storage: AccountStorage | null = null;
  /** By conversation: calls off what waits for an answer, or for another try. */
  readonly #waits = new Map<string, () => void>();
  readonly #paused = new Set<string>();
  /** By message: how often it was refused in passing, and how often of that the server failed over it. */
  readonly #refusals = new Map<string, number>();
  readonly #faults = new Map<string, number>();
  /** Orders what is written before the storage has numbered it. */
  #provisional = Number.MAX_SAFE_INTEGER / 2;

  /**
   * @param send says something if the line is live
   * @param owner this tab
   */
  constructor(timers: Timers, policy: ReconnectPolicy, send: (frame: ClientFrame) => boolean, owner: string) {
    this.#timers = timers;
    this.#policy = policy;
    this.#send = send;
    this.#owner = owner;
  }

  begin(storage: AccountStorage): void {
    this.#storage = storage;
    this.state.set({ entries: new Map(), durable: storage.durable });
  }

  /** Forgets everything in memory; what is kept stays kept. */
  end(): void {
    for (const stop of this.#waits.values()) stop();
    this.#waits.clear();
    this.#paused.clear();
    this.#refusals.clear();
    this.#faults.clear();
    this.#storage = null;
    this.state.set(EMPTY_OUTBOX);
  }

  /** Takes in what this tab now has to send. */
  adopt(records: readonly OutboxRecord[]): void {
    this.state.update((state) =>
      records.reduce((next, record) => {
        if (entryOf(next, record.conversationId, record.id)) return next;
        const failed = record.failed as ErrorCode | null;
        return withRecord(
          next,
          record,
          failed === null ? { name: "queued" } : { name: "failed", code: failed },
        );
      }, state),
    );
    this.#pumpAll();
  }

  /** Shows the message at once; it is sent when it is kept. */
  async add(conversationId: string, id: string, body: Body): Promise<void> {
    const storage = this.#storage;
    if (!storage) return;
    const written = {
      conversationId,
      id,
      body,
      writtenAt: this.#timers.now(),
      owner: this.#owner,
      failed: null,
    };
    const shown = { ...written, order: this.#provisional++ };
    this.state.update((state) => withRecord(state, shown, { name: "queued" }));
    let record: OutboxRecord;
    try {
      record = await storage.add(written);
    } catch {
      // The disk is full, or the browser took its leave: better sent than refused.
      record = shown;
      this.state.update((state) => ({ ...state, durable: false }));
    }
    if (storage !== this.#storage) return;
    if (!entryOf(this.state.get(), conversationId, id)) {
      // Discarded while it was being kept.
      await this.#forget(record);
      return;
    }
    this.state.update((state) => withRecord(state, record, { name: "queued" }));
    this.#pump(conversationId);
  }

  async retry(conversationId: string, id: string): Promise<void> {
    const entry = entryOf(this.state.get(), conversationId, id);
    if (entry?.step.name !== "failed") return;
    this.#forgive(id);
    await this.#keep({ ...entry.record, failed: null }, { name: "queued" });
    this.#pump(conversationId);
  }

  async discard(conversationId: string, id: string): Promise<void> {
    const entry = entryOf(this.state.get(), conversationId, id);
    if (entry?.step.name !== "failed" && entry?.step.name !== "queued") return;
    this.state.update((state) => without(state, conversationId, ({ record }) => record.id === id));
    await this.#forget(entry.record);
    this.#pump(conversationId);
  }

  /** The line is live. */
  live(): void {
    this.#pumpAll();
  }

  /** The line is lost. */
  lost(): void {
    for (const stop of this.#waits.values()) stop();
    this.#waits.clear();
    this.#paused.clear();
    this.state.update(allQueuedAgain);
  }

  bodyOf(conversationId: string, id: string): Body | null {
    return entryOf(this.state.get(), conversationId, id)?.record.body ?? null;
  }

  accepted({ conversationId, id, change }: MessageAccepted): void {
    const entry = entryOf(this.state.get(), conversationId, id);
    if (!entry) return;
    this.state.update((state) => withStep(state, conversationId, id, { name: "sent", change }));
    void this.#forget(entry.record);
    this.#answered(conversationId, id);
  }

  /** @returns whether the refusal was of a message from here */
  refused(error: ServerError): boolean {
    const entry = [...this.state.get().entries.values()]
      .flat()
      .find(({ record }) => record.id === error.requestId);
    if (entry?.step.name !== "sending") return false;
    const { conversationId, id } = entry.record;
    const refusals = (this.#refusals.get(id) ?? 0) + 1;
    const faults = (this.#faults.get(id) ?? 0) + (error.code === "server.internal" ? 1 : 0);
    if (PASSING.has(error.code) && faults < FAULTS_MAX) {
      this.#refusals.set(id, refusals);
      this.#faults.set(id, faults);
      this.state.update((state) => withStep(state, conversationId, id, { name: "queued" }));
      this.#pause(conversationId, Math.max(error.retryAfterMs ?? 0, this.#policy.delay(refusals)));
    } else if (error.code.startsWith("auth.")) {
      // Nothing against the message either: it waits for the person to be signed in again.
      this.state.update((state) => withStep(state, conversationId, id, { name: "queued" }));
    } else {
      void this.#keep({ ...entry.record, failed: error.code }, { name: "failed", code: error.code });
      this.#answered(conversationId, id);
    }
    return true;
  }

  /** It is among the conversation's messages: whatever is still said of it here is over. */
  stored(conversationId: string, id: string): void {
    const entry = entryOf(this.state.get(), conversationId, id);
    if (!entry) return;
    this.state.update((state) => without(state, conversationId, ({ record }) => record.id === id));
    void this.#forget(entry.record);
    this.#answered(conversationId, id);
  }

  /** The conversation is known up to a change: what was stored by then needs no more showing from here. */
  settle(conversationId: string, change: number): void {
    const settled = ({ step }: OutboxEntry) => step.name === "sent" && step.change <= change;
    this.state.update((state) => without(state, conversationId, settled));
  }

  #pumpAll(): void {
    for (const conversationId of this.state.get().entries.keys()) this.#pump(conversationId);
  }

  #pump(conversationId: string): void {
    if (this.#paused.has(conversationId)) return;
    const next = nextToSend(entriesOf(this.state.get(), conversationId));
    // What the storage has not numbered yet is not kept yet.
    if (!next || (next.record.order >= Number.MAX_SAFE_INTEGER / 2 && this.state.get().durable)) return;
    const { id, body } = next.record;
    if (!this.#send({ type: "message.send", requestId: id, conversationId, id, body })) return;
    this.state.update((state) => withStep(state, conversationId, id, { name: "sending" }));
    this.#wait(conversationId, ANSWER_MS, () => {
      this.state.update((state) => withStep(state, conversationId, id, { name: "queued" }));
      this.#pump(conversationId);
    });
  }

  #pause(conversationId: string, milliseconds: number): void {
    this.#paused.add(conversationId);
    this.#wait(conversationId, milliseconds, () => {
      this.#paused.delete(conversationId);
      this.#pump(conversationId);
    });
  }

  #wait(conversationId: string, milliseconds: number, run: () => void): void {
    this.#waits.get(conversationId)?.();
    this.#waits.set(conversationId, this.#timers.after(milliseconds, run));
  }

  #answered(conversationId: string, id: string): void {
    this.#forgive(id);
    if (!this.#paused.has(conversationId)) {
      this.#waits.get(conversationId)?.();
      this.#waits.delete(conversationId);
    }
    this.#pump(conversationId);
  }

  async #keep(record: OutboxRecord, step: OutboxEntry["step"]): Promise<void> {
    this.state.update((state) => withRecord(state, record, step));
    await this.#storage?.put(record).catch(() => {});
  }

  #forgive(id: string): void {
    this.#refusals.delete(id);
    this.#faults.delete(id);
  }

  /** A record that stays although its message is stored does no harm: it is sent once more, and recognised. */
  async #forget(record: OutboxRecord): Promise<void> {
    await this.#storage?.remove(record.order).catch(() => {});
  }
}
