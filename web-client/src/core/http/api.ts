/** Every route of the server, typed. The paths stand here and nowhere else. */
import type {
  Account,
  CallPage,
  ChangePassword,
  Connectivity,
  Contact,
  ConversationPreferences,
  ConversationState,
  CreateGroup,
  CreateInvitation,
  Invitation,
  MessagePage,
  PasswordResetLink,
  Person,
  Register,
  ResetPassword,
  Role,
  ServerInfo,
  SessionInfo,
  SetPreferences,
  Settings,
  SignedIn,
  SignIn,
  UpdateProfile,
} from "../protocol.ts";
import type { Method, Payload, Requester, SignedInRequester } from "./requester.ts";

/** A piece of history: the messages before, after or around a `seq`. */
export type PageOf = { readonly before: number } | { readonly after: number } | { readonly around: number };

const at = (strings: TemplateStringsArray, ...values: readonly (string | number)[]) =>
  String.raw({ raw: strings }, ...values.map((value) => encodeURIComponent(value)));

/** What somebody asks who is not signed in yet. */
export function openApi(requester: Requester) {
  const ask = <T>(method: Method, path: string, payload?: Payload) => requester.ask<T>(method, path, payload);
  const signedIn = (path: string, json: unknown) => requester.askDated<SignedIn>("POST", path, { json });
  return {
    serverInfo: () => ask<ServerInfo>("GET", "/api/server"),
    register: (json: Register) => signedIn("/api/accounts", json),
    signIn: (json: SignIn) => signedIn("/api/session", json),
    refresh: () => signedIn("/api/session/refresh", { refreshToken: null }),
    forgotPassword: (email: string) => ask<void>("POST", "/api/password-resets", { json: { email } }),
    resetPassword: (json: ResetPassword) => ask<void>("POST", "/api/password-resets/confirm", { json }),
  };
}

function accountApi(ask: SignedInRequester["ask"]) {
  return {
    account: () => ask<Account>("GET", "/api/account"),
    signOut: () => ask<void>("DELETE", "/api/session"),
    sessions: () => ask<SessionInfo[]>("GET", "/api/sessions"),
    endOtherSessions: () => ask<void>("DELETE", "/api/sessions"),
    endSession: (id: string) => ask<void>("DELETE", at`/api/sessions/${id}`),
    updateProfile: (json: UpdateProfile) => ask<void>("PUT", "/api/account/profile", { json }),
    updateSettings: (json: Settings) => ask<void>("PUT", "/api/account/settings", { json }),
    changePassword: (json: ChangePassword) => ask<void>("POST", "/api/account/password", { json }),
    setAvatar: (blob: Blob) => ask<void>("PUT", "/api/account/avatar", { blob }),
    removeAvatar: () => ask<void>("DELETE", "/api/account/avatar"),
  };
}

function contactApi(ask: SignedInRequester["ask"]) {
  return {
    searchPeople: (query: string) => ask<Person[]>("GET", at`/api/people?q=${query}`),
    requestContact: (accountId: string) =>
      ask<Contact>("POST", "/api/contacts/requests", { json: { accountId } }),
    acceptContact: (id: string) => ask<Contact>("POST", at`/api/contacts/requests/${id}/accept`),
    declineContact: (id: string) => ask<void>("POST", at`/api/contacts/requests/${id}/decline`),
    cancelContact: (id: string) => ask<void>("DELETE", at`/api/contacts/requests/${id}`),
    removeContact: (id: string) => ask<void>("DELETE", at`/api/contacts/${id}`),
    block: (id: string) => ask<void>("PUT", at`/api/blocks/${id}`),
    unblock: (id: string) => ask<void>("DELETE", at`/api/blocks/${id}`),
  };
}

function conversationApi(ask: SignedInRequester["ask"]) {
  return {
    createDirect: (accountId: string) =>
      ask<ConversationState>("POST", "/api/conversations/direct", { json: { accountId } }),
    createGroup: (json: CreateGroup) => ask<ConversationState>("POST", "/api/conversations/groups", { json }),
    renameGroup: (id: string, name: string) =>
      ask<void>("PATCH", at`/api/conversations/${id}`, { json: { name } }),
    setPicture: (id: string, blob: Blob) => ask<void>("PUT", at`/api/conversations/${id}/avatar`, { blob }),
    removePicture: (id: string) => ask<void>("DELETE", at`/api/conversations/${id}/avatar`),
    addMembers: (id: string, accountIds: readonly string[]) =>
      ask<void>("POST", at`/api/conversations/${id}/members`, { json: { accountIds } }),
    removeMember: (id: string, accountId: string) =>
      ask<void>("DELETE", at`/api/conversations/${id}/members/${accountId}`),
    changeRole: (id: string, accountId: string, role: Role) =>
      ask<void>("PATCH", at`/api/conversations/${id}/members/${accountId}`, { json: { role } }),
    setPreferences: (id: string, json: SetPreferences) =>
      ask<ConversationPreferences>("PUT", at`/api/conversations/${id}/preferences`, { json }),
    page: (id: string, of: PageOf, limit: number) => {
      const [[side, seq]] = Object.entries(of) as [[string, number]];
      return ask<MessagePage>(
        "GET",
        `${at`/api/conversations/${id}/messages`}?${side}=${seq}&limit=${limit}`,
      );
    },
  };
}

function callApi(ask: SignedInRequester["ask"]) {
  return {
    calls: (before: string | null) =>
      ask<CallPage>("GET", before === null ? "/api/calls" : at`/api/calls?before=${before}`),
    connectivity: () => ask<Connectivity>("GET", "/api/connectivity"),
  };
}

function adminApi(ask: SignedInRequester["ask"]) {
  return {
    invitations: () => ask<Invitation[]>("GET", "/api/admin/invitations"),
    createInvitation: (json: CreateInvitation) => ask<Invitation>("POST", "/api/admin/invitations", { json }),
    revokeInvitation: (id: string) => ask<void>("DELETE", at`/api/admin/invitations/${id}`),
    passwordResetLink: (id: string) =>
      ask<PasswordResetLink>("POST", at`/api/admin/people/${id}/password-reset`),
  };
}

/** What somebody asks who is signed in. */
export function signedInApi(requester: SignedInRequester) {
  const ask: SignedInRequester["ask"] = (method, path, payload) => requester.ask(method, path, payload);
  return {
    ...accountApi(ask),
    ...contactApi(ask),
    ...conversationApi(ask),
    ...callApi(ask),
    ...adminApi(ask),
  };
}

export type OpenApi = ReturnType<typeof openApi>;
export type Api = ReturnType<typeof signedInApi>;
