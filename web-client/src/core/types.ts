/** What the core shows to those who draw it. Everything here is immutable. */
import type { Body, ConversationKind, ErrorCode, FieldError, Message, Person, Role } from "./protocol.ts";

/** The server's codes, and those of what never reached a server. */
export type ClientErrorCode =
  | ErrorCode
  /** No answer: offline, the server is down, or something between. Nothing is known of what was asked. */
  | "network.unreachable"
  /** An answer that is none of this protocol's, such as a proxy's error page. */
  | "network.unexpected";

/** Why an action failed. Show the catalogue's text for `code`. */
export class ApiError extends Error {
  readonly code: ClientErrorCode;
  /** What is wrong with which field of a form; often empty. */
  readonly fields: readonly FieldError[];
  /** Milliseconds until another try makes sense, or null. */
  readonly retryAfterMs: number | null;

  constructor(code: ClientErrorCode, fields: readonly FieldError[] = [], retryAfterMs: number | null = null) {
    super(code);
    this.name = "ApiError";
    this.code = code;
    this.fields = fields;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Who is signed in on this device. */
export type Session =
  /** Finding out after a start; `unreachable` while no server answers (it keeps trying). */
  | { readonly state: "starting"; readonly unreachable: boolean }
  /** `ended`: signed out from elsewhere or run out, otherwise never signed in or signed out here. */
  | { readonly state: "signedOut"; readonly ended: boolean }
  | { readonly state: "signedIn"; readonly accountId: string };

/** The state of the line to the server. */
export type ConnectionState =
  /** Nobody is signed in, or the client is stopped. */
  | { readonly name: "idle" }
  /** The socket is being opened. */
  | { readonly name: "connecting" }
  /** Open; the server is telling what was missed. */
  | { readonly name: "syncing" }
  /** Everything is as on the server. */
  | { readonly name: "live" }
  /** Lost; the next try is at `retryAt` (ms since the epoch), earlier when the network or the person comes back. */
  | { readonly name: "waiting"; readonly retryAt: number }
  /** The server ended the session. */
  | { readonly name: "signedOut" }
  /** The server speaks another version of the protocol: the page must be loaded again. */
  | { readonly name: "unsupported" };

/** How far one's own message has come. In a group it is delivered or read when it is for all others. */
export type Delivery = "queued" | "sending" | "sent" | "delivered" | "read" | "failed";

/** One line of a conversation: a stored message, or one of one's own on its way. */
export interface TimelineEntry {
  /** Stable while a message goes from the outbox to the server. */
  readonly key: string;
  readonly conversationId: string;
  readonly id: string;
  /** Its place in the conversation; null until it is stored. */
  readonly seq: number | null;
  readonly senderId: string;
  /** For display only; when it was written while it is not stored. */
  readonly sentAt: number;
  readonly body: Body;
  /** Null for what others wrote and for what the server wrote. */
  readonly delivery: Delivery | null;
  /** Why it failed; with `failed` only. */
  readonly error: ClientErrorCode | null;
}

/** The loaded piece of a conversation that is on screen, in order. */
export interface Timeline {
  readonly conversationId: string;
  readonly entries: readonly TimelineEntry[];
  /** There is more before the first entry. */
  readonly hasOlder: boolean;
  /** There is more after the last entry: what is on screen does not end at the present. */
  readonly hasNewer: boolean;
  /** What is being loaded now; `around` when nothing of the place asked for is there yet. */
  readonly loading: "older" | "newer" | "around" | null;
  /** The last load failed; the next ask clears it. */
  readonly error: ClientErrorCode | null;
  /** The "new messages" line stands before this `seq`: the first one unread when the conversation was opened. */
  readonly newLineSeq: number | null;
}

export interface Member {
  readonly accountId: string;
  readonly role: Role;
  readonly readSeq: number;
  readonly deliveredSeq: number;
}

/** A conversation for the list and the header. */
export interface ConversationView {
  readonly id: string;
  readonly kind: ConversationKind;
  /** A group's name; null in a direct conversation, which is called after `otherId`. */
  readonly name: string | null;
  readonly avatarId: string | null;
  readonly createdAt: number;
  /** The other person of a direct conversation. */
  readonly otherId: string | null;
  readonly myRole: Role;
  /** All who take part now, oneself included. */
  readonly members: readonly Member[];
  readonly lastSeq: number;
  /** The newest line, one's own unsent ones included; null in an empty conversation. */
  readonly last: TimelineEntry | null;
  /** For the order of the list: the last line's time, or the conversation's. */
  readonly activeAt: number;
  readonly readSeq: number;
  readonly unread: number;
  /** How many of the unread ones mention oneself (at most 100). */
  readonly unreadMentions: number;
  readonly firstUnreadSeq: number | null;
  readonly muted: boolean;
  readonly pinned: boolean;
}

/** Numbers for the title and the favicon; muted conversations count nothing. */
export interface Badge {
  readonly unread: number;
  readonly mentions: number;
}

/** Who of the others has one message. */
export interface Receipts {
  readonly readBy: readonly string[];
  /** Delivered and not read. */
  readonly deliveredTo: readonly string[];
  /** Neither. */
  readonly pending: readonly string[];
}

/** The outbox as a whole. */
export interface OutboxSummary {
  /** Messages that no server has yet; signing out would lose them. */
  readonly unsent: number;
  readonly failed: number;
  /** False where the browser keeps nothing (private windows): unsent messages are lost with the page. */
  readonly durable: boolean;
}

/** A message that asks for attention in this tab. */
export interface Notice {
  readonly message: Message;
  readonly sender: Person | null;
  readonly conversation: ConversationView;
  readonly mention: boolean;
  /** Show it in the page. */
  readonly toast: boolean;
  /** Show it through the browser, if the person allowed that; without its text where `preview` is false. */
  readonly browser: boolean;
  readonly preview: boolean;
  /** Play the sound. */
  readonly sound: boolean;
}

/** What a person chose on this device. */
export interface DevicePreferences {
  readonly theme: "system" | "light" | "dark";
  /** A language of the catalogue, or null: as the browser wishes. */
  readonly language: string | null;
  readonly sound: boolean;
  readonly notifications: boolean;
  readonly notificationPreview: boolean;
  readonly enterSends: boolean;
  /** Look at oneself before a call that one starts. */
  readonly callPreview: boolean;
}
