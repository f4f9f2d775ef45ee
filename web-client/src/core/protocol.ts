/** The protocol's types under the names that this client uses; they are made from the server's records. */
export type * from "@protocol";
export type {
  CallEventUnion as CallEvent,
  CallReplyUnion as CallReply,
  CallRequestUnion as CallRequest,
  ClientMessageUnion as ClientFrame,
  MessageBodyUnion as Body,
  ServerMessageUnion as ServerFrame,
  SignalUnion as Signal,
} from "@protocol";

/** The version that `hello` names. */
export const PROTOCOL_VERSION = 1;

/** The protocol's limits; the server enforces them. Lengths count Unicode code points. */
export const LIMITS = {
  USERNAME_MIN: 3,
  USERNAME_MAX: 32,
  EMAIL_MAX: 254,
  PASSWORD_MIN: 10,
  PASSWORD_MAX_BYTES: 72,
  DISPLAY_NAME_MAX: 64,
  STATUS_MESSAGE_MAX: 140,
  DEVICE_NAME_MAX: 80,
  NOTE_MAX: 120,
  SEARCH_MAX: 64,
  MESSAGE_MAX: 8_000,
  MENTIONS_MAX: 50,
  GROUP_NAME_MAX: 80,
  GROUP_MEMBERS_MAX: 512,
  WATCHED_PEOPLE_MAX: 200,
  PAGE_MAX: 100,
  AVATAR_BYTES_MAX: 8 * 1024 * 1024,
  CALL_PARTICIPANTS_MAX: 50,
  CALL_AWAY_SECONDS: 30,
} as const;
