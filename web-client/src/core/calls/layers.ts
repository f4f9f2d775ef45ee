/** Which of a camera's three pictures are worth sending and receiving. Pure. */

/** From the smallest to the largest: a quarter, a half and the whole of the camera's picture. */
export const CAMERA_ENCODINGS: readonly RTCRtpEncodingParameters[] = [
  { scaleResolutionDownBy: 4, maxBitrate: 150_000 },
  { scaleResolutionDownBy: 2, maxBitrate: 500_000 },
  { scaleResolutionDownBy: 1, maxBitrate: 1_500_000 },
];

/** One picture in full: a smaller one of a text is worth nothing. */
export const SCREEN_ENCODINGS: readonly RTCRtpEncodingParameters[] = [{ maxBitrate: 2_500_000 }];

/** Up to how many device pixels a layer is good enough, a little enlarged. */
const GOOD_UP_TO = [400, 800] as const;
/** For a tile that nobody has drawn yet. */
const UNKNOWN_WIDTH = 400;

export interface Wanted {
  readonly paused: boolean;
  /** 0 is the smallest. */
  readonly spatialLayer: number;
}

/** @param width of the tile in CSS pixels, 0 when it is off screen, undefined when it was never drawn */
export function wantedFor(width: number | undefined, pixelRatio: number): Wanted {
  if (width === 0) return { paused: true, spatialLayer: 0 };
  const pixels = (width ?? UNKNOWN_WIDTH) * pixelRatio;
  const layer = GOOD_UP_TO.findIndex((limit) => pixels <= limit);
  return { paused: false, spatialLayer: layer < 0 ? GOOD_UP_TO.length : layer };
}

/** @param highest the highest layer that anybody wants, null when nobody wants any */
export function withActive(
  encodings: readonly RTCRtpEncodingParameters[],
  highest: number | null,
): RTCRtpEncodingParameters[] {
  return encodings.map((encoding, layer) => ({ ...encoding, active: highest !== null && layer <= highest }));
}
