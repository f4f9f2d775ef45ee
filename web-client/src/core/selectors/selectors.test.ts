import fc from "fast-check";
import { expect, test } from "vitest";
import { NO_VIEW } from "../history/views.ts";
import { EMPTY_OUTBOX, withRecord } from "../outbox/entries.ts";
import { apply } from "../sync/apply.ts";
import { emptyState, type SyncState } from "../sync/model.ts";
import { ModelServer } from "../testing/modelServer.ts";
import { badgeOf, ConversationViews } from "./conversations.ts";
import { receiptsOf, TimelineLines } from "./timeline.ts";

/** A server with a group of three, and what one of them sees live. */
function group() {
  const server = new ModelServer();
  for (const id of ["me", "ann", "bob"]) server.addPerson(id);
  let state: SyncState = emptyState("me");
  server.connect({
    accountId: "me",
    deliver: (frame) => {
      state = apply(state, frame, { now: 0, bodyOf: () => null }).state;
    },
  });
  server.createGroup("g", "Group", ["ann", "me", "bob"]);
  const lines = new TimelineLines();
  const views = new ConversationViews(lines);
  return {
    server,
    state: () => state,
    view: () => {
      const [view] = views.list(state, EMPTY_OUTBOX);
      if (!view) throw new Error("no conversation");
      return view;
    },
    timeline: (outbox = EMPTY_OUTBOX) =>
      lines.timeline("g", state.conversations.get("g"), NO_VIEW, outbox, "me"),
    entry: () => state.conversations.get("g"),
    say: (who: string, mentions: string[] = []) =>
      server.say("g", who, { type: "text", text: "hello", mentions }),
  };
}

test("unread is the last number minus the read one, whatever happens", () => {
  const step = fc.oneof(
    fc.record({
      do: fc.constant("say" as const),
      who: fc.constantFrom("me", "ann", "bob"),
      mention: fc.boolean(),
    }),
    fc.record({ do: fc.constant("read" as const), part: fc.double({ min: 0, max: 1, noNaN: true }) }),
  );
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const { server, view, say } = group();
      let read = 0;
      let mentions: number[] = [];
      for (const each of steps) {
        if (each.do === "say") {
          const { seq } = say(each.who, each.mention ? ["me"] : []);
          if (each.who === "me") read = seq;
          else if (each.mention) mentions.push(seq);
        } else {
          const seq = Math.floor(view().lastSeq * each.part);
          server.move("g", "me", seq, seq);
          read = Math.max(read, seq);
        }
        mentions = mentions.filter((seq) => seq > read);
        expect(view()).toMatchObject({
          unread: view().lastSeq - read,
          unreadMentions: mentions.length,
          firstUnreadSeq: read < view().lastSeq ? read + 1 : null,
        });
      }
    }),
  );
});

test("one's own message is read when all others have read it", () => {
  const { server, say, timeline, entry } = group();
  const { seq } = say("me");
  const delivery = () => timeline().entries.at(-1)?.delivery;
  expect(delivery()).toBe("sent");
  server.move("g", "ann", 0, seq);
  expect(delivery()).toBe("sent");
  server.move("g", "bob", 0, seq);
  expect(delivery()).toBe("delivered");
  server.move("g", "ann", seq, seq);
  expect(receiptsOf(entry(), seq, "me")).toEqual({ readBy: ["ann"], deliveredTo: ["bob"], pending: [] });
  expect(delivery()).toBe("delivered");
  server.move("g", "bob", seq, seq);
  expect(delivery()).toBe("read");
});

test("who is removed is not waited for", () => {
  const { server, say, timeline } = group();
  const { seq } = say("me");
  server.move("g", "ann", seq, seq);
  server.remove("g", "ann", "bob");
  expect(timeline().entries.find((line) => line.seq === seq)?.delivery).toBe("read");
});

test("a line that did not change stays the same object", () => {
  const { say, timeline } = group();
  say("ann");
  const [first] = timeline().entries;
  say("bob");
  expect(timeline().entries[0]).toBe(first);
});

test("a message on its way stands at the end, and once, when it is stored", () => {
  const { server, timeline } = group();
  const body = { type: "text" as const, text: "mine", mentions: [] };
  const record = { order: 1, conversationId: "g", id: "x", body, writtenAt: 5, owner: "tab", failed: null };
  const outbox = withRecord(EMPTY_OUTBOX, record, { name: "sending" });
  const pending = timeline(outbox).entries.at(-1);
  expect(pending).toMatchObject({ seq: null, delivery: "sending", sentAt: 5 });
  const frame = { type: "message.send" as const, requestId: "x", conversationId: "g", id: "x", body };
  server.receive({ accountId: "me", deliver: () => {} }, frame);
  expect(timeline(outbox).entries.filter(({ id }) => id === "x")).toHaveLength(1);
});

test("muted conversations are not in the total, and pinned ones are on top", () => {
  const { server, state, say } = group();
  server.createGroup("h", "Other", ["ann", "me"]);
  say("ann", ["me"]);
  const account = server.account("me");
  const views = (preferences: typeof account.preferences) =>
    new ConversationViews(new TimelineLines()).list(
      { ...state(), account: { ...account, preferences } },
      EMPTY_OUTBOX,
    );
  expect(badgeOf(views([]))).toEqual({ unread: 3, mentions: 1 });
  const chosen = views([
    { conversationId: "g", muted: true, pinned: false },
    { conversationId: "h", muted: false, pinned: true },
  ]);
  expect(badgeOf(chosen)).toEqual({ unread: 1, mentions: 0 });
  expect(chosen.map(({ id }) => id)).toEqual(["h", "g"]);
});
