import type { ClientErrorCode } from "../types.ts";

/** How a conversation's timeline is looked at on this device. */
export interface TimelineView {
  /** A message in the piece that is on screen; null: the piece that ends at the present. */
  readonly focus: number | null;
  readonly loading: "older" | "newer" | "around" | null;
  readonly error: ClientErrorCode | null;
  readonly newLineSeq: number | null;
}

export interface Views {
  /** The conversation on screen in this tab. */
  readonly open: string | null;
  readonly timelines: ReadonlyMap<string, TimelineView>;
}

export const NO_VIEW: TimelineView = { focus: null, loading: null, error: null, newLineSeq: null };
export const NO_VIEWS: Views = { open: null, timelines: new Map() };
