import { useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { lazy, Suspense, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useClient } from "../../app/ClientContext.ts";
import { useObservable } from "../../app/useObservable.ts";
import type { ConversationView, TimelineEntry } from "../../core/index.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { Button } from "../../ui/Button.tsx";
import { JumpDownIcon } from "../../ui/icons.ts";
import styles from "./MessageList.module.css";
import { DayLabel, MessageRow } from "./MessageRow.tsx";
import { estimateHeight, type Row, rowsOf } from "./rows.ts";
import { useMarkRead } from "./useMarkRead.ts";

const MessageMenu = lazy(async () => ({ default: (await import("./MessageMenu.tsx")).MessageMenu }));

/** Rows above or below the screen that are drawn already. */
const OVERSCAN = 10;
/** Closer to an end of what is loaded than this many rows, the next page is asked for. */
const LOAD_AHEAD = 12;
const AT_END_PX = 80;
/** A list whose height has not changed for this long has been measured. */
const SETTLES_MS = 120;

type List = Virtualizer<HTMLDivElement, Element>;

interface Props {
  readonly conversation: ConversationView;
  /** Grows with each message one sends: the list then goes to its end. */
  readonly sent: number;
}

/** The messages of one conversation. Mounted afresh for each conversation, by its key. */
export function MessageList({ conversation, sent }: Props) {
  const { t } = useTexts();
  const { state, messages } = useClient();
  const { id } = conversation;
  const timeline = useObservable(state.timeline(id));
  const scroller = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const [acting, setActing] = useState<{ entry: TimelineEntry; anchor: HTMLElement } | null>(null);

  const rows = useMemo(
    () =>
      rowsOf({
        entries: timeline.entries,
        complete: !timeline.hasOlder && timeline.loading !== "around",
        newLineSeq: timeline.newLineSeq,
      }),
    [timeline],
  );

  // A page that comes after a gap must not carry the reader along, only what is said now may.
  const hadNewer = useRef(timeline.hasNewer);
  const list: List = useVirtualizer<HTMLDivElement, Element>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimateHeight(rows[index]),
    getItemKey: useCallback((index: number) => rows[index]?.key ?? index, [rows]),
    anchorTo: "end",
    followOnAppend: !hadNewer.current,
    scrollEndThreshold: AT_END_PX,
    overscan: OVERSCAN,
  });
  useEffect(() => {
    hadNewer.current = timeline.hasNewer;
  }, [timeline.hasNewer]);

  const placed = useInitialPlace(list, rows, timeline.loading !== null);
  useEffect(() => {
    if (sent > 0) list.scrollToEnd();
  }, [list, sent]);
  useLoadAhead(list, rows, id, placed);
  const markRead = useMarkRead(list, rows, id);

  const openActions = useCallback(
    (entry: TimelineEntry, anchor: HTMLElement) => setActing({ entry, anchor }),
    [],
  );
  const jumpDown = async () => {
    await messages.jumpToNewest(id);
    requestAnimationFrame(() => list.scrollToEnd());
  };
  const retryLoad = () => {
    if (timeline.entries.length === 0) messages.open(id);
    else if (timeline.hasNewer) void messages.loadNewer(id);
    else void messages.loadOlder(id);
  };
  const onScroll = () => {
    setAtEnd(list.getDistanceFromEnd() <= AT_END_PX);
    markRead();
  };

  if (rows.length === 0 && timeline.loading === "around") return <Skeleton />;
  const items = list.getVirtualItems();
  return (
    <div className={styles.pane}>
      <StickyDay list={list} rows={rows} shown={placed && list.isScrolling} />
      {timeline.error === null ? null : (
        <div className={styles.loadFailed} role="alert">
          {t("conversation.loadFailed")}
          <Button onClick={retryLoad}>{t("action.retry")}</Button>
        </div>
      )}
      <section
        ref={scroller}
        className={styles.scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the list scrolls with the keyboard
        tabIndex={0}
        aria-label={t("conversation.messages")}
        onScroll={onScroll}
      >
        <div className={styles.floor}>
          <div className={styles.all} style={{ height: list.getTotalSize() }}>
            <ol className={styles.window} style={{ transform: `translateY(${items[0]?.start ?? 0}px)` }}>
              {items.map((item) => {
                const row = rows[item.index];
                return row === undefined ? null : (
                  <li key={item.key} data-index={item.index} ref={list.measureElement}>
                    <MessageRow row={row} conversation={conversation} onActions={openActions} />
                  </li>
                );
              })}
            </ol>
          </div>
          <div className={styles.foot} />
        </div>
      </section>
      {atEnd && !timeline.hasNewer ? null : (
        <button
          type="button"
          className={styles.jump}
          onClick={() => void jumpDown()}
          aria-label={t("conversation.jumpDown", { count: conversation.unread })}
        >
          <JumpDownIcon />
          {conversation.unread > 0 ? <span className={styles.count}>{conversation.unread}</span> : null}
        </button>
      )}
      <Suspense>
        {acting === null ? null : (
          <MessageMenu {...acting} conversation={conversation} onClose={() => setActing(null)} />
        )}
      </Suspense>
    </div>
  );
}

/**
 * Goes to the "new messages" line when there is one, otherwise to the end, and stays there until the first page is in
 * and measured. Says whether that is done.
 */
function useInitialPlace(list: List, rows: readonly Row[], loading: boolean): boolean {
  const [placed, setPlaced] = useState(false);
  const height = list.getTotalSize();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new height moves the place
  useLayoutEffect(() => {
    if (placed || rows.length === 0) return;
    const line = rows.findIndex((row) => row.kind === "new");
    if (line < 0) list.scrollToEnd();
    else list.scrollToIndex(Math.max(0, line - 1), { align: "start" });
    if (loading) return;
    const timer = setTimeout(() => setPlaced(true), SETTLES_MS);
    return () => clearTimeout(timer);
  }, [list, rows, loading, placed, height]);
  return placed;
}

/** Asks for the next page before its place comes into sight. */
function useLoadAhead(list: List, rows: readonly Row[], id: string, placed: boolean) {
  const { state, messages } = useClient();
  const timeline = useObservable(state.timeline(id));
  const items = list.getVirtualItems();
  const first = items[0]?.index;
  const last = items.at(-1)?.index;
  useEffect(() => {
    if (!placed || timeline.loading !== null || timeline.error !== null) return;
    if (first === undefined || last === undefined) return;
    if (timeline.hasOlder && first < LOAD_AHEAD) void messages.loadOlder(id);
    else if (timeline.hasNewer && last > rows.length - LOAD_AHEAD) void messages.loadNewer(id);
  }, [timeline, first, last, rows.length, messages, id, placed]);
}

interface StickyDayProps {
  readonly list: List;
  readonly rows: readonly Row[];
  readonly shown: boolean;
}

/** While one scrolls: the day of the topmost message, where its own line is scrolled away. */
function StickyDay({ list, rows, shown }: StickyDayProps) {
  const offset = list.scrollOffset ?? 0;
  const top = list.getVirtualItems().find((item) => item.end > offset + 4)?.index;
  if (top === undefined) return null;
  const row = rows[top];
  if (row === undefined || !("entry" in row) || list.getTotalSize() <= (list.scrollRect?.height ?? 0))
    return null;
  return (
    <div className={`${styles.sticky} ${styles.day}`} data-shown={shown ? "" : undefined} aria-hidden="true">
      <DayLabel at={row.entry.sentAt} />
    </div>
  );
}

function Skeleton() {
  const { t } = useTexts();
  return (
    <div className={styles.pane}>
      <div className={styles.skeleton} role="status" aria-label={t("state.loading")}>
        {["a", "b", "c", "d", "e", "f", "g", "h"].map((ghost) => (
          <div key={ghost} className={styles.ghost} />
        ))}
      </div>
    </div>
  );
}
