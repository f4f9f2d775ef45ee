import type { RandomPort } from "../ports.ts";

export const browserRandom: RandomPort = {
  fraction: Math.random,
  uuid: () => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10))),
};

/**
 * RFC 9562, version 7. Made here because pages served without TLS have no `crypto.randomUUID`.
 *
 * @param now milliseconds since the epoch
 * @param random ten random bytes
 */
export function uuidV7(now: number, random: Uint8Array): string {
  const time = now.toString(16).padStart(12, "0").slice(-12);
  const tail = [...random].map((byte, i) => {
    if (i === 0) return (byte & 0x0f) | 0x70;
    return i === 2 ? (byte & 0x3f) | 0x80 : byte;
  });
  const hex = time + tail.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
