import type { Language, Texts } from "./texts.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(localeFor(language), options);
    formats.set(key, found);
  }
  return found;
}

/** The browser's own regional variant of the language, so that en-GB keeps its 24 hours. */
function localeFor(language: Language): string {
  return navigator.languages.find((tag) => tag.toLowerCase().split("-")[0] === language) ?? language;
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** Whole calendar days between two moments; 0 is the same day. */
export function daysBetween(earlier: Date, later: Date): number {
  return Math.round((startOfDay(later) - startOfDay(earlier)) / DAY_MS);
}

/** "14:05" */
export function clockTime({ language }: Texts, date: Date): string {
  return format(language, { hour: "2-digit", minute: "2-digit" }).format(date);
}

/** For the list's edge: time today, weekday within a week, else the date. */
export function listTime(texts: Texts, date: Date, now: Date): string {
  const days = daysBetween(date, now);
  if (days <= 0) return clockTime(texts, date);
  if (days === 1) return texts.t("time.yesterday");
  if (days < 7) return format(texts.language, { weekday: "short" }).format(date);
  return format(texts.language, { day: "2-digit", month: "2-digit", year: "2-digit" }).format(date);
}

/** For day lines: "Today", "Yesterday", "Monday, 3 March", with the year where it is another. */
export function dayLabel(texts: Texts, date: Date, now: Date): string {
  const days = daysBetween(date, now);
  if (days === 0) return texts.t("time.today");
  if (days === 1) return texts.t("time.yesterday");
  const options: Intl.DateTimeFormatOptions = { weekday: "long", day: "numeric", month: "long" };
  if (date.getFullYear() !== now.getFullYear()) options.year = "numeric";
  return format(texts.language, options).format(date);
}

/** A moment in full, for tooltips and receipts. */
export function fullTime({ language }: Texts, date: Date): string {
  return format(language, { dateStyle: "medium", timeStyle: "short" }).format(date);
}

/** "5 minutes ago" for what has been, also where the clock that knows only minutes is a little behind. */
export function pastTime(texts: Texts, date: Date, now: Date): string {
  return relativeTime(texts, date > now ? now : date, now);
}

/** "5 minutes ago", "in 3 days": the largest whole unit. */
export function relativeTime({ language }: Texts, date: Date, now: Date): string {
  const relative = new Intl.RelativeTimeFormat(localeFor(language), { numeric: "auto" });
  const ms = date.getTime() - now.getTime();
  const size = Math.abs(ms);
  if (size < HOUR_MS) return relative.format(Math.round(ms / MINUTE_MS), "minute");
  if (size < DAY_MS) return relative.format(Math.round(ms / HOUR_MS), "hour");
  if (size < 30 * DAY_MS) return relative.format(Math.round(ms / DAY_MS), "day");
  return format(language, { dateStyle: "medium" }).format(date);
}
