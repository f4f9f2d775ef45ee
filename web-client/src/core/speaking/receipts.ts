import type { Timers } from "../ports.ts";
import type { ClientFrame } from "../protocol.ts";
import type { ConversationEntry } from "../sync/model.ts";
import type { Replica } from "../sync/replica.ts";

/** What happens within this time is said together, in milliseconds. */
const GATHER_MS = 150;
/** After a long absence there may be thousands to tell of: so many at once, and then a pause, stay within the limits. */
const AT_ONCE = 10;
const PAUSE_MS = 500;

/** Tells the server how far messages have arrived here and how far the person has read, each only forward. */
export class ReceiptTeller {
  readonly #timers: Timers;
  readonly #replica: Replica;
  readonly #send: (frame: ClientFrame) => boolean;
  readonly #due = new Set<string>();
  /** What was said on this line; the server's own word comes back a little later. */
  readonly #said = new Map<string, { read: number; delivered: number }>();
  #stopTimer: (() => void) | null = null;

  constructor(timers: Timers, replica: Replica, send: (frame: ClientFrame) => boolean) {
    this.#timers = timers;
    this.#replica = replica;
    this.#send = send;
  }

  /** The person saw everything up to `seq`; badges follow at once. */
  read(conversationId: string, seq: number): void {
    this.#replica.change(conversationId, (entry) => {
      const readAhead = Math.min(seq, entry.lastSeq);
      return readAhead > entry.readAhead ? { ...entry, readAhead } : entry;
    });
    this.advanced(conversationId);
  }

  /** Something of the conversation changed. */
  advanced(conversationId: string): void {
    this.#due.add(conversationId);
    this.#stopTimer ??= this.#timers.after(GATHER_MS, () => this.#tell());
  }

  /** A new line is live: what was said on the last one may not have arrived. */
  synced(): void {
    this.#said.clear();
    for (const id of this.#replica.state.get().conversations.keys()) this.advanced(id);
  }

  /** The server took less than was said, and does not say what. */
  refused(retryAfterMs: number): void {
    this.#stopTimer?.();
    this.#said.clear();
    for (const id of this.#replica.state.get().conversations.keys()) this.#due.add(id);
    this.#stopTimer = this.#timers.after(Math.max(retryAfterMs, PAUSE_MS), () => this.#tell());
  }

  stop(): void {
    this.#stopTimer?.();
    this.#stopTimer = null;
    this.#due.clear();
    this.#said.clear();
  }

  #tell(): void {
    this.#stopTimer = null;
    let told = 0;
    for (const id of this.#due) {
      if (told >= AT_ONCE) break;
      this.#due.delete(id);
      const entry = this.#replica.entry(id);
      if (entry && this.#tellOf(id, entry)) told += 1;
    }
    if (this.#due.size) this.#stopTimer = this.#timers.after(PAUSE_MS, () => this.#tell());
  }

  #tellOf(conversationId: string, entry: ConversationEntry): boolean {
    const own = entry.participants.get(this.#replica.state.get().accountId);
    const said = this.#said.get(conversationId) ?? { read: 0, delivered: 0 };
    const { readAhead: read, lastSeq: delivered } = entry;
    const tellRead = own !== undefined && read > Math.max(own.readSeq, said.read);
    // What was read has arrived: that is said once.
    const arrived = Math.max(own?.deliveredSeq ?? 0, said.delivered, said.read, tellRead ? read : 0);
    const tellDelivered = own !== undefined && delivered > arrived;
    if (tellRead && !this.#send({ type: "receipt.read", conversationId, seq: read })) return false;
    if (tellDelivered && !this.#send({ type: "receipt.delivered", conversationId, seq: delivered }))
      return false;
    if (tellRead || tellDelivered) {
      this.#said.set(conversationId, {
        read: tellRead ? read : said.read,
        delivered: tellDelivered ? delivered : said.delivered,
      });
    }
    return tellRead || tellDelivered;
  }
}
