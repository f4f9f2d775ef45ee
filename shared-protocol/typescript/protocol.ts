
export interface Account {
    administrator: boolean;
    change: number;
    contacts: Contact[];
    email: string;
    person: Person;
    preferences: ConversationPreferences[];
    settings: Settings;
}

export interface AccountChanged extends ServerMessage {
    account: Account;
    type: "account.changed";
}

export interface AddMembers {
    accountIds: string[];
}

export interface ChangePassword {
    currentPassword: string;
    newPassword: string;
}

export interface ChangeRole {
    role: Role;
}

export interface ClientMessage {
    type: "hello" | "receipt.delivered" | "receipt.read" | "ping" | "message.send" | "typing.set" | "sync.conversation" | "presence.watch";
}

export interface Contact {
    person: Person;
    since: number;
    state: ContactState;
}

export interface Conversation {
    avatarId: string | null;
    createdAt: number;
    id: string;
    kind: ConversationKind;
    name: string | null;
}

export interface ConversationChanged extends ServerMessage {
    change: number;
    conversation: Conversation;
    conversationId: string;
    message: Message;
    participants: Participant[];
    people: Person[];
    type: "conversation.changed";
}

export interface ConversationPreferences {
    conversationId: string;
    muted: boolean;
    pinned: boolean;
}

export interface ConversationRemoved extends ServerMessage {
    conversationId: string;
    type: "conversation.removed";
}

export interface ConversationState {
    change: number;
    conversation: Conversation | null;
    conversationId: string;
    lastSeq: number;
    messages: Message[];
    participants: Participant[];
    people: Person[];
    since: number | null;
    unreadMentions: number[];
}

export interface CreateDirect {
    accountId: string;
}

export interface CreateGroup {
    accountIds: string[];
    id: string;
    name: string;
}

export interface CreateInvitation {
    days: number;
    maxUses: number;
    note: string;
}

export interface Cursor {
    change: number;
    conversationId: string;
}

export interface FieldError {
    field: string;
    reason: string;
}

export interface ForgotPassword {
    email: string;
}

export interface GroupCreated extends MessageBody {
    name: string;
    type: "group.created";
}

export interface GroupPictureChanged extends MessageBody {
    type: "group.picture_changed";
}

export interface GroupRenamed extends MessageBody {
    name: string;
    type: "group.renamed";
}

export interface Hello extends ClientMessage {
    accountChange: number;
    capabilities: string[];
    client: string;
    conversations: Cursor[];
    peopleChange: number;
    protocol: number;
    type: "hello";
}

export interface Invitation {
    createdAt: number;
    expiresAt: number;
    id: string;
    link: string | null;
    maxUses: number;
    note: string;
    uses: number;
}

export interface MarkDelivered extends ClientMessage {
    conversationId: string;
    seq: number;
    type: "receipt.delivered";
}

export interface MarkRead extends ClientMessage {
    conversationId: string;
    seq: number;
    type: "receipt.read";
}

export interface MemberLeft extends MessageBody {
    type: "member.left";
}

export interface MemberRemoved extends MessageBody {
    accountId: string;
    type: "member.removed";
}

export interface MembersAdded extends MessageBody {
    accountIds: string[];
    type: "members.added";
}

export interface Message {
    body: MessageBodyUnion;
    change: number;
    conversationId: string;
    id: string;
    senderId: string;
    sentAt: number;
    seq: number;
}

export interface MessageAccepted extends ServerMessage {
    change: number;
    conversationId: string;
    id: string;
    requestId: string;
    sentAt: number;
    seq: number;
    type: "message.accepted";
}

export interface MessageBody {
    type: "group.created" | "group.picture_changed" | "group.renamed" | "member.left" | "member.removed" | "members.added" | "member.role_changed" | "text";
}

export interface MessagePage {
    firstSeq: number;
    lastSeq: number;
    messages: Message[];
}

export interface NewMessage extends ServerMessage {
    message: Message;
    type: "message.new";
}

export interface Participant {
    accountId: string;
    active: boolean;
    deliveredSeq: number;
    readSeq: number;
    role: Role;
}

export interface PasswordResetLink {
    expiresAt: number;
    link: string;
}

export interface Person {
    avatarId: string | null;
    displayName: string;
    id: string;
    statusMessage: string;
    username: string;
}

export interface PersonChanged extends ServerMessage {
    change: number;
    person: Person;
    type: "person.changed";
}

export interface Ping extends ClientMessage {
    type: "ping";
}

export interface Pong extends ServerMessage {
    type: "pong";
}

export interface Presence {
    accountId: string;
    lastSeenAt: number | null;
    online: boolean;
}

export interface PresenceChanged extends ServerMessage {
    presences: Presence[];
    type: "presence.changed";
}

export interface Problem {
    code: ErrorCode;
    fields: FieldError[];
    requestId: string;
    retryAfterMs: number | null;
    status: number;
    title: string;
    type: string;
}

export interface ReadPointer {
    accountId: string;
    deliveredSeq: number;
    readSeq: number;
}

export interface ReceiptsMoved extends ServerMessage {
    change: number;
    conversationId: string;
    pointers: ReadPointer[];
    type: "receipts.moved";
}

export interface Refresh {
    refreshToken: string | null;
}

export interface Register {
    deviceName: string;
    displayName: string | null;
    email: string;
    invitation: string | null;
    password: string;
    transport: TokenTransport;
    username: string;
}

export interface RenameGroup {
    name: string;
}

export interface RequestContact {
    accountId: string;
}

export interface ResetPassword {
    newPassword: string;
    token: string;
}

export interface RoleChanged extends MessageBody {
    accountId: string;
    role: Role;
    type: "member.role_changed";
}

export interface SendMessage extends ClientMessage {
    body: MessageBodyUnion;
    conversationId: string;
    id: string;
    requestId: string;
    type: "message.send";
}

export interface ServerError extends ServerMessage {
    code: ErrorCode;
    detail: string;
    requestId: string | null;
    retryAfterMs: number | null;
    type: "error";
}

export interface ServerInfo {
    empty: boolean;
    name: string;
    passwordResetByMail: boolean;
    protocol: number;
    registration: RegistrationMode;
    version: string;
}

export interface ServerMessage {
    type: "account.changed" | "conversation.changed" | "conversation.removed" | "error" | "message.accepted" | "message.new" | "person.changed" | "pong" | "presence.changed" | "receipts.moved" | "conversation.state" | "sync.done" | "sync.people" | "typing.changed" | "welcome";
}

export interface SessionInfo {
    createdAt: number;
    current: boolean;
    deviceName: string;
    id: string;
    lastUsedAt: number;
}

export interface SetPreferences {
    muted: boolean;
    pinned: boolean;
}

export interface Settings {
    sendReadReceipts: boolean;
    showLastSeen: boolean;
}

export interface SetTyping extends ClientMessage {
    conversationId: string;
    type: "typing.set";
    typing: boolean;
}

export interface SignedIn {
    accessExpiresAt: number;
    person: Person;
    sessionId: string;
    tokens: Tokens | null;
}

export interface SignIn {
    deviceName: string;
    login: string;
    password: string;
    transport: TokenTransport;
}

export interface StateOfConversation extends ServerMessage {
    state: ConversationState;
    type: "conversation.state";
}

export interface SyncConversation extends ClientMessage {
    change: number;
    conversationId: string;
    type: "sync.conversation";
}

export interface SyncDone extends ServerMessage {
    type: "sync.done";
}

export interface SyncPeople extends ServerMessage {
    change: number;
    people: Person[];
    type: "sync.people";
}

export interface TextBody extends MessageBody {
    mentions: string[];
    text: string;
    type: "text";
}

export interface Tokens {
    accessToken: string;
    refreshToken: string;
}

export interface TypingChanged extends ServerMessage {
    accountId: string;
    conversationId: string;
    type: "typing.changed";
    typing: boolean;
}

export interface UpdateProfile {
    displayName: string;
    statusMessage: string;
}

export interface WatchPresence extends ClientMessage {
    accountIds: string[];
    type: "presence.watch";
}

export interface Welcome extends ServerMessage {
    accountId: string;
    capabilities: string[];
    protocol: number;
    serverTime: number;
    serverVersion: string;
    sessionId: string;
    type: "welcome";
}

export type ClientMessageUnion = Hello | SendMessage | MarkRead | MarkDelivered | SetTyping | WatchPresence | SyncConversation | Ping;

export type ContactState = "contact" | "incoming" | "outgoing" | "blocked";

export type ConversationKind = "direct" | "group";

export type ErrorCode = "request.malformed" | "request.invalid" | "request.too_large" | "not_found" | "method.not_allowed" | "origin.forbidden" | "rate.limited" | "server.busy" | "server.internal" | "auth.required" | "auth.invalid_credentials" | "auth.session_ended" | "auth.administrator_required" | "account.username_taken" | "account.email_taken" | "account.password_weak" | "account.wrong_password" | "account.registration_closed" | "account.invitation_invalid" | "account.reset_invalid" | "account.mail_unavailable" | "avatar.unreadable" | "contact.self" | "contact.limit" | "contact.no_request" | "contact.required" | "conversation.not_found" | "conversation.not_group" | "conversation.forbidden" | "conversation.full" | "conversation.limit" | "conversation.last_owner" | "member.not_found" | "message.id_conflict" | "message.empty" | "message.too_long" | "message.body_not_allowed" | "protocol.unsupported" | "protocol.hello_expected" | "protocol.unknown_type";

export type MessageBodyUnion = TextBody | GroupCreated | GroupRenamed | GroupPictureChanged | MembersAdded | MemberRemoved | MemberLeft | RoleChanged;

export type RegistrationMode = "open" | "invitation" | "closed";

export type Role = "owner" | "admin" | "member";

export type ServerMessageUnion = Welcome | AccountChanged | SyncPeople | SyncDone | StateOfConversation | ConversationChanged | ConversationRemoved | MessageAccepted | NewMessage | ReceiptsMoved | TypingChanged | PresenceChanged | PersonChanged | ServerError | Pong;

export type TokenTransport = "cookie" | "bearer";
