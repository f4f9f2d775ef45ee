/** What stands around the conversations: the account, people, presence and typing. */
import type { Account, Message, Person, Presence, TypingChanged } from "../protocol.ts";
import { type SyncState, withEntry, withoutEntry } from "./model.ts";

/** How long somebody is shown as typing after they last said so, in milliseconds. */
export const TYPING_FADES_MS = 6_000;

/** The account is always told whole; an older one that comes late changes nothing. */
export function applyAccount(state: SyncState, account: Account): SyncState {
  if (state.account && account.change < state.account.change && !state.syncing) return state;
  const people = [account.person, ...account.contacts.map((contact) => contact.person)];
  return withPeople({ ...state, account }, people);
}

/**
 * Profiles that changed up to a cursor. Only a sync moves the cursor: single profiles that come in between are not
 * numbered without gaps, so that the last one says nothing about those before it.
 */
export function applyPeople(state: SyncState, people: readonly Person[], change: number): SyncState {
  return withPeople({ ...state, peopleChange: change }, people);
}

export function withPeople(state: SyncState, people: readonly Person[]): SyncState {
  const news = people.filter((person) => !samePerson(person, state.people.get(person.id)));
  if (news.length === 0) return state;
  const next = new Map(state.people);
  for (const person of news) next.set(person.id, person);
  return { ...state, people: next };
}

export function applyPresence(state: SyncState, presences: readonly Presence[]): SyncState {
  if (presences.length === 0) return state;
  const next = new Map(state.presence);
  for (const presence of presences) next.set(presence.accountId, presence);
  return { ...state, presence: next };
}

export function applyTyping(state: SyncState, frame: TypingChanged, now: number): SyncState {
  if (frame.accountId === state.accountId) return state;
  if (!frame.typing) return stopTyping(state, frame.conversationId, frame.accountId);
  const there = state.typing.get(frame.conversationId) ?? new Map<string, number>();
  const next = withEntry(there, frame.accountId, now + TYPING_FADES_MS);
  return { ...state, typing: withEntry(state.typing, frame.conversationId, next) };
}

/** Who sent what they typed types no more. */
export function withoutTyping(state: SyncState, messages: readonly Message[]): SyncState {
  return messages.reduce(
    (next, { conversationId, senderId }) => stopTyping(next, conversationId, senderId),
    state,
  );
}

/** Forgets those whose time is over. */
export function fadeTyping(state: SyncState, now: number): SyncState {
  let next = state;
  for (const [conversationId, there] of state.typing) {
    for (const [accountId, until] of there) {
      if (until <= now) next = stopTyping(next, conversationId, accountId);
    }
  }
  return next;
}

/** When the next one fades, or null. */
export function nextFade(state: SyncState): number | null {
  const times = [...state.typing.values()].flatMap((there) => [...there.values()]);
  return times.length ? Math.min(...times) : null;
}

function stopTyping(state: SyncState, conversationId: string, accountId: string): SyncState {
  const there = state.typing.get(conversationId);
  if (!there?.has(accountId)) return state;
  const left = withoutEntry(there, accountId);
  const typing = left.size
    ? withEntry(state.typing, conversationId, left)
    : withoutEntry(state.typing, conversationId);
  return { ...state, typing };
}

function samePerson(a: Person, b: Person | undefined): boolean {
  return (
    b !== undefined &&
    a.username === b.username &&
    a.displayName === b.displayName &&
    a.statusMessage === b.statusMessage &&
    a.avatarId === b.avatarId
  );
}
