/** Where the tiles of a call stand: pure arithmetic, so that nothing moves by surprise. */
import type { Tile } from "../../../core/calls/types.ts";

export type View = "grid" | "speaker";
export type Corner = "topStart" | "topEnd" | "bottomStart" | "bottomEnd";

/** In CSS pixels from the start and the top of the stage. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly role: "grid" | "main" | "strip" | "self";
}

export interface Layout {
  /** Those of the tiles that are shown. */
  readonly places: ReadonlyMap<string, Place>;
  /** Of everything; more than the stage has when it scrolls. */
  readonly height: number;
  /** Those who found no room in the strip: how many, and where that can be said. */
  readonly rest: { readonly count: number; readonly place: Place } | null;
}

export interface Stage {
  readonly width: number;
  readonly height: number;
}

const GAP = 8;
const WIDE = 16 / 9;
/** A tile narrower than this shows nobody: rather scroll. */
const MIN_WIDTH = 168;
/** Kept free for the name of the call above and the controls below. */
const TOP = 60;
const BOTTOM = 96;
const SELF_WIDTH = 0.22;

/** All of one size, as large as fits, each in its order; one more person never changes the order. */
export function gridLayout(tiles: readonly Tile[], { width, height }: Stage): Layout {
  const [roomX, roomY] = [width - 2 * GAP, height - TOP - BOTTOM];
  const count = tiles.length;
  const ratio = roomX >= roomY ? WIDE : 1;
  const size = cellOf(count, roomX, roomY, ratio);
  const rows = Math.ceil(count / size.columns);
  const tall = rows * (size.height + GAP) - GAP;
  const top = TOP + Math.max(0, (roomY - tall) / 2);
  const places = new Map<string, Place>();
  tiles.forEach((tile, at) => {
    const row = Math.floor(at / size.columns);
    const inRow = Math.min(size.columns, count - row * size.columns);
    const start = (width - inRow * (size.width + GAP) + GAP) / 2;
    places.set(tile.id, {
      x: start + (at % size.columns) * (size.width + GAP),
      y: top + row * (size.height + GAP),
      width: size.width,
      height: size.height,
      role: "grid",
    });
  });
  return { places, height: Math.max(height, TOP + tall + BOTTOM), rest: null };
}

interface Cell {
  readonly columns: number;
  readonly width: number;
  readonly height: number;
}

/** The number of columns that makes the tiles largest. */
function cellOf(count: number, roomX: number, roomY: number, ratio: number): Cell {
  let best: Cell = { columns: 1, width: 0, height: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const width = Math.max(
      0,
      Math.min((roomX - GAP * (columns - 1)) / columns, ((roomY - GAP * (rows - 1)) / rows) * ratio),
    );
    if (width > best.width) best = { columns, width, height: width / ratio };
  }
  if (best.width >= MIN_WIDTH || count <= 2) return best;
  const columns = Math.max(2, Math.floor((roomX + GAP) / (MIN_WIDTH + GAP)));
  const width = (roomX - GAP * (columns - 1)) / columns;
  return { columns, width, height: width / WIDE };
}

interface SpeakerInput {
  readonly tiles: readonly Tile[];
  readonly mainId: string;
  readonly corner: Corner;
  readonly stage: Stage;
}

/** One large, oneself in a corner, the others in a strip beside or below. */
export function speakerLayout({ tiles, mainId, corner, stage }: SpeakerInput): Layout {
  const main = tiles.find(({ id }) => id === mainId);
  const self = tiles.find((tile) => tile.mine && !tile.screen && tile.id !== mainId);
  const others = tiles.filter((tile) => tile !== main && tile !== self);
  const strip = stripOf(others, stage);
  const places = new Map<string, Place>(strip.places);
  const room = { ...stage, width: stage.width - strip.takesX, height: stage.height - strip.takesY };
  if (main) places.set(main.id, mainPlace(main, others.length > 0, room));
  if (self) places.set(self.id, selfPlace(corner, room, stage.height > stage.width));
  return { places, height: stage.height, rest: strip.rest };
}

/** Between two, the other one fills everything, behind the controls; a screen is never covered. */
function mainPlace(main: Tile, beside: boolean, { width, height }: Stage): Place {
  if (!beside && !main.screen) return { x: 0, y: 0, width, height, role: "main" };
  return { x: GAP, y: TOP, width: width - 2 * GAP, height: Math.max(0, height - TOP - BOTTOM), role: "main" };
}

/** The small picture of oneself, in the corner where one put it. */
export function selfPlace(corner: Corner, { width, height }: Stage, portrait: boolean): Place {
  const own = Math.min(Math.max(104, width * SELF_WIDTH), portrait ? 128 : 240);
  const tall = portrait ? own * (4 / 3) : own / WIDE;
  const atStart = corner === "topStart" || corner === "bottomStart";
  const atTop = corner === "topStart" || corner === "topEnd";
  return {
    x: atStart ? 2 * GAP : width - own - 2 * GAP,
    y: atTop ? TOP + GAP : height - BOTTOM - tall - GAP,
    width: own,
    height: tall,
    role: "self",
  };
}

interface Strip extends Pick<Layout, "rest"> {
  readonly places: readonly (readonly [string, Place])[];
  readonly takesX: number;
  readonly takesY: number;
}

/** At the end of a wide stage, at the bottom of a tall one; as many as fit, and a last place that counts the others. */
function stripOf(others: readonly Tile[], { width, height }: Stage): Strip {
  if (others.length === 0) return { places: [], takesX: 0, takesY: 0, rest: null };
  const beside = width >= height;
  const own = beside ? Math.min(Math.max(140, width * 0.18), 220) : 112;
  const tall = beside ? own / WIDE : own;
  const room = beside ? height - TOP - BOTTOM : width - 2 * GAP;
  const fits = Math.max(1, Math.floor((room + GAP) / ((beside ? tall : own) + GAP)));
  const placeAt = (at: number): Place => ({
    x: beside ? width - own - GAP : GAP + at * (own + GAP),
    y: beside ? TOP + at * (tall + GAP) : height - BOTTOM - tall,
    width: own,
    height: tall,
    role: "strip",
  });
  const shown = others.length <= fits ? others.length : fits - 1;
  const places = others.slice(0, shown).map((tile, at): [string, Place] => [tile.id, placeAt(at)]);
  const rest = shown === others.length ? null : { count: others.length - shown, place: placeAt(shown) };
  return { places, rest, takesX: beside ? own + GAP : 0, takesY: beside ? 0 : tall + GAP };
}

/** The corner nearest to a point of the stage. */
export function cornerAt(x: number, y: number, { width, height }: Stage): Corner {
  if (y < height / 2) return x < width / 2 ? "topStart" : "topEnd";
  return x < width / 2 ? "bottomStart" : "bottomEnd";
}

/** What fits the call when nobody chose: between two and with a screen one large, otherwise all alike. */
export function viewOf(tiles: readonly Tile[], chosen: View | null): View {
  if (tiles.length <= 1) return "speaker";
  if (chosen !== null) return chosen;
  return tiles.some(({ screen }) => screen) || tiles.length <= 2 ? "speaker" : "grid";
}

interface MainInput {
  readonly tiles: readonly Tile[];
  /** The loudest first. */
  readonly speaking: readonly string[];
  readonly pinned: string | null;
  /** Who was large before: stays while nobody else speaks. */
  readonly before: string | null;
}

/** Whose tile is large. */
export function mainOf({ tiles, speaking, pinned, before }: MainInput): string {
  const has = (id: string | null) => id !== null && tiles.some((tile) => tile.id === id);
  if (has(pinned)) return pinned ?? "";
  const screen = tiles.find((tile) => tile.screen && !tile.mine) ?? tiles.find((tile) => tile.screen);
  if (screen) return screen.id;
  const others = tiles.filter((tile) => !tile.mine);
  const heard = speaking.find((id) => others.some((tile) => tile.id === id));
  if (heard !== undefined) return heard;
  if (others.some((tile) => tile.id === before)) return before ?? "";
  return (others[0] ?? tiles[0])?.id ?? "";
}
