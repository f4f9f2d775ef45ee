/** What the end of a line means for the next one. */
import type { ErrorCode } from "../protocol.ts";

/** The server's close codes. Those of the WebSocket itself (1001, 1006, 1011, 1013 …) all mean: come back. */
export const CLOSE_SIGNED_OUT = 4401;
export const CLOSE_UNSUPPORTED = 4426;

export type Ending =
  /** Connect again after a while. */
  | "again"
  /** The session may be over: find out before connecting again. */
  | "check"
  /** The session is over. */
  | "signedOut"
  /** The server speaks another version of the protocol. */
  | "unsupported";

/**
 * @param code the close code
 * @param lastError the code of the last error frame that answered no request: where a refusal is final for the line,
 *     the server says why before it closes
 * @param opened whether the line was ever open; a browser does not tell why it could not be opened
 */
export function endingOf(code: number, lastError: ErrorCode | null, opened: boolean): Ending {
  if (lastError === "auth.session_ended") return "signedOut";
  if (lastError === "protocol.unsupported" || code === CLOSE_UNSUPPORTED) return "unsupported";
  if (code === CLOSE_SIGNED_OUT || lastError === "auth.required" || !opened) return "check";
  return "again";
}
