/** Numbered changes and states of conversations: in order, without gaps, each once. */
import type { ConversationState, Message, Person } from "../protocol.ts";
import { withoutTyping, withPeople } from "./around.ts";
import { changeOf, conversationOf, entryAfter, entryAfterChange, entryOfWhole } from "./entry.ts";
import {
  type Applied,
  type ChangeFrame,
  type ConversationEntry,
  type Effect,
  type SyncState,
  withEntry,
  withoutEntry,
} from "./model.ts";

/** A frame that carries the next change is applied, a known one ignored, one from further on set aside. */
export function applyChangeFrame(state: SyncState, frame: ChangeFrame, now: number): Applied {
  const id = conversationOf(frame);
  const entry = state.conversations.get(id);
  const change = changeOf(frame);
  if (entry && change <= entry.change) return { state, effects: storedIn(state, messagesOf(frame)) };
  if (!entry || change > entry.change + 1)
    return { state: setAside(state, id, change, now, frame), effects: [] };
  return drain(applyNext(state, entry, frame), id);
}

/** A change happened whose content this client was not told. */
export function missed(state: SyncState, conversationId: string, change: number, now: number): Applied {
  const entry = state.conversations.get(conversationId);
  if (entry && change <= entry.change) return { state, effects: [] };
  return { state: setAside(state, conversationId, change, now), effects: [] };
}

/** A conversation whole or since a change; what is older than what is held changes nothing. */
export function applyState(state: SyncState, told: ConversationState, now: number): Applied {
  const id = told.conversationId;
  const held = state.conversations.get(id);
  if (told.since === null) {
    // Within a sync the server has seen our cursor and answers it: then even a lower number is the truth.
    if (held && !state.syncing && told.change <= held.change) return { state, effects: [] };
    const entry = entryOfWhole(told, held, state.accountId);
    if (!entry) return { state, effects: [] };
    return drain(
      entered(state, entry, told.people, told.messages, held ? [{ kind: "reset", conversationId: id }] : []),
      id,
    );
  }
  if (!held || told.since > held.change) {
    return { state: setAside(state, id, told.change, now), effects: [] };
  }
  if (told.change < held.change) return { state, effects: [] };
  return drain(entered(state, entryAfter(held, told, state.accountId), told.people, told.messages, []), id);
}

/** One takes no part any more. */
export function applyRemoved(state: SyncState, conversationId: string): Applied {
  const known = state.conversations.has(conversationId);
  return {
    state: {
      ...state,
      conversations: withoutEntry(state.conversations, conversationId),
      aside: withoutEntry(state.aside, conversationId),
      typing: withoutEntry(state.typing, conversationId),
    },
    effects: known ? [{ kind: "removed", conversationId }] : [],
  };
}

function applyNext(state: SyncState, entry: ConversationEntry, frame: ChangeFrame): Applied {
  const messages = messagesOf(frame);
  const people = frame.type === "conversation.changed" ? frame.people : [];
  const applied = entered(state, entryAfterChange(entry, frame, state.accountId), people, messages, []);
  const arrived: Effect[] = messages
    .filter((message) => message.senderId !== state.accountId && !state.syncing)
    .map((message) => ({ kind: "arrived", message }));
  return { state: withoutTyping(applied.state, messages), effects: [...applied.effects, ...arrived] };
}

function entered(
  state: SyncState,
  entry: ConversationEntry,
  people: readonly Person[],
  messages: readonly Message[],
  before: readonly Effect[],
): Applied {
  const conversationId = entry.conversation.id;
  const conversations = withEntry(state.conversations, conversationId, entry);
  return {
    state: { ...withPeople(state, people), conversations },
    effects: [
      ...before,
      ...storedIn(state, messages),
      { kind: "advanced", conversationId, change: entry.change },
    ],
  };
}

/** Applies what was set aside and fits now, and forgets what is known by now. */
function drain(applied: Applied, id: string): Applied {
  let { state } = applied;
  const effects = [...applied.effects];
  for (;;) {
    const entry = state.conversations.get(id);
    const aside = state.aside.get(id);
    if (!entry || !aside) return { state, effects };
    const next = aside.frames.get(entry.change + 1);
    if (!next) return { state: withoutKnown(state, id, entry.change), effects };
    const step = applyNext(state, entry, next);
    state = step.state;
    effects.push(...step.effects);
  }
}

function setAside(state: SyncState, id: string, change: number, now: number, frame?: ChangeFrame): SyncState {
  const held = state.aside.get(id) ?? { frames: new Map<number, ChangeFrame>(), upTo: 0, since: now };
  const frames = frame ? withEntry(held.frames, change, frame) : held.frames;
  const aside = { ...held, frames, upTo: Math.max(held.upTo, change) };
  return { ...state, aside: withEntry(state.aside, id, aside) };
}

function withoutKnown(state: SyncState, id: string, change: number): SyncState {
  const aside = state.aside.get(id);
  if (!aside) return state;
  if (aside.upTo <= change) return { ...state, aside: withoutEntry(state.aside, id) };
  const frames = new Map([...aside.frames].filter(([number]) => number > change));
  return { ...state, aside: withEntry(state.aside, id, { ...aside, frames }) };
}

function messagesOf(frame: ChangeFrame): readonly Message[] {
  return frame.type === "receipts.moved" ? [] : [frame.message];
}

function storedIn(state: SyncState, messages: readonly Message[]): readonly Effect[] {
  return messages
    .filter((message) => message.senderId === state.accountId)
    .map(({ conversationId, id }) => ({ kind: "stored", conversationId, id }));
}
