import type { Virtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect } from "react";
import { useClient } from "../../app/ClientContext.ts";
import type { Row } from "./rows.ts";

/** A line counts as seen when no more than this of it is below the edge. */
const SLACK_PX = 12;

/** Tells the core how far the person has seen the messages, while the page is in front. */
export function useMarkRead(
  list: Virtualizer<HTMLDivElement, Element>,
  rows: readonly Row[],
  conversationId: string,
): () => void {
  const { messages } = useClient();
  const mark = useCallback(() => {
    if (document.visibilityState !== "visible" || !document.hasFocus()) return;
    const edge = (list.scrollOffset ?? 0) + (list.scrollRect?.height ?? 0) + SLACK_PX;
    for (const item of list.getVirtualItems().toReversed()) {
      const row = rows[item.index];
      if (item.end > edge || (row?.kind !== "bubble" && row?.kind !== "system")) continue;
      if (row.entry.seq === null) continue;
      messages.markRead(conversationId, row.entry.seq);
      return;
    }
  }, [list, rows, messages, conversationId]);

  useEffect(() => {
    // After the list has found its place.
    const frame = requestAnimationFrame(mark);
    window.addEventListener("focus", mark);
    document.addEventListener("visibilitychange", mark);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("focus", mark);
      document.removeEventListener("visibilitychange", mark);
    };
  }, [mark]);
  return mark;
}
