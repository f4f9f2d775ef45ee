/** What the end of a line means for the next one. */
import type { ErrorCode } from "../protocol.ts";

/** The server's close codes. The others (1001, 1006, 1013, 4408 …) all mean: come back. */
export const CLOSE_SIGNED_OUT = 4401;
export const CLOSE_UNSUPPORTED = 4426;

export type Ending =
  /** Connect again after a while. */
  | "again"
  /** The session may be over: find out before connecting again. */
  | "check"
  /** The server speaks another version of the protocol. */
  | "unsupported";

/**
 * @param code the close code
 * @param lastError the code of the last error frame that answered no request: where a refusal is final for the line,
 *     the server says why before it closes
 * @param opened whether the line was ever open; a browser does not tell why it could not be opened
 */
export function endingOf(code: number, lastError: ErrorCode | null, opened: boolean): Ending {
  if (lastError === "protocol.unsupported" || code === CLOSE_UNSUPPORTED) return "unsupported";
  // Not at once signed out: the session that ended may be an older one than the cookies now hold.
  return code === CLOSE_SIGNED_OUT || !opened ? "check" : "again";
}
