/** What the screens can have done, apart from messages: mostly one request each; the answer comes as a frame too. */
import type {
  AccountActions,
  AdminActions,
  ContactActions,
  ConversationActions,
  MessageActions,
  SessionActions,
} from "./client.ts";
import type { Api, OpenApi } from "./http/api.ts";
import type { Preferences } from "./preferences/preferences.ts";
import { LIMITS } from "./protocol.ts";
import { preferencesOf } from "./selectors/conversations.ts";
import type { SessionKeeper } from "./session/session.ts";
import { ApiError } from "./types.ts";
import type { Workspace } from "./workspace.ts";

export function sessionActions(
  session: SessionKeeper,
  openApi: OpenApi,
  api: Api,
  workspace: Workspace,
): SessionActions {
  return {
    serverInfo: () => openApi.serverInfo(),
    signIn: (input) => session.signIn(input),
    register: (input) => session.register(input),
    signOut: () => session.signOut(() => workspace.forget()),
    forgotPassword: (email) => openApi.forgotPassword(email),
    resetPassword: (token, newPassword) => openApi.resetPassword({ token, newPassword }),
    list: () => api.sessions(),
    end: (id) => api.endSession(id),
    endOthers: () => api.endOtherSessions(),
  };
}

export function messageActions(workspace: Workspace): MessageActions {
  const { history, outbox, receipts, typing, drafts, presence } = workspace;
  return {
    sendText: (conversationId, text, mentions = []) =>
      workspace.send(conversationId, {
        type: "text",
        text,
        mentions: [...mentions].slice(0, LIMITS.MENTIONS_MAX),
      }),
    retry: (conversationId, id) => outbox.retry(conversationId, id),
    discard: (conversationId, id) => outbox.discard(conversationId, id),
    open: (conversationId) => workspace.open(conversationId),
    loadOlder: (conversationId) => history.loadOlder(conversationId),
    loadNewer: (conversationId) => history.loadNewer(conversationId),
    jumpTo: (conversationId, seq) => history.jumpTo(conversationId, seq),
    jumpToNewest: (conversationId) => history.jumpToNewest(conversationId),
    markRead: (conversationId, seq) => receipts.read(conversationId, seq),
    setTyping: (conversationId, on) => typing.set(conversationId, on),
    setDraft: (conversationId, text) => drafts.set(conversationId, text),
    watchPresence: (accountIds) => presence.watch(accountIds),
  };
}

export function contactActions(api: Api): ContactActions {
  let searches = 0;
  return {
    search: async (query) => {
      const turn = ++searches;
      const wanted = query.trim();
      const found = wanted === "" ? [] : await api.searchPeople(wanted);
      return turn === searches ? found : null;
    },
    request: async (id) => void (await api.requestContact(id)),
    accept: async (id) => void (await api.acceptContact(id)),
    decline: async (id) => void (await api.declineContact(id)),
    cancel: async (id) => void (await api.cancelContact(id)),
    remove: async (id) => void (await api.removeContact(id)),
    block: async (id) => void (await api.block(id)),
    unblock: async (id) => void (await api.unblock(id)),
  };
}

export function conversationActions(api: Api, workspace: Workspace, uuid: () => string): ConversationActions {
  /** A group whose making got no answer may exist: asked for once more, it keeps its id. */
  let unanswered: { readonly wish: string; readonly id: string } | null = null;
  return {
    openDirect: async (accountId) => workspace.told(await api.createDirect(accountId)),
    createGroup: async (name, accountIds) => {
      const wish = JSON.stringify([name, accountIds]);
      const id = unanswered?.wish === wish ? unanswered.id : uuid();
      unanswered = { wish, id };
      workspace.told(await api.createGroup({ id, name, accountIds: [...accountIds] }));
      unanswered = null;
      return id;
    },
    rename: async (id, name) => void (await api.renameGroup(id, name)),
    setPicture: async (id, picture) =>
      void (await (picture ? api.setPicture(id, picture) : api.removePicture(id))),
    addMembers: async (id, accountIds) => void (await api.addMembers(id, accountIds)),
    removeMember: async (id, accountId) => void (await api.removeMember(id, accountId)),
    changeRole: async (id, accountId, role) => void (await api.changeRole(id, accountId, role)),
    leave: async (id) => void (await api.removeMember(id, workspace.replica.state.get().accountId)),
    setPreferences: async (id, change) => {
      const held = preferencesOf(workspace.replica.state.get().account, id);
      const wanted = { muted: held?.muted ?? false, pinned: held?.pinned ?? false, ...change };
      await api.setPreferences(id, wanted);
    },
  };
}

export function accountActions(api: Api, workspace: Workspace, preferences: Preferences): AccountActions {
  return {
    updateProfile: async (input) => void (await api.updateProfile(input)),
    setAvatar: async (picture) => void (await (picture ? api.setAvatar(picture) : api.removeAvatar())),
    updateSettings: async (change) => {
      const held = workspace.replica.state.get().account?.settings;
      if (!held) throw new ApiError("network.unreachable");
      await api.updateSettings({ ...held, ...change });
    },
    changePassword: async (currentPassword, newPassword) =>
      void (await api.changePassword({ currentPassword, newPassword })),
    setPreferences: (change) => preferences.set(change),
  };
}

export function adminActions(api: Api): AdminActions {
  return {
    invitations: () => api.invitations(),
    createInvitation: (input) => api.createInvitation(input),
    revokeInvitation: (id) => api.revokeInvitation(id),
    passwordResetLink: (id) => api.passwordResetLink(id),
  };
}
