/** What the server and this service say to each other, as the server's records declare it. */
export type {
  MediaCommandUnion as Command,
  MediaEventUnion as MediaEvent,
  MediaFrameUnion as Frame,
  MediaReplyUnion as Reply,
  Refused,
  SentLine,
  Welcome,
} from "../../../shared-protocol/typescript/media.ts";

import type { MediaCommandUnion } from "../../../shared-protocol/typescript/media.ts";

/** The version that `welcome` names. */
export const VERSION = 1;

/** The command of that type. */
export type CommandOf<T extends MediaCommandUnion["type"]> = Extract<MediaCommandUnion, { type: T }>;
