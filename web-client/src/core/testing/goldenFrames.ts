import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FRAMES = fileURLToPath(new URL("../../../../shared-protocol/frames/", import.meta.url));

export interface GoldenFrame {
  /** As in the file's name. */
  readonly type: string;
  readonly json: string;
}

export type FrameFolder =
  | "client"
  | "server"
  | "body"
  | "call-request"
  | "call-reply"
  | "call-event"
  | "signal";

/** The frames that are written down for both sides, of one folder. */
export function goldenFrames(folder: FrameFolder): readonly GoldenFrame[] {
  return readdirSync(FRAMES + folder)
    .toSorted()
    .map((file) => ({
      type: file.replace(/\.json$/, ""),
      json: readFileSync(`${FRAMES}${folder}/${file}`, "utf8"),
    }));
}
