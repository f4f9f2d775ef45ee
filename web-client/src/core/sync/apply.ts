/** The one place where what the server says becomes state. Pure: the same frames make the same state. */
import type { Body, MessageAccepted, ServerFrame } from "../protocol.ts";
import { applyAccount, applyPeople, applyPresence, applyTyping, withPeople } from "./around.ts";
import { applyChangeFrame, applyRemoved, applyState, missed } from "./conversations.ts";
import type { Applied, SyncState } from "./model.ts";

export interface Context {
  /** Milliseconds since the epoch, of this device. */
  readonly now: number;
  /** What one's own message says; `message.accepted` does not repeat it. */
  readonly bodyOf: (conversationId: string, id: string) => Body | null;
}

/** The state after one frame, and what is to be done about it. Frames of unknown types change nothing. */
export function apply(state: SyncState, frame: ServerFrame, context: Context): Applied {
  switch (frame.type) {
    case "welcome":
      return quiet({
        ...state,
        syncing: true,
        // Frames set aside belong to the line that was lost; presence and typing are told anew.
        aside: new Map(),
        presence: new Map(),
        typing: new Map(),
        clockOffset: frame.serverTime - context.now,
      });
    case "account.changed":
      return quiet(applyAccount(state, frame.account));
    case "sync.people":
      return quiet(applyPeople(state, frame.people, frame.change));
    case "sync.done":
      return { state: { ...state, syncing: false, ready: true }, effects: [{ kind: "synced" }] };
    case "conversation.state":
      return applyState(state, frame.state, context.now);
    case "conversation.changed":
    case "message.new":
    case "receipts.moved":
      return applyChangeFrame(state, frame, context.now);
    case "conversation.removed":
      return applyRemoved(state, frame.conversationId);
    case "message.accepted":
      return applyAccepted(state, frame, context);
    case "typing.changed":
      return quiet(applyTyping(state, frame, context.now));
    case "presence.changed":
      return quiet(applyPresence(state, frame.presences));
    case "person.changed":
      return quiet(withPeople(state, [frame.person]));
    // Calls are not numbered: `calls/callStore.ts` keeps them.
    case "call.list":
    case "call.changed":
    case "call.event":
    case "call.reply":
    case "error":
    case "pong":
      return quiet(state);
    default:
      frame satisfies never;
      return quiet(state);
  }
}

const quiet = (state: SyncState): Applied => ({ state, effects: [] });

/** One's own message, said again with the body that the outbox holds. */
function applyAccepted(state: SyncState, frame: MessageAccepted, context: Context): Applied {
  const { conversationId, id, seq, change, sentAt } = frame;
  const body = context.bodyOf(conversationId, id);
  if (!body) return missed(state, conversationId, change, context.now);
  const message = { conversationId, id, seq, change, senderId: state.accountId, sentAt, body };
  return applyChangeFrame(state, { type: "message.new", message }, context.now);
}
