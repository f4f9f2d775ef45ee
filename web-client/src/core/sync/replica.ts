import { createStore, type Store } from "../observable.ts";
import type { Timers } from "../ports.ts";
import type { Body, ClientFrame, Hello, Message, ServerFrame } from "../protocol.ts";
import { PROTOCOL_VERSION } from "../protocol.ts";
import { apply } from "./apply.ts";
import { fadeTyping, nextFade } from "./around.ts";
import { GapWatch } from "./gaps.ts";
import { type ConversationEntry, type Effect, emptyState, type SyncState, withEntry } from "./model.ts";

export interface ReplicaEvents {
  /** Says something on the line, if it is live. */
  send(frame: ClientFrame): boolean;
  bodyOf(conversationId: string, id: string): Body | null;
  /** Called after the state is in place. */
  happened(effect: Effect): void;
}

/** This client's copy of what concerns its person: frames go in, state and effects come out. */
export class Replica {
  readonly state: Store<SyncState> = createStore(emptyState(""));
  readonly #timers: Timers;
  readonly #events: ReplicaEvents;
  readonly #gaps: GapWatch;
  #stopFade: () => void = () => {};

  constructor(timers: Timers, events: ReplicaEvents) {
    this.#timers = timers;
    this.#events = events;
    this.#gaps = new GapWatch(timers, this.state, events.send);
  }

  /** Starts with nothing, for this person. */
  begin(accountId: string): void {
    this.end();
    this.state.set(emptyState(accountId));
  }

  end(): void {
    this.#stopFade();
    this.#gaps.stop();
    this.state.set(emptyState(""));
  }

  /** How far everything is known, to be told what came after. */
  hello(client: string): Hello {
    const { account, peopleChange, conversations } = this.state.get();
    return {
      type: "hello",
      protocol: PROTOCOL_VERSION,
      client,
      capabilities: [],
      accountChange: account?.change ?? 0,
      peopleChange,
      conversations: [...conversations].map(([conversationId, { change }]) => ({ conversationId, change })),
    };
  }

  receive(frame: ServerFrame): void {
    const { bodyOf } = this.#events;
    const context = { now: this.#timers.now(), bodyOf };
    const { state, effects } = apply(this.state.get(), frame, context);
    this.state.set(state);
    this.#gaps.look();
    this.#fadeTyping();
    for (const effect of effects) this.#events.happened(effect);
  }

  /** Changes one conversation by something that is not a frame: loaded history, or what the person just read. */
  change(conversationId: string, change: (entry: ConversationEntry) => ConversationEntry): void {
    this.state.update((state) => {
      const entry = state.conversations.get(conversationId);
      if (!entry) return state;
      const next = change(entry);
      if (next === entry) return state;
      return { ...state, conversations: withEntry(state.conversations, conversationId, next) };
    });
  }

  entry(conversationId: string): ConversationEntry | undefined {
    return this.state.get().conversations.get(conversationId);
  }

  #fadeTyping(): void {
    this.#stopFade();
    const at = nextFade(this.state.get());
    if (at === null) return;
    this.#stopFade = this.#timers.after(Math.max(at - this.#timers.now(), 0), () => {
      this.state.update((state) => fadeTyping(state, this.#timers.now()));
      this.#fadeTyping();
    });
  }
}

/** How far the person has read, by what the server said and by what this device knows already. */
export function readSeqOf(entry: ConversationEntry, me: string): number {
  return Math.max(entry.participants.get(me)?.readSeq ?? 0, entry.readAhead);
}

/** The first message the person has not read, or null. */
export function firstUnreadOf(entry: ConversationEntry, me: string): number | null {
  const readSeq = readSeqOf(entry, me);
  return readSeq < entry.lastSeq ? readSeq + 1 : null;
}

/** The messages that are known of a conversation, without an order. */
export function heldMessages(entry: ConversationEntry): readonly Message[] {
  return [...entry.ranges.flat(), ...(entry.stale?.flat() ?? [])];
}
