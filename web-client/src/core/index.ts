/** Everything of ChatCall in the browser that is not drawing. Start reading at `client.ts`. */

export { browserPorts } from "./browser.ts";
export type * from "./calls/types.ts";
export type {
  AccountActions,
  AdminActions,
  ChatClient,
  ClientState,
  ContactActions,
  ConversationActions,
  MessageActions,
  SessionActions,
} from "./client.ts";
export { createClient } from "./createClient.ts";
export type { Observable } from "./observable.ts";
export { LIMITS } from "./protocol.ts";
export type * from "./types.ts";
export { ApiError } from "./types.ts";
