/** The facade: all that the screens know of the core. Actions reject with `ApiError`, and with nothing else. */
import type { CallActions } from "./calls/types.ts";
import type { Observable } from "./observable.ts";
import type {
  Account,
  CreateInvitation,
  Invitation,
  PasswordResetLink,
  Person,
  Presence,
  Register,
  Role,
  ServerInfo,
  SessionInfo,
  Settings,
  SignIn,
  UpdateProfile,
} from "./protocol.ts";
import type {
  Badge,
  ConnectionState,
  ConversationView,
  DevicePreferences,
  Notice,
  OutboxSummary,
  Receipts,
  Session,
  Timeline,
} from "./types.ts";

export interface ChatClient {
  /** What can be watched. Each call with the same argument returns the same observable. */
  readonly state: ClientState;
  readonly session: SessionActions;
  readonly messages: MessageActions;
  readonly contacts: ContactActions;
  readonly conversations: ConversationActions;
  readonly account: AccountActions;
  readonly admin: AdminActions;
  /** Calls, and the one that this tab is in. */
  readonly calls: CallActions;
  /** Finds out whether somebody is signed in, and connects. */
  start(): void;
  /** Closes everything; what is unsent stays kept. */
  stop(): void;
  /** Called for each message that asks for attention in this tab. Returns how to stop. */
  onNotice(listener: (notice: Notice) => void): () => void;
}

export interface ClientState {
  readonly session: Observable<Session>;
  readonly connection: Observable<ConnectionState>;
  /** False until the first sync after a start is through: show skeletons. */
  readonly ready: Observable<boolean>;
  /** One's own account with contacts, settings and preferences; null until known. */
  readonly account: Observable<Account | null>;
  /** Pinned ones first, then the most recent. */
  readonly conversations: Observable<readonly ConversationView[]>;
  readonly badge: Observable<Badge>;
  readonly outbox: Observable<OutboxSummary>;
  readonly preferences: Observable<DevicePreferences>;
  /** Milliseconds to add to this device's clock to have the server's; for showing "today" rightly. */
  readonly clockOffset: Observable<number>;
  conversation(id: string): Observable<ConversationView | null>;
  /** Nothing is loaded by watching: see `messages.open`. */
  timeline(id: string): Observable<Timeline>;
  receipts(conversationId: string, seq: number): Observable<Receipts>;
  /** The others who are typing there, in no order. */
  typing(conversationId: string): Observable<readonly string[]>;
  draft(conversationId: string): Observable<string>;
  person(accountId: string): Observable<Person | null>;
  presence(accountId: string): Observable<Presence | null>;
}

export interface SessionActions {
  serverInfo(): Promise<ServerInfo>;
  signIn(input: Omit<SignIn, "transport" | "deviceName">): Promise<void>;
  register(input: Omit<Register, "transport" | "deviceName">): Promise<void>;
  /** Deletes what this device keeps of the account, the outbox included: warn while `state.outbox` holds unsent. */
  signOut(): Promise<void>;
  forgotPassword(email: string): Promise<void>;
  resetPassword(token: string, newPassword: string): Promise<void>;
  list(): Promise<readonly SessionInfo[]>;
  /** Signs another session out. */
  end(sessionId: string): Promise<void>;
  /** Signs every other session out. */
  endOthers(): Promise<void>;
}

export interface MessageActions {
  /** Puts it on screen and into the outbox; never fails for want of a network. */
  sendText(conversationId: string, text: string, mentions?: readonly string[]): Promise<void>;
  /** Sends one that failed again, before all that wait behind it. */
  retry(conversationId: string, id: string): Promise<void>;
  /** Takes one that failed or is still queued out of the outbox. */
  discard(conversationId: string, id: string): Promise<void>;
  /** Puts the conversation on screen in this tab and loads it around what is unread. Null: none is on screen. */
  open(conversationId: string | null): void;
  /** The next page before what is on screen. Asking again while it loads does nothing. */
  loadOlder(conversationId: string): Promise<void>;
  loadNewer(conversationId: string): Promise<void>;
  /** Moves the screen to a message, loading around it where it must. */
  jumpTo(conversationId: string, seq: number): Promise<void>;
  jumpToNewest(conversationId: string): Promise<void>;
  /** The person saw everything up to `seq`; call it while the page is in front. Moves only forward. */
  markRead(conversationId: string, seq: number): void;
  /** Call on each key; it is said at most every three seconds. */
  setTyping(conversationId: string, typing: boolean): void;
  setDraft(conversationId: string, text: string): void;
  /** The people on screen besides one's contacts; replaces what was watched before. */
  watchPresence(accountIds: readonly string[]): void;
}

export interface ContactActions {
  /** People of this server by a part of their user name or display name. Newer calls make older ones void (null). */
  search(query: string): Promise<readonly Person[] | null>;
  request(accountId: string): Promise<void>;
  accept(accountId: string): Promise<void>;
  decline(accountId: string): Promise<void>;
  /** Takes one's own request back. */
  cancel(accountId: string): Promise<void>;
  remove(accountId: string): Promise<void>;
  block(accountId: string): Promise<void>;
  unblock(accountId: string): Promise<void>;
}

export interface ConversationActions {
  /** The id of the one conversation with a contact, made where there is none. */
  openDirect(accountId: string): Promise<string>;
  createGroup(name: string, accountIds: readonly string[]): Promise<string>;
  rename(id: string, name: string): Promise<void>;
  /** A picture file, or null to take the picture away. */
  setPicture(id: string, picture: Blob | null): Promise<void>;
  addMembers(id: string, accountIds: readonly string[]): Promise<void>;
  removeMember(id: string, accountId: string): Promise<void>;
  changeRole(id: string, accountId: string, role: Role): Promise<void>;
  leave(id: string): Promise<void>;
  setPreferences(id: string, change: { muted?: boolean; pinned?: boolean }): Promise<void>;
}

export interface AccountActions {
  updateProfile(input: UpdateProfile): Promise<void>;
  setAvatar(picture: Blob | null): Promise<void>;
  updateSettings(change: Partial<Settings>): Promise<void>;
  changePassword(currentPassword: string, newPassword: string): Promise<void>;
  setPreferences(change: Partial<DevicePreferences>): void;
}

export interface AdminActions {
  invitations(): Promise<readonly Invitation[]>;
  createInvitation(input: CreateInvitation): Promise<Invitation>;
  revokeInvitation(id: string): Promise<void>;
  passwordResetLink(accountId: string): Promise<PasswordResetLink>;
}
