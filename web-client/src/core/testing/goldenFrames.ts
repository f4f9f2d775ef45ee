import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FRAMES = fileURLToPath(new URL("../../../../shared-protocol/frames/", import.meta.url));

export interface GoldenFrame {
  /** As in the file's name. */
  readonly type: string;
  readonly json: string;
}

/** The frames that are written down for both sides, of one folder. */
export function goldenFrames(folder: "client" | "server" | "body"): readonly GoldenFrame[] {
  return readdirSync(FRAMES + folder)
    .toSorted()
    .map((file) => ({
      type: file.replace(/\.json$/, ""),
      json: readFileSync(`${FRAMES}${folder}/${file}`, "utf8"),
    }));
}
