import type { Api, PageOf } from "../http/api.ts";
import { createStore, type Store } from "../observable.ts";
import type { Message, MessagePage } from "../protocol.ts";
import { type ConversationEntry, withEntry, withoutEntry } from "../sync/model.ts";
import { firstSeqOf, insert, lastSeqOf, type Range, rangeWith, trim } from "../sync/ranges.ts";
import { firstUnreadOf, type Replica, readSeqOf } from "../sync/replica.ts";
import { ApiError } from "../types.ts";
import { NO_VIEW, NO_VIEWS, type TimelineView, type Views } from "./views.ts";

const PAGE = 50;
/** So many messages before the first unread one are shown with it. */
const CONTEXT = 10;
/** So many conversations keep what was loaded of them; the others keep their last message. */
const KEPT = 20;

/** Loads history in pages and knows which piece of each conversation is looked at. */
export class History {
  readonly views: Store<Views> = createStore(NO_VIEWS);
  readonly #replica: Replica;
  readonly #api: Pick<Api, "page">;
  readonly #loads = new Map<string, Promise<void>>();
  /** Opened lately, the latest last. */
  #recent: string[] = [];
  /** Grows when everything held is dropped, so that a page asked for before is not put among what came after. */
  #turn = 0;

  constructor(replica: Replica, api: Pick<Api, "page">) {
    this.#replica = replica;
    this.#api = api;
  }

  clear(): void {
    this.#turn += 1;
    this.#loads.clear();
    this.#recent = [];
    this.views.set(NO_VIEWS);
  }

  /** Puts a conversation on screen, at its first unread message or at its end. */
  open(conversationId: string | null): void {
    this.views.update((views) => ({ ...views, open: conversationId }));
    const entry = conversationId === null ? undefined : this.#replica.entry(conversationId);
    if (conversationId === null || !entry) return;
    this.#remember(conversationId);
    const newLineSeq = firstUnreadOf(entry, this.#replica.state.get().accountId);
    this.#view(conversationId, () => ({ ...NO_VIEW, newLineSeq, focus: newLineSeq }));
    if (newLineSeq === null) void this.#toNewest(conversationId);
    else if (!this.#hasBefore(entry, newLineSeq)) void this.#around(conversationId, newLineSeq);
  }

  /** A message came while nobody looked: the "new messages" line goes there, unless it marks more already. */
  arrivedUnseen(message: Message): void {
    const entry = this.#replica.entry(message.conversationId);
    if (!entry || this.views.get().open !== message.conversationId) return;
    const readSeq = readSeqOf(entry, this.#replica.state.get().accountId);
    this.#view(message.conversationId, (view) =>
      view.newLineSeq !== null && view.newLineSeq > readSeq ? view : { ...view, newLineSeq: message.seq },
    );
  }

  loadOlder(conversationId: string): Promise<void> {
    const range = this.#shown(conversationId);
    if (!range || firstSeqOf(range) <= 1) return Promise.resolve();
    const before = firstSeqOf(range);
    const unmoved = this.#unmoved(conversationId);
    return this.#load(conversationId, "older", { before }, (entry, page) => {
      const ranges = insert(entry.ranges, page.messages);
      const grown = rangeWith(ranges, before);
      const cut = grown ? trim(ranges, grown, "oldest") : ranges;
      // What is on screen ends elsewhere than at the present from here on.
      if (cut !== ranges && unmoved()) this.#view(conversationId, (view) => ({ ...view, focus: before }));
      return { ...entry, ranges: cut };
    });
  }

  loadNewer(conversationId: string): Promise<void> {
    const range = this.#shown(conversationId);
    const entry = this.#replica.entry(conversationId);
    if (!range || !entry || lastSeqOf(range) >= entry.lastSeq) return Promise.resolve();
    const after = lastSeqOf(range);
    const unmoved = this.#unmoved(conversationId);
    return this.#load(conversationId, "newer", { after }, (held, page) => {
      const ranges = insert(held.ranges, page.messages);
      const grown = rangeWith(ranges, after);
      const reaches = grown !== undefined && lastSeqOf(grown) >= held.lastSeq;
      if (unmoved()) this.#view(conversationId, (view) => ({ ...view, focus: reaches ? null : after }));
      return { ...held, ranges: grown ? trim(ranges, grown, "newest") : ranges };
    });
  }

  /** Moves to a message; what is loaded already is not loaded again. */
  async jumpTo(conversationId: string, seq: number): Promise<void> {
    this.#view(conversationId, (view) => ({ ...view, focus: seq, error: null }));
    const entry = this.#replica.entry(conversationId);
    if (!entry || rangeWith(entry.ranges, seq)) return;
    await this.#around(conversationId, seq);
  }

  async jumpToNewest(conversationId: string): Promise<void> {
    this.#view(conversationId, (view) => ({ ...view, focus: null, error: null }));
    await this.#toNewest(conversationId);
  }

  /** A conversation was started afresh: loads again what is on screen, forgets the rest. */
  reset(conversationId: string): void {
    if (this.views.get().open !== conversationId) {
      this.#replica.change(conversationId, (entry) => ({ ...entry, stale: null }));
      return;
    }
    const { focus } = this.#viewOf(conversationId);
    void (focus === null ? this.#toNewest(conversationId) : this.#around(conversationId, focus));
  }

  removed(conversationId: string): void {
    this.#recent = this.#recent.filter((id) => id !== conversationId);
    this.views.update((views) => ({ ...views, timelines: withoutEntry(views.timelines, conversationId) }));
  }

  /** The first sync is through: what was opened before it can be loaded now. */
  synced(): void {
    const { open, timelines } = this.views.get();
    const view = open === null ? undefined : timelines.get(open);
    if (open !== null && (!view || view.error !== null)) this.open(open);
  }

  /** Enough before a message is loaded to read on from there. */
  #hasBefore(entry: ConversationEntry, seq: number): boolean {
    const range = rangeWith(entry.ranges, seq);
    return !entry.stale && range !== undefined && firstSeqOf(range) <= Math.max(1, seq - CONTEXT);
  }

  #around(conversationId: string, seq: number): Promise<void> {
    return this.#load(conversationId, "around", { around: seq }, withPage);
  }

  async #toNewest(conversationId: string): Promise<void> {
    const entry = this.#replica.entry(conversationId);
    if (!entry || entry.lastSeq === 0) return;
    const last = entry.ranges[entry.ranges.length - 1];
    const reaches = last !== undefined && lastSeqOf(last) >= entry.lastSeq;
    const enough = reaches && (last.length >= PAGE || firstSeqOf(last) === 1);
    if (enough && !entry.stale) return;
    await this.#load(conversationId, "around", { before: entry.lastSeq + 1 }, withPage);
  }

  #load(
    conversationId: string,
    kind: NonNullable<TimelineView["loading"]>,
    of: PageOf,
    enter: (entry: ConversationEntry, page: MessagePage) => ConversationEntry,
  ): Promise<void> {
    const key = `${conversationId} ${JSON.stringify(of)}`;
    const running = this.#loads.get(key);
    if (running) return running;
    const load = this.#fetch(conversationId, kind, of, enter).finally(() => {
      if (this.#loads.get(key) === load) this.#loads.delete(key);
    });
    this.#loads.set(key, load);
    return load;
  }

  async #fetch(
    conversationId: string,
    kind: NonNullable<TimelineView["loading"]>,
    of: PageOf,
    enter: (entry: ConversationEntry, page: MessagePage) => ConversationEntry,
  ): Promise<void> {
    const turn = this.#turn;
    this.#view(conversationId, (view) => ({ ...view, loading: kind, error: null }));
    try {
      const page = await this.#api.page(conversationId, of, PAGE);
      if (turn !== this.#turn) return;
      this.#replica.change(conversationId, (entry) => enter(entry, page));
      this.#view(conversationId, (view) => ({ ...view, loading: null }));
    } catch (error) {
      if (turn !== this.#turn) return;
      const code = error instanceof ApiError ? error.code : "network.unexpected";
      this.#view(conversationId, (view) => ({ ...view, loading: null, error: code }));
    }
  }

  /** Whether one still looks where one did when this was called: a page that comes late must not lead back there. */
  #unmoved(conversationId: string): () => boolean {
    const { focus } = this.#viewOf(conversationId);
    return () => this.#viewOf(conversationId).focus === focus;
  }

  #shown(conversationId: string): Range | undefined {
    const entry = this.#replica.entry(conversationId);
    return entry && shownRange(entry, this.#viewOf(conversationId));
  }

  #viewOf(conversationId: string): TimelineView {
    return this.views.get().timelines.get(conversationId) ?? NO_VIEW;
  }

  #view(conversationId: string, change: (view: TimelineView) => TimelineView): void {
    this.views.update((views) => {
      const view = change(views.timelines.get(conversationId) ?? NO_VIEW);
      return { ...views, timelines: withEntry(views.timelines, conversationId, view) };
    });
  }

  #remember(conversationId: string): void {
    this.#recent = [...this.#recent.filter((id) => id !== conversationId), conversationId];
    const forgotten = this.#recent.slice(0, -KEPT);
    this.#recent = this.#recent.slice(-KEPT);
    for (const id of forgotten) {
      this.#replica.change(id, (entry) => ({
        ...entry,
        stale: null,
        ranges: entry.lastMessage ? [[entry.lastMessage]] : [],
      }));
    }
  }
}

/** The page among what is loaded; it answers for what was doubtful. */
const withPage = (entry: ConversationEntry, page: MessagePage): ConversationEntry => ({
  ...entry,
  stale: null,
  ranges: insert(entry.ranges, page.messages),
});

/** The piece that is on screen. */
export function shownRange(entry: ConversationEntry, view: TimelineView): Range | undefined {
  const ranges = entry.stale ?? entry.ranges;
  const last = ranges[ranges.length - 1];
  const { focus } = view;
  if (focus === null) return last;
  const there = rangeWith(ranges, focus);
  if (there || view.loading === "around") return there;
  // What was looked at was cut from its range: the nearest is what came after it.
  return ranges.find((range) => lastSeqOf(range) >= focus) ?? last;
}
