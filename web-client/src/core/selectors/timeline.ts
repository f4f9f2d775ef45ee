import { shownRange } from "../history/history.ts";
import type { TimelineView } from "../history/views.ts";
import { entriesOf, type OutboxEntry, type OutboxState } from "../outbox/entries.ts";
import type { Message } from "../protocol.ts";
import type { ConversationEntry } from "../sync/model.ts";
import { firstSeqOf, lastSeqOf } from "../sync/ranges.ts";
import type { Delivery, Receipts, Timeline, TimelineEntry } from "../types.ts";

/** How far all others are: what is at or below is delivered to, or read by, each of them. */
interface Reach {
  readonly read: number;
  readonly delivered: number;
}

/** Makes timelines; a line that did not change stays the same object, so that it is not drawn again. */
export class TimelineLines {
  readonly #stored = new WeakMap<Message, TimelineEntry>();
  readonly #pending = new WeakMap<OutboxEntry, TimelineEntry>();

  timeline(
    conversationId: string,
    entry: ConversationEntry | undefined,
    view: TimelineView,
    outbox: OutboxState,
    me: string,
  ): Timeline {
    const range = entry ? (shownRange(entry, view) ?? []) : [];
    const hasNewer = entry !== undefined && lastSeqOf(range) < entry.lastSeq;
    const pending = hasNewer ? [] : this.#pendingOf(entriesOf(outbox, conversationId), range, me);
    const reach = entry && reachOf(entry, me);
    return {
      conversationId,
      entries: [...range.map((message) => this.#line(message, reach, me)), ...pending],
      hasOlder: range.length ? firstSeqOf(range) > 1 : (entry?.lastSeq ?? 0) > 0,
      hasNewer,
      loading: view.loading,
      error: view.error,
      newLineSeq: view.newLineSeq,
    };
  }

  /** The newest line, for the list. */
  last(entry: ConversationEntry, outbox: OutboxState, me: string): TimelineEntry | null {
    const { lastMessage } = entry;
    const pending = this.#pendingOf(
      entriesOf(outbox, entry.conversation.id),
      lastMessage ? [lastMessage] : [],
      me,
    );
    return pending[pending.length - 1] ?? (lastMessage && this.#line(lastMessage, reachOf(entry, me), me));
  }

  #line(message: Message, reach: Reach | undefined, me: string): TimelineEntry {
    const own = message.senderId === me && message.body.type === "text";
    const delivery = own ? deliveryOf(message.seq, reach) : null;
    const known = this.#stored.get(message);
    if (known && known.delivery === delivery) return known;
    const { conversationId, id, seq, senderId, sentAt, body } = message;
    const line = {
      key: keyOf(senderId, id),
      conversationId,
      id,
      seq,
      senderId,
      sentAt,
      body,
      delivery,
      error: null,
    };
    this.#stored.set(message, line);
    return line;
  }

  #pendingOf(all: readonly OutboxEntry[], shown: readonly Message[], me: string): readonly TimelineEntry[] {
    if (all.length === 0) return [];
    const stored = new Set(shown.filter(({ senderId }) => senderId === me).map(({ id }) => id));
    return all.filter(({ record }) => !stored.has(record.id)).map((entry) => this.#pendingLine(entry, me));
  }

  #pendingLine(entry: OutboxEntry, me: string): TimelineEntry {
    const known = this.#pending.get(entry);
    if (known) return known;
    const { conversationId, id, body, writtenAt } = entry.record;
    const line: TimelineEntry = {
      key: keyOf(me, id),
      conversationId,
      id,
      seq: null,
      senderId: me,
      sentAt: writtenAt,
      body,
      delivery: entry.step.name,
      error: entry.step.name === "failed" ? entry.step.code : null,
    };
    this.#pending.set(entry, line);
    return line;
  }
}

/** Ids are unique for each sender only. */
const keyOf = (senderId: string, id: string) => `${senderId}:${id}`;

function reachOf(entry: ConversationEntry, me: string): Reach {
  let read = Number.POSITIVE_INFINITY;
  let delivered = Number.POSITIVE_INFINITY;
  for (const participant of entry.participants.values()) {
    if (participant.accountId === me) continue;
    read = Math.min(read, participant.readSeq);
    delivered = Math.min(delivered, Math.max(participant.deliveredSeq, participant.readSeq));
  }
  // Alone in a group: nobody is there who could have received it.
  return delivered === Number.POSITIVE_INFINITY ? { read: 0, delivered: 0 } : { read, delivered };
}

function deliveryOf(seq: number, reach: Reach | undefined): Delivery {
  if (!reach) return "sent";
  if (seq <= reach.read) return "read";
  return seq <= reach.delivered ? "delivered" : "sent";
}

/** Who of the others has a message. */
export function receiptsOf(entry: ConversationEntry | undefined, seq: number, me: string): Receipts {
  const others = [...(entry?.participants.values() ?? [])].filter(({ accountId }) => accountId !== me);
  const ids = (which: typeof others) => which.map(({ accountId }) => accountId);
  return {
    readBy: ids(others.filter(({ readSeq }) => readSeq >= seq)),
    deliveredTo: ids(others.filter(({ readSeq, deliveredSeq }) => readSeq < seq && deliveredSeq >= seq)),
    pending: ids(others.filter(({ readSeq, deliveredSeq }) => readSeq < seq && deliveredSeq < seq)),
  };
}
