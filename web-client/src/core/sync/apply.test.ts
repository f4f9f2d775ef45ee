import { expect, test } from "vitest";
import type { ConversationState, Message, ServerFrame } from "../protocol.ts";
import { apply, type Context } from "./apply.ts";
import { fadeTyping, nextFade, TYPING_FADES_MS } from "./around.ts";
import { emptyState, type SyncState } from "./model.ts";

const context: Context = { now: 0, bodyOf: () => null };

function message(seq: number, change: number, senderId = "ann", mentions: string[] = []): Message {
  const body = { type: "text", text: `message ${seq}`, mentions } as const;
  return {
    conversationId: "c",
    id: `m${seq}`,
    seq,
    change,
    senderId,
    sentAt: seq,
    body: { ...body, mentions },
  };
}

function whole(change = 10, lastSeq = 5): ConversationState {
  const participants = ["me", "ann"].map((accountId) => ({
    accountId,
    role: "member" as const,
    active: true,
    readSeq: 3,
    deliveredSeq: 3,
  }));
  return {
    conversationId: "c",
    since: null,
    change,
    lastSeq,
    conversation: { id: "c", kind: "direct", name: null, avatarId: null, createdAt: 0 },
    participants,
    messages: [message(lastSeq, change)],
    unreadMentions: [4],
    people: [],
  };
}

function after(frames: readonly ServerFrame[], start = emptyState("me")): SyncState {
  return frames.reduce((state, frame) => apply(state, frame, context).state, start);
}

const fresh = () => after([{ type: "conversation.state", state: whole() }]);
const entry = (state: SyncState) => state.conversations.get("c");
const says = (seq: number, change: number, senderId?: string, mentions?: string[]): ServerFrame => ({
  type: "message.new",
  message: message(seq, change, senderId, mentions),
});

test("a frame from further on waits for the one in between", () => {
  const early = after([says(7, 12)], fresh());
  expect(entry(early)?.lastSeq).toBe(5);
  expect(early.aside.get("c")?.frames.size).toBe(1);
  const late = after([says(6, 11)], early);
  expect(entry(late)).toMatchObject({ lastSeq: 7, change: 12 });
  expect(late.aside.size).toBe(0);
});

test("a frame that is known already changes nothing", () => {
  const state = after([says(6, 11)], fresh());
  expect(after([says(6, 11), says(5, 10)], state)).toBe(state);
});

test("a message moves its sender's pointers, and only forward", () => {
  const state = after([says(6, 11)], fresh());
  expect(entry(state)?.participants.get("ann")).toMatchObject({ readSeq: 6, deliveredSeq: 6 });
  expect(entry(state)?.participants.get("me")).toMatchObject({ readSeq: 3 });
  const pointers = [{ accountId: "ann", readSeq: 2, deliveredSeq: 7 }];
  const moved = after([{ type: "receipts.moved", conversationId: "c", change: 12, pointers }], state);
  expect(entry(moved)?.participants.get("ann")).toMatchObject({ readSeq: 6, deliveredSeq: 7 });
});

test("an empty move of receipts still takes its number", () => {
  const moved = after([{ type: "receipts.moved", conversationId: "c", change: 11, pointers: [] }], fresh());
  expect(entry(moved)?.change).toBe(11);
});

test("mentions count until they are read", () => {
  const mentioned = after([says(6, 11, "ann", ["me"]), says(7, 12, "me", ["me"])], fresh());
  // One's own message reads everything before it.
  expect(entry(mentioned)?.unreadMentions).toEqual([]);
  const unread = after([says(6, 11, "ann", ["me"])], fresh());
  expect(entry(unread)?.unreadMentions).toEqual([4, 6]);
  const pointers = [{ accountId: "me", readSeq: 5, deliveredSeq: 5 }];
  const read = after([{ type: "receipts.moved", conversationId: "c", change: 12, pointers }], unread);
  expect(entry(read)?.unreadMentions).toEqual([6]);
});

test("one's own message that was accepted is the outbox's body under the server's numbers", () => {
  const accepted: ServerFrame = {
    type: "message.accepted",
    requestId: "x",
    conversationId: "c",
    id: "x",
    seq: 6,
    change: 11,
    sentAt: 99,
  };
  const body = { type: "text" as const, text: "mine", mentions: [] };
  const { state, effects } = apply(fresh(), accepted, { now: 0, bodyOf: () => body });
  expect(entry(state)?.lastMessage).toEqual({
    conversationId: "c",
    id: "x",
    seq: 6,
    change: 11,
    senderId: "me",
    sentAt: 99,
    body,
  });
  expect(effects).toContainEqual({ kind: "stored", conversationId: "c", id: "x" });
  const unknown = apply(fresh(), accepted, context).state;
  expect(unknown.aside.get("c")?.upTo).toBe(11);
});

test("a whole state keeps what is on screen until it is loaded again", () => {
  const loaded = after([says(6, 11), says(7, 12)], fresh());
  const { state, effects } = apply(loaded, { type: "conversation.state", state: whole(900, 600) }, context);
  expect(effects).toContainEqual({ kind: "reset", conversationId: "c" });
  expect(
    entry(state)
      ?.stale?.flat()
      .map(({ seq }) => seq),
  ).toEqual([5, 6, 7]);
  expect(
    entry(state)
      ?.ranges.flat()
      .map(({ seq }) => seq),
  ).toEqual([600]);
});

test("a state from before what is held changes nothing, but in a sync it is the truth", () => {
  const ahead = after([says(6, 11)], fresh());
  const old: ServerFrame = { type: "conversation.state", state: whole(4, 2) };
  expect(after([old], ahead)).toBe(ahead);
  expect(entry(after([old], { ...ahead, syncing: true }))).toMatchObject({ change: 4, lastSeq: 2 });
});

test("what came just now asks for attention; what comes in a sync, and one's own, does not", () => {
  const arrived = (state: SyncState, frame: ServerFrame) =>
    apply(state, frame, context).effects.some(({ kind }) => kind === "arrived");
  expect(arrived(fresh(), says(6, 11))).toBe(true);
  expect(arrived(fresh(), says(6, 11, "me"))).toBe(false);
  expect(arrived({ ...fresh(), syncing: true }, says(6, 11))).toBe(false);
});

test("a conversation that was left is forgotten with everything of it", () => {
  const typing: ServerFrame = { type: "typing.changed", conversationId: "c", accountId: "ann", typing: true };
  const { state, effects } = apply(
    after([says(9, 20), typing], fresh()),
    { type: "conversation.removed", conversationId: "c" },
    context,
  );
  expect([state.conversations.size, state.aside.size, state.typing.size]).toEqual([0, 0, 0]);
  expect(effects).toEqual([{ kind: "removed", conversationId: "c" }]);
});

test("typing fades after six seconds, and ends with the message", () => {
  const typing: ServerFrame = { type: "typing.changed", conversationId: "c", accountId: "ann", typing: true };
  const state = after([typing], fresh());
  expect(nextFade(state)).toBe(TYPING_FADES_MS);
  expect(fadeTyping(state, TYPING_FADES_MS - 1)).toBe(state);
  expect(fadeTyping(state, TYPING_FADES_MS).typing.size).toBe(0);
  expect(after([says(6, 11)], state).typing.size).toBe(0);
  expect(after([{ ...typing, typing: false }], state).typing.size).toBe(0);
});

test("an older account that comes late changes nothing", () => {
  const person = { id: "me", username: "me", displayName: "Me", statusMessage: "", avatarId: null };
  const account = (change: number) => ({
    person,
    email: "me@example.org",
    administrator: false,
    settings: { sendReadReceipts: true, showLastSeen: true },
    contacts: [],
    preferences: [],
    change,
  });
  const state = after([{ type: "account.changed", account: account(5) }]);
  expect(after([{ type: "account.changed", account: account(4) }], state)).toBe(state);
  expect(state.people.get("me")).toEqual(person);
});
