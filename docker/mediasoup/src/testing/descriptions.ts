import { readFileSync } from "node:fs";

/** What libwebrtc writes, as a native client says it. */
export const sdp = {
  /** Offers a microphone and a camera in three sizes. */
  camera: read("camera"),
  /** The same and a screen. */
  screen: read("screen"),
  /** Offers to receive a sound and a picture. */
  receive: read("receive"),
};

/** An answer as short as it may be. */
export const shortAnswer = sdp.receive
  .slice(0, sdp.receive.indexOf("m=video"))
  .replace("a=setup:actpass", "a=setup:active");

/** The same in which the section of that id is inactive. */
export function inactive(offer: string, mid: string): string {
  const at = offer.indexOf(`a=mid:${mid}\r\n`);
  return offer.slice(0, at) + offer.slice(at).replace("a=sendonly", "a=inactive");
}

function read(name: string): string {
  // Line ends of SDP, whatever a checkout makes of them.
  const text = readFileSync(new URL(`./sdp/${name}.sdp`, import.meta.url), "utf8");
  return text.replaceAll(/\r?\n/g, "\r\n");
}
