import type {
  Account,
  Conversation,
  ConversationChanged,
  Message,
  NewMessage,
  Participant,
  Person,
  Presence,
  ReceiptsMoved,
} from "../protocol.ts";
import type { Range } from "./ranges.ts";

/** What this client holds of the server's state. Immutable: a change makes a new one that shares what stayed. */
export interface SyncState {
  /** Whose state this is. */
  readonly accountId: string;
  readonly account: Account | null;
  readonly people: ReadonlyMap<string, Person>;
  /** The cursor of `people`. */
  readonly peopleChange: number;
  readonly conversations: ReadonlyMap<string, ConversationEntry>;
  /** Frames that came before what they build on, by conversation. */
  readonly aside: ReadonlyMap<string, Aside>;
  readonly presence: ReadonlyMap<string, Presence>;
  /** Until when somebody is shown as typing: conversation → account → ms since the epoch. */
  readonly typing: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Between `welcome` and `sync.done`. */
  readonly syncing: boolean;
  /** One sync was through since the start. */
  readonly ready: boolean;
  /** The server's clock minus this device's, in milliseconds. */
  readonly clockOffset: number;
}

export interface ConversationEntry {
  readonly conversation: Conversation;
  /** Everything up to this change is in here, without gaps. */
  readonly change: number;
  readonly lastSeq: number;
  /** Those who take part now. */
  readonly participants: ReadonlyMap<string, Participant>;
  /** The `seq` of unread messages that mention oneself, ascending, the newest `MENTIONS_KEPT` at most. */
  readonly unreadMentions: readonly number[];
  /** The message with `lastSeq`. */
  readonly lastMessage: Message | null;
  /** The loaded pieces of history, ascending, with something missing between any two. */
  readonly ranges: readonly Range[];
  /** What was loaded before a whole state made it doubtful; shown until it is loaded again. */
  readonly stale: readonly Range[] | null;
  /** How far the person has read on this device; the server may not know yet. */
  readonly readAhead: number;
}

/** The server tells the same number of mentions in a whole state. */
export const MENTIONS_KEPT = 100;

/** Frames of one conversation that cannot be applied yet. */
export interface Aside {
  readonly frames: ReadonlyMap<number, ChangeFrame>;
  /** The highest change heard of; known up to here, nothing is missing any more. */
  readonly upTo: number;
  /** When the gap was seen. */
  readonly since: number;
}

/** A frame that is one numbered change of one conversation. */
export type ChangeFrame = NewMessage | ConversationChanged | ReceiptsMoved;

/** What is to be done about an applied frame, besides showing the new state. */
export type Effect =
  /** A conversation is known up to this change now. */
  | { readonly kind: "advanced"; readonly conversationId: string; readonly change: number }
  /** One's own message is known to be stored. */
  | { readonly kind: "stored"; readonly conversationId: string; readonly id: string }
  /** Somebody else's message came just now, not in a sync. */
  | { readonly kind: "arrived"; readonly message: Message }
  /** A conversation was started afresh: what is on screen of it must be loaded again. */
  | { readonly kind: "reset"; readonly conversationId: string }
  | { readonly kind: "removed"; readonly conversationId: string }
  | { readonly kind: "synced" };

export interface Applied {
  readonly state: SyncState;
  readonly effects: readonly Effect[];
}

export function emptyState(accountId: string): SyncState {
  return {
    accountId,
    account: null,
    people: new Map(),
    peopleChange: 0,
    conversations: new Map(),
    aside: new Map(),
    presence: new Map(),
    typing: new Map(),
    syncing: false,
    ready: false,
    clockOffset: 0,
  };
}

/** The map with one entry set. */
export function withEntry<K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> {
  return Object.is(map.get(key), value) && map.has(key) ? map : new Map(map).set(key, value);
}

/** The map without one entry. */
export function withoutEntry<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  if (!map.has(key)) return map;
  const copy = new Map(map);
  copy.delete(key);
  return copy;
}
