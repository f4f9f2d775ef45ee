
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

export interface AddToCall extends CallRequest {
    accountIds: string[];
    callId: string;
    groupName: string;
    type: "add";
}

export interface AnswerOffer extends CallRequest {
    answer: string;
    callId: string;
    endpointId: string;
    transportId: string;
    type: "sdp.answer";
}

export interface AskCall extends ClientMessage {
    request: CallRequestUnion;
    requestId: string;
    type: "call.request";
}

export interface Call {
    answeredAt: number | null;
    conversationId: string;
    end: CallEnd | null;
    id: string;
    participants: CallParticipant[];
    ringsUntil: number | null;
    route: CallRoute;
    startedAt: number;
    startedBy: string;
    version: number;
    video: boolean;
}

export interface CallChanged extends ServerMessage {
    call: Call;
    type: "call.changed";
}

export interface CallEnd {
    at: number;
    movedTo: string | null;
    reason: EndReason;
}

export interface CallEnded extends MessageBody {
    accountIds: string[];
    callId: string;
    durationMs: number;
    reason: EndReason;
    type: "call.ended";
    video: boolean;
}

export interface CallEvent {
    type: "layer" | "reaction" | "room.lost" | "signal" | "speaking";
}

export interface CallHappened extends ServerMessage {
    callId: string;
    event: CallEventUnion;
    type: "call.event";
}

export interface CallPage {
    calls: CallSummary[];
    more: boolean;
}

export interface CallParticipant {
    accountId: string;
    connected: boolean;
    endpointId: string | null;
    media: MediaState;
    state: ParticipantState;
    tracks: Track[];
}

export interface CallReplied extends ServerMessage {
    reply: CallReplyUnion;
    requestId: string;
    type: "call.reply";
}

export interface CallReply {
    type: "consumer" | "done" | "ice" | "ice_servers" | "joined" | "sdp.offered" | "producer" | "sdp.published" | "room" | "transport";
}

export interface CallRequest {
    type: "add" | "sdp.answer" | "producer.close" | "transport.connect" | "consumer.open" | "decline" | "end" | "ice_servers" | "join" | "leave" | "probe.open" | "room.open" | "transport.open" | "producer.open" | "sdp.publish" | "react" | "transport.restart_ice" | "signal" | "consumer.set" | "media" | "producer.set" | "start" | "sdp.subscribe" | "use_media_service";
}

export interface CallSummary {
    accountIds: string[];
    conversationId: string;
    durationMs: number;
    id: string;
    myState: ParticipantState;
    quality: QualityCause | null;
    reason: EndReason;
    startedAt: number;
    startedBy: string;
    video: boolean;
}

export interface Candidate extends Signal {
    candidate: string;
    sdpMid: string | null;
    sdpMLineIndex: number | null;
    type: "candidate";
    usernameFragment: string | null;
}

export interface ChangePassword {
    currentPassword: string;
    newPassword: string;
}

export interface ChangeRole {
    role: Role;
}

export interface ClientMessage {
    type: "call.request" | "hello" | "receipt.delivered" | "receipt.read" | "ping" | "message.send" | "typing.set" | "sync.conversation" | "presence.watch";
}

export interface CloseProducer extends CallRequest {
    callId: string;
    endpointId: string;
    producerId: string;
    type: "producer.close";
}

export interface Connectivity {
    announcedAddress: string | null;
    iceServers: IceServer[];
    mediaPorts: number[];
    mediaProblem: string | null;
    mediaService: boolean;
    serverTime: number;
}

export interface ConnectTransport extends CallRequest {
    callId: string;
    dtlsParameters: string;
    endpointId: string;
    transportId: string;
    type: "transport.connect";
}

export interface Consume extends CallRequest {
    callId: string;
    endpointId: string;
    producerId: string;
    rtpCapabilities: string;
    transportId: string;
    type: "consumer.open";
}

export interface Consumed extends CallReply {
    consumerId: string;
    kind: string;
    producerId: string;
    producerPaused: boolean;
    rtpParameters: string;
    type: "consumer";
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

export interface DeclineCall extends CallRequest {
    callId: string;
    type: "decline";
}

export interface Description extends Signal {
    kind: string;
    sdp: string;
    type: "description";
}

export interface Done extends CallReply {
    type: "done";
}

export interface EndCall extends CallRequest {
    callId: string;
    type: "end";
}

export interface FieldError {
    field: string;
    reason: string;
}

export interface ForgotPassword {
    email: string;
}

export interface GetIceServers extends CallRequest {
    type: "ice_servers";
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

export interface IceRestarted extends CallReply {
    iceParameters: string;
    type: "ice";
}

export interface IceServer {
    credential: string | null;
    urls: string[];
    username: string | null;
}

export interface IceServers extends CallReply {
    iceServers: IceServer[];
    type: "ice_servers";
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

export interface JoinCall extends CallRequest {
    callId: string;
    endpointId: string;
    media: MediaState;
    type: "join";
}

export interface Joined extends CallReply {
    call: Call;
    iceServers: IceServer[];
    type: "joined";
}

export interface LayerWanted extends CallEvent {
    producerId: string;
    spatialLayer: number | null;
    type: "layer";
}

export interface LeaveCall extends CallRequest {
    callId: string;
    quality: QualityCause | null;
    type: "leave";
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

export interface MediaState {
    camera: boolean;
    hand: boolean;
    microphone: boolean;
    screen: boolean;
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
    type: "call.ended" | "group.created" | "group.picture_changed" | "group.renamed" | "member.left" | "member.removed" | "members.added" | "member.role_changed" | "text";
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

export interface Offered extends CallReply {
    offer: string | null;
    tracks: ReceivedTrack[];
    type: "sdp.offered";
}

export interface OpenProbe extends CallRequest {
    endpointId: string;
    probeId: string;
    type: "probe.open";
}

export interface OpenRoom extends CallRequest {
    callId: string;
    endpointId: string;
    type: "room.open";
}

export interface OpenTransport extends CallRequest {
    callId: string;
    direction: TransportDirection;
    endpointId: string;
    tcpOnly: boolean;
    type: "transport.open";
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

export interface Produce extends CallRequest {
    callId: string;
    endpointId: string;
    paused: boolean;
    rtpParameters: string;
    source: TrackSource;
    transportId: string;
    type: "producer.open";
}

export interface Produced extends CallReply {
    producerId: string;
    type: "producer";
}

export interface Publish extends CallRequest {
    callId: string;
    endpointId: string;
    lines: PublishedLine[];
    offer: string;
    transportId: string;
    type: "sdp.publish";
}

export interface Published extends CallReply {
    answer: string;
    tracks: SentTrack[];
    type: "sdp.published";
}

export interface PublishedLine {
    mid: string;
    paused: boolean;
    source: TrackSource;
}

export interface React extends CallRequest {
    callId: string;
    emoji: string;
    type: "react";
}

export interface Reacted extends CallEvent {
    accountId: string;
    emoji: string;
    type: "reaction";
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

export interface ReceivedTrack {
    consumerId: string;
    kind: string;
    mid: string;
    producerId: string;
    producerPaused: boolean;
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

export interface RestartIce extends CallRequest {
    callId: string;
    endpointId: string;
    transportId: string;
    type: "transport.restart_ice";
}

export interface RoleChanged extends MessageBody {
    accountId: string;
    role: Role;
    type: "member.role_changed";
}

export interface RoomLost extends CallEvent {
    type: "room.lost";
}

export interface RoomOpened extends CallReply {
    rtpCapabilities: string;
    type: "room";
}

export interface RunningCalls extends ServerMessage {
    calls: Call[];
    type: "call.list";
}

export interface SendMessage extends ClientMessage {
    body: MessageBodyUnion;
    conversationId: string;
    id: string;
    requestId: string;
    type: "message.send";
}

export interface SendSignal extends CallRequest {
    callId: string;
    endpointId: string;
    signal: SignalUnion;
    to: string;
    type: "signal";
}

export interface SentTrack {
    mid: string;
    producerId: string;
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
    type: "account.changed" | "call.changed" | "call.event" | "call.reply" | "conversation.changed" | "conversation.removed" | "error" | "message.accepted" | "message.new" | "person.changed" | "pong" | "presence.changed" | "receipts.moved" | "call.list" | "conversation.state" | "sync.done" | "sync.people" | "typing.changed" | "welcome";
}

export interface SessionInfo {
    createdAt: number;
    current: boolean;
    deviceName: string;
    id: string;
    lastUsedAt: number;
}

export interface SetConsumer extends CallRequest {
    callId: string;
    consumerId: string;
    endpointId: string;
    paused: boolean;
    spatialLayer: number;
    type: "consumer.set";
}

export interface SetMedia extends CallRequest {
    callId: string;
    endpointId: string;
    media: MediaState;
    type: "media";
}

export interface SetPreferences {
    muted: boolean;
    pinned: boolean;
}

export interface SetProducer extends CallRequest {
    callId: string;
    endpointId: string;
    paused: boolean;
    producerId: string;
    type: "producer.set";
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

export interface Signal {
    type: "candidate" | "description";
}

export interface Signalled extends CallEvent {
    from: string;
    signal: SignalUnion;
    type: "signal";
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

export interface Speaking extends CallEvent {
    accountIds: string[];
    type: "speaking";
}

export interface StartCall extends CallRequest {
    callId: string;
    conversationId: string;
    endpointId: string;
    media: MediaState;
    type: "start";
    video: boolean;
}

export interface StateOfConversation extends ServerMessage {
    state: ConversationState;
    type: "conversation.state";
}

export interface Subscribe extends CallRequest {
    callId: string;
    capabilities: string;
    endpointId: string;
    producerIds: string[];
    transportId: string;
    type: "sdp.subscribe";
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

export interface Track {
    producerId: string;
    source: TrackSource;
}

export interface TransportOpened extends CallReply {
    dtlsParameters: string;
    iceCandidates: string;
    iceParameters: string;
    transportId: string;
    type: "transport";
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

export interface UseMediaService extends CallRequest {
    callId: string;
    type: "use_media_service";
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

export type CallEventUnion = Signalled | Reacted | Speaking | LayerWanted | RoomLost;

export type CallReplyUnion = Done | Joined | IceServers | RoomOpened | TransportOpened | IceRestarted | Produced | Consumed | Published | Offered;

export type CallRequestUnion = StartCall | JoinCall | DeclineCall | LeaveCall | EndCall | AddToCall | SetMedia | React | SendSignal | GetIceServers | UseMediaService | OpenRoom | OpenProbe | OpenTransport | ConnectTransport | RestartIce | Produce | SetProducer | CloseProducer | Consume | SetConsumer | Publish | Subscribe | AnswerOffer;

export type CallRoute = "direct" | "media_service";

export type ClientMessageUnion = Hello | SendMessage | MarkRead | MarkDelivered | SetTyping | WatchPresence | SyncConversation | AskCall | Ping;

export type ContactState = "contact" | "incoming" | "outgoing" | "blocked";

export type ConversationKind = "direct" | "group";

export type EndReason = "finished" | "declined" | "busy" | "missed" | "cancelled" | "moved" | "lost";

export type ErrorCode = "request.malformed" | "request.invalid" | "request.too_large" | "not_found" | "method.not_allowed" | "origin.forbidden" | "rate.limited" | "server.busy" | "server.internal" | "auth.required" | "auth.invalid_credentials" | "auth.session_ended" | "auth.administrator_required" | "account.username_taken" | "account.email_taken" | "account.password_weak" | "account.wrong_password" | "account.registration_closed" | "account.invitation_invalid" | "account.reset_invalid" | "account.mail_unavailable" | "avatar.unreadable" | "contact.self" | "contact.limit" | "contact.no_request" | "contact.required" | "conversation.not_found" | "conversation.not_group" | "conversation.forbidden" | "conversation.full" | "conversation.limit" | "conversation.last_owner" | "member.not_found" | "message.id_conflict" | "message.empty" | "message.too_long" | "message.body_not_allowed" | "call.not_found" | "call.ended" | "call.full" | "call.in_another" | "call.not_joined" | "call.forbidden" | "call.media_unavailable" | "call.media_refused" | "protocol.unsupported" | "protocol.hello_expected" | "protocol.unknown_type";

export type MessageBodyUnion = TextBody | GroupCreated | GroupRenamed | GroupPictureChanged | MembersAdded | MemberRemoved | MemberLeft | RoleChanged | CallEnded;

export type ParticipantState = "ringing" | "joined" | "declined" | "unanswered" | "busy" | "left";

export type QualityCause = "uplink" | "downlink" | "processor" | "their_network" | "relayed";

export type RegistrationMode = "open" | "invitation" | "closed";

export type Role = "owner" | "admin" | "member";

export type ServerMessageUnion = Welcome | AccountChanged | SyncPeople | SyncDone | StateOfConversation | ConversationChanged | ConversationRemoved | MessageAccepted | NewMessage | ReceiptsMoved | TypingChanged | PresenceChanged | PersonChanged | RunningCalls | CallChanged | CallHappened | CallReplied | ServerError | Pong;

export type SignalUnion = Description | Candidate;

export type TokenTransport = "cookie" | "bearer";

export type TrackSource = "microphone" | "camera" | "screen" | "screen_audio";

export type TransportDirection = "send" | "receive";
