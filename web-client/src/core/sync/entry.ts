/** How one conversation changes: pure functions on its entry. */
import type { ConversationState, Message, Participant, ReadPointer } from "../protocol.ts";
import { type ChangeFrame, type ConversationEntry, MENTIONS_KEPT } from "./model.ts";
import { insert, RANGE_MAX, type Range, replace, trim } from "./ranges.ts";

/** A conversation nobody looks at keeps no more than this growing at its end; one on screen may grow to twice. */
const GROWN_MAX = 2 * RANGE_MAX;

/** The entry that a whole state makes; `held` is what was known before. */
export function entryOfWhole(
  state: ConversationState,
  held: ConversationEntry | undefined,
  me: string,
): ConversationEntry | null {
  const conversation = state.conversation ?? held?.conversation;
  if (!conversation) return null;
  const lastMessage = newest(state.messages, null);
  const loadedBefore = held?.stale ?? held?.ranges ?? [];
  const entry: ConversationEntry = {
    conversation,
    change: state.change,
    lastSeq: state.lastSeq,
    participants: movedBySending(replaceParticipants(new Map(), state.participants), state.messages),
    unreadMentions: state.unreadMentions,
    lastMessage,
    ranges: insert([], state.messages),
    stale: loadedBefore.some((range) => range.length > 1) ? loadedBefore : null,
    readAhead: held?.readAhead ?? 0,
  };
  return withoutReadMentions(entry, me);
}

/** The entry after what changed since `state.since` was told. */
export function entryAfter(
  entry: ConversationEntry,
  state: ConversationState,
  me: string,
): ConversationEntry {
  // Pointers that were moved by messages must not fall back to what a participant's row said.
  let participants = replaceParticipants(entry.participants, state.participants);
  participants = movedBySending(participants, state.messages);
  const next = withMessages({ ...entry, participants }, state.messages, me);
  return withoutReadMentions(
    {
      ...next,
      conversation: state.conversation ?? entry.conversation,
      change: state.change,
      lastSeq: Math.max(next.lastSeq, state.lastSeq),
    },
    me,
  );
}

/** The entry after one frame that carries the change right after the entry's own. */
export function entryAfterChange(
  entry: ConversationEntry,
  frame: ChangeFrame,
  me: string,
): ConversationEntry {
  return withoutReadMentions({ ...changed(entry, frame, me), change: changeOf(frame) }, me);
}

function changed(entry: ConversationEntry, frame: ChangeFrame, me: string): ConversationEntry {
  switch (frame.type) {
    case "message.new":
      return withMessages(moved(entry, [frame.message]), [frame.message], me);
    case "receipts.moved":
      return { ...entry, participants: movedForward(entry.participants, frame.pointers) };
    case "conversation.changed": {
      const participants = replaceParticipants(entry.participants, frame.participants);
      const next = { ...entry, conversation: frame.conversation, participants };
      return withMessages(moved(next, [frame.message]), [frame.message], me);
    }
  }
}

export function changeOf(frame: ChangeFrame): number {
  return frame.type === "message.new" ? frame.message.change : frame.change;
}

export function conversationOf(frame: ChangeFrame): string {
  return frame.type === "message.new" ? frame.message.conversationId : frame.conversationId;
}

const moved = (entry: ConversationEntry, messages: readonly Message[]): ConversationEntry => ({
  ...entry,
  participants: movedBySending(entry.participants, messages),
});

function withMessages(entry: ConversationEntry, messages: readonly Message[], me: string): ConversationEntry {
  const fresh = messages.filter((message) => message.seq > entry.lastSeq);
  const mentions = fresh.filter((message) => mentionsMe(message, me)).map((message) => message.seq);
  return {
    ...entry,
    lastSeq: fresh.reduce((last, message) => Math.max(last, message.seq), entry.lastSeq),
    lastMessage: newest(messages, entry.lastMessage),
    unreadMentions: mentions.length ? [...entry.unreadMentions, ...mentions] : entry.unreadMentions,
    ranges: grown(entry, messages, fresh),
  };
}

/** What comes joins the newest range where nothing is missing in between, and makes one of its own where it is. */
function grown(
  entry: ConversationEntry,
  messages: readonly Message[],
  fresh: readonly Message[],
): readonly Range[] {
  const next = insert(replace(entry.ranges, messages), fresh);
  const end = next[next.length - 1];
  return end && end.length > GROWN_MAX ? trim(next, end, "newest") : next;
}

export function mentionsMe(message: Message, me: string): boolean {
  return message.senderId !== me && message.body.type === "text" && message.body.mentions.includes(me);
}

function withoutReadMentions(entry: ConversationEntry, me: string): ConversationEntry {
  const readSeq = entry.participants.get(me)?.readSeq ?? 0;
  const { unreadMentions } = entry;
  const [first] = unreadMentions;
  if (first === undefined || (first > readSeq && unreadMentions.length <= MENTIONS_KEPT)) return entry;
  return { ...entry, unreadMentions: unreadMentions.filter((seq) => seq > readSeq).slice(-MENTIONS_KEPT) };
}

function newest(messages: readonly Message[], held: Message | null): Message | null {
  return messages.reduce<Message | null>((last, message) => {
    if (!last || message.seq > last.seq) return message;
    return message.seq === last.seq && message.change > last.change ? message : last;
  }, held);
}

/** Takes over the participants told; those who left are forgotten. Pointers never move back. */
function replaceParticipants(
  held: ReadonlyMap<string, Participant>,
  told: readonly Participant[],
): ReadonlyMap<string, Participant> {
  if (told.length === 0) return held;
  const next = new Map(held);
  for (const participant of told) {
    const known = held.get(participant.accountId);
    if (!participant.active) next.delete(participant.accountId);
    else next.set(participant.accountId, known ? furthest(participant, known) : participant);
  }
  return next;
}

function furthest(participant: Participant, pointer: Omit<ReadPointer, "accountId">): Participant {
  const readSeq = Math.max(participant.readSeq, pointer.readSeq);
  const deliveredSeq = Math.max(participant.deliveredSeq, pointer.deliveredSeq);
  const same = readSeq === participant.readSeq && deliveredSeq === participant.deliveredSeq;
  return same ? participant : { ...participant, readSeq, deliveredSeq };
}

function movedForward(
  participants: ReadonlyMap<string, Participant>,
  pointers: readonly ReadPointer[],
): ReadonlyMap<string, Participant> {
  let next = participants;
  for (const pointer of pointers) {
    const known = next.get(pointer.accountId);
    const after = known && furthest(known, pointer);
    if (after && after !== known) next = new Map(next).set(pointer.accountId, after);
  }
  return next;
}

/** Who writes has read and received everything up to their own message. */
function movedBySending(
  participants: ReadonlyMap<string, Participant>,
  messages: readonly Message[],
): ReadonlyMap<string, Participant> {
  const pointers = messages.map(({ senderId, seq }) => ({
    accountId: senderId,
    readSeq: seq,
    deliveredSeq: seq,
  }));
  return movedForward(participants, pointers);
}
