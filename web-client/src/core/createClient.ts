import {
  accountActions,
  adminActions,
  contactActions,
  conversationActions,
  messageActions,
  sessionActions,
} from "./actions.ts";
import type { ChatClient } from "./client.ts";
import { clientState } from "./clientState.ts";
import { backOff } from "./connection/reconnectPolicy.ts";
import { openApi, signedInApi } from "./http/api.ts";
import { Requester, SignedInRequester } from "./http/requester.ts";
import { noticeOf } from "./notifications/decide.ts";
import type { Ports } from "./ports.ts";
import { Preferences } from "./preferences/preferences.ts";
import type { Message } from "./protocol.ts";
import { Access } from "./session/access.ts";
import { SessionKeeper } from "./session/session.ts";
import type { Notice } from "./types.ts";
import { Workspace } from "./workspace.ts";

/** Puts the parts together. Nothing happens before `start`. */
export function createClient(ports: Ports): ChatClient {
  const policy = backOff(ports.random.fraction);
  const requester = new Requester(ports.http);
  const open = openApi(requester);
  const access = new Access(open, ports.locks, ports.settings, ports.timers, () => session.ended());
  const api = signedInApi(new SignedInRequester(requester, access));
  const session = new SessionKeeper(ports, open, api, access, policy);
  const preferences = new Preferences(ports.settings);
  const listeners = new Set<(notice: Notice) => void>();
  const workspace = new Workspace(ports, api, policy, {
    signedOut: () => session.ended(),
    someoneElse: (accountId) => session.becomes(accountId),
    arrived: (message) => announce(message),
  });
  const state = clientState(workspace, session.session, preferences.state);

  const announce = (message: Message) => {
    const { board } = workspace;
    const { accountId, people } = workspace.replica.state.get();
    const conversation = state.conversation(message.conversationId).get();
    if (!conversation) return;
    const attention = {
      here: ports.environment.visible(),
      shown: board.shows(message.conversationId),
      anywhere: board.visibleAnywhere(),
      speaker: board.speaks(),
    };
    const sender = people.get(message.senderId) ?? null;
    const notice = noticeOf(message, accountId, sender, conversation, attention, preferences.state.get());
    if (notice) for (const listener of [...listeners]) listener(notice);
  };

  let running = "";
  const follow = () => {
    const now = session.session.get();
    const accountId = now.state === "signedIn" ? now.accountId : "";
    if (accountId === running) return;
    running = accountId;
    if (accountId === "") workspace.end();
    else void workspace.begin(accountId);
  };
  let stopFollowing = () => {};

  return {
    state,
    session: sessionActions(session, open, api, workspace),
    messages: messageActions(workspace),
    contacts: contactActions(api),
    conversations: conversationActions(api, workspace, ports.random.uuid),
    account: accountActions(api, workspace, preferences),
    admin: adminActions(api),
    calls: workspace.calls.actions,
    start: () => {
      stopFollowing = session.session.subscribe(follow);
      session.start();
    },
    stop: () => {
      stopFollowing();
      session.stop();
      workspace.end();
      running = "";
    },
    onNotice: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
