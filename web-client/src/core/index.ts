/** Everything of ChatCall in the browser that is not drawing. Start reading at `client.ts`. */
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
export type { Observable } from "./observable.ts";
export { LIMITS } from "./protocol.ts";
export type * from "./types.ts";
export { ApiError } from "./types.ts";
