/** What part of a picture is chosen: its middle and the side of the square, in px of the picture. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  /** 1 shows as much as fits; larger is closer. */
  readonly zoom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const MAX_ZOOM = 5;

/** The side of the chosen square, in px of the picture. */
export function sideOf(size: Size, zoom: number): number {
  return Math.min(size.width, size.height) / zoom;
}

export function centred(size: Size): Crop {
  return { x: size.width / 2, y: size.height / 2, zoom: 1 };
}

/** The nearest crop that does not look past the picture's edges. */
export function within(size: Size, crop: Crop): Crop {
  const zoom = Math.min(MAX_ZOOM, Math.max(1, crop.zoom));
  const half = sideOf(size, zoom) / 2;
  const clamp = (value: number, edge: number) => Math.min(edge - half, Math.max(half, value));
  return { x: clamp(crop.x, size.width), y: clamp(crop.y, size.height), zoom };
}
