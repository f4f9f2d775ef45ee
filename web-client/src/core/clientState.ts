import type { ClientState } from "./client.ts";
import { NO_VIEW } from "./history/views.ts";
import { derive, type Observable, shallowEqual } from "./observable.ts";
import { summaryOf } from "./outbox/entries.ts";
import { badgeOf, ConversationViews } from "./selectors/conversations.ts";
import { receiptsOf, TimelineLines } from "./selectors/timeline.ts";
import type { DevicePreferences, Receipts, Session } from "./types.ts";
import type { Workspace } from "./workspace.ts";

const NOBODY: readonly string[] = [];

/** What can be watched, made from the stores of the parts. */
export function clientState(
  workspace: Workspace,
  session: Observable<Session>,
  preferences: Observable<DevicePreferences>,
): ClientState {
  const { state } = workspace.replica;
  const outbox = workspace.outbox.state;
  const { views } = workspace.history;
  const lines = new TimelineLines();
  const conversations = new ConversationViews(lines);

  const list = derive([state, outbox], (sync, pending) => conversations.list(sync, pending), shallowEqual);
  const entry = perKey((id: string) => derive([state], (sync) => sync.conversations.get(id)));
  const view = perKey((id: string) => derive([views], ({ timelines }) => timelines.get(id) ?? NO_VIEW));
  const me = derive([state], ({ accountId }) => accountId);
  const receipts = perKey((id) =>
    perKey((seq) =>
      derive([entry(id), me], (held, self) => receiptsOf(held, Number(seq), self), equalReceipts),
    ),
  );

  return {
    session,
    connection: workspace.connection.state,
    ready: derive([state], ({ ready }) => ready),
    account: derive([state], ({ account }) => account),
    conversations: list,
    badge: derive([list], badgeOf, shallowEqual),
    outbox: derive([outbox], summaryOf, shallowEqual),
    preferences,
    clockOffset: derive([state], ({ clockOffset }) => clockOffset),
    conversation: perKey((id) =>
      derive([state, outbox], (sync, pending) => {
        const held = sync.conversations.get(id);
        return held ? conversations.view(held, pending, sync.account, sync.accountId) : null;
      }),
    ),
    timeline: perKey((id) =>
      derive([entry(id), view(id), outbox, me], (held, seen, pending, self) =>
        lines.timeline(id, held, seen, pending, self),
      ),
    ),
    receipts: (id, seq) => receipts(id)(String(seq)),
    typing: perKey((id) =>
      derive([state], ({ typing }) => [...(typing.get(id)?.keys() ?? NOBODY)], shallowEqual),
    ),
    draft: perKey((id) => derive([workspace.drafts.state], (drafts) => drafts.get(id) ?? "")),
    person: perKey((id) => derive([state], ({ people }) => people.get(id) ?? null)),
    presence: perKey((id) => derive([state], ({ presence }) => presence.get(id) ?? null)),
  };
}

/** The same observable for the same key, so that who watches does not start anew on each drawing. */
function perKey<T extends object>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const known = made.get(key);
    if (known) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

const equalReceipts = (a: Receipts, b: Receipts) =>
  shallowEqual(a.readBy, b.readBy) &&
  shallowEqual(a.deliveredTo, b.deliveredTo) &&
  shallowEqual(a.pending, b.pending);
