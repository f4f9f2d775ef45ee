import { type MediaDescription, parse, type SessionDescription } from "sdp-transform";
import { Refusal, understood } from "../refusal.ts";

const SECTIONS_MAX = 16;

/** A session description of sound and pictures, with at least one section. */
export type Description = SessionDescription;

/** One media section, which has an id. */
export type Section = MediaDescription & { type: "audio" | "video"; mid: string };

/** Refuses with `invalid` what is no SDP, or has no media. */
export function readDescription(sdp: string): Description {
  const description = understood(() => parse(sdp));
  if (description.media.length === 0) {
    throw new Refusal("invalid", "The SDP has no media section");
  }
  return description;
}

/** The sections of an offer, each of sound or a picture, open and with an id of its own; refuses others. */
export function sectionsOf(offer: Description): Section[] {
  if (offer.media.length > SECTIONS_MAX) {
    throw new Refusal("invalid", `The SDP has more than ${SECTIONS_MAX} media sections`);
  }
  const sections = offer.media.map(requireSection);
  if (new Set(sections.map(({ mid }) => mid)).size < sections.length) {
    throw new Refusal("invalid", "Two media sections have the same id");
  }
  return sections;
}

/** Whether the client that described it sends on it. */
export function sends({ direction }: Section): boolean {
  return direction === undefined || direction === "sendrecv" || direction === "sendonly";
}

function requireSection(media: MediaDescription): Section {
  if (media.type !== "audio" && media.type !== "video") {
    throw new Refusal("invalid", "There is a media section that is neither audio nor video");
  }
  if (media.mid === undefined) {
    throw new Refusal("invalid", "There is a media section without an id");
  }
  if (media.port === 0) {
    throw new Refusal("invalid", "There is a closed media section; one that is not used is to be inactive");
  }
  return { ...media, type: media.type, mid: String(media.mid) };
}
