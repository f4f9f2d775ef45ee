import { entriesOf, type OutboxEntry, type OutboxState } from "../outbox/entries.ts";
import type { Account, ConversationPreferences } from "../protocol.ts";
import type { ConversationEntry, SyncState } from "../sync/model.ts";
import { firstUnreadOf, readSeqOf } from "../sync/replica.ts";
import type { Badge, ConversationView } from "../types.ts";
import type { TimelineLines } from "./timeline.ts";

interface Known {
  readonly pending: readonly OutboxEntry[];
  readonly preferences: ConversationPreferences | undefined;
  readonly view: ConversationView;
}

/** Makes the conversations of the list; one that did not change stays the same object. */
export class ConversationViews {
  readonly #lines: TimelineLines;
  readonly #known = new WeakMap<ConversationEntry, Known>();

  constructor(lines: TimelineLines) {
    this.#lines = lines;
  }

  view(entry: ConversationEntry, outbox: OutboxState, account: Account | null, me: string): ConversationView {
    const pending = entriesOf(outbox, entry.conversation.id);
    const preferences = preferencesOf(account, entry.conversation.id);
    const known = this.#known.get(entry);
    const same =
      known?.preferences?.muted === preferences?.muted && known?.preferences?.pinned === preferences?.pinned;
    if (known && known.pending === pending && same) return known.view;
    const view = this.#make(entry, outbox, preferences, me);
    this.#known.set(entry, { pending, preferences, view });
    return view;
  }

  /** Pinned ones first, then the most recent. */
  list(state: SyncState, outbox: OutboxState): readonly ConversationView[] {
    return [...state.conversations.values()]
      .map((entry) => this.view(entry, outbox, state.account, state.accountId))
      .sort(
        (a, b) => Number(b.pinned) - Number(a.pinned) || b.activeAt - a.activeAt || (a.id < b.id ? -1 : 1),
      );
  }

  #make(
    entry: ConversationEntry,
    outbox: OutboxState,
    preferences: ConversationPreferences | undefined,
    me: string,
  ): ConversationView {
    const { conversation, lastSeq } = entry;
    const { id, kind, name, avatarId, createdAt } = conversation;
    const members = [...entry.participants.values()];
    const readSeq = readSeqOf(entry, me);
    const last = this.#lines.last(entry, outbox, me);
    return {
      id,
      kind,
      name,
      avatarId,
      createdAt,
      otherId:
        kind === "direct" ? (members.find(({ accountId }) => accountId !== me)?.accountId ?? null) : null,
      myRole: entry.participants.get(me)?.role ?? "member",
      members: members.map(({ accountId, role, readSeq: read, deliveredSeq }) => ({
        accountId,
        role,
        readSeq: read,
        deliveredSeq,
      })),
      lastSeq,
      last,
      activeAt: last?.sentAt ?? createdAt,
      readSeq,
      unread: Math.max(lastSeq - readSeq, 0),
      unreadMentions: entry.unreadMentions.filter((seq) => seq > readSeq).length,
      firstUnreadSeq: firstUnreadOf(entry, me),
      muted: preferences?.muted ?? false,
      pinned: preferences?.pinned ?? false,
    };
  }
}

export function preferencesOf(
  account: Account | null,
  conversationId: string,
): ConversationPreferences | undefined {
  return account?.preferences.find((preferences) => preferences.conversationId === conversationId);
}

/** The totals of what is not muted. */
export function badgeOf(views: readonly ConversationView[]): Badge {
  const loud = views.filter(({ muted }) => !muted);
  return {
    unread: loud.reduce((sum, { unread }) => sum + unread, 0),
    mentions: loud.reduce((sum, { unreadMentions }) => sum + unreadMentions, 0),
  };
}
