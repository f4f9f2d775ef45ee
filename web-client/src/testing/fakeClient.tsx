import { type ReactElement, type ReactNode, Suspense } from "react";
import { ClientProvider } from "../app/ClientContext.ts";
import { NavigationProvider } from "../app/NavigationContext.ts";
import { Questions } from "../app/Questions.tsx";
import type { Navigation, Route } from "../app/route.ts";
import { ToastsProvider } from "../app/ToastsContext.ts";
import { createToasts } from "../app/toasts.ts";
import type { ChatClient, ConversationView } from "../core/index.ts";
import { createStore, type Observable } from "../core/observable.ts";
import type { Account, Person } from "../core/protocol.ts";
import type { DevicePreferences } from "../core/types.ts";
import { CallStageProvider } from "../features/call/CallStageContext.ts";
import { createCallStage } from "../features/call/callStage.ts";
import { inEnglish } from "./english.tsx";
import { FakeCalls } from "./fakeCalls.ts";

export const ME = "me";

/** A core whose state a test sets, with one's own id "me" and people called after their ids. */
export function fakeClient() {
  const calls = new FakeCalls();
  const preferences = createStore<DevicePreferences>({
    theme: "system",
    language: null,
    sound: true,
    notifications: true,
    notificationPreview: true,
    enterSends: true,
    callPreview: true,
  });
  const people = new Map<string, Observable<Person>>();
  const conversations = new Map<string, Observable<ConversationView | null>>();
  const conversation = (id: string) =>
    kept(conversations, id, () => createStore<ConversationView | null>(null));
  const client = {
    state: {
      session: createStore({ state: "signedIn", accountId: ME }),
      ready: createStore(true),
      account: createStore<Account>(accountOfMine()),
      preferences,
      badge: createStore({ unread: 0, mentions: 0 }),
      clockOffset: createStore(0),
      conversation,
      person: (id: string) => kept(people, id, () => createStore(personCalled(id))),
      presence: () => NOWHERE,
    },
    account: {
      setPreferences: (change: Partial<DevicePreferences>) =>
        preferences.update((now) => ({ ...now, ...change })),
    },
    calls,
  };
  return {
    // Only what the screens of calls ask for is there.
    client: client as unknown as ChatClient,
    calls,
    preferences,
    know: (view: ConversationView) => {
      conversations.set(view.id, createStore<ConversationView | null>(view));
    },
  };
}

const NOWHERE = createStore(null);

function kept<T>(held: Map<string, T>, id: string, make: () => T): T {
  const value = held.get(id) ?? make();
  held.set(id, value);
  return value;
}

/** "ben" is called Ben. */
export function personCalled(id: string): Person {
  const displayName = id === "" ? "" : id[0]?.toUpperCase() + id.slice(1);
  return { id, username: id, displayName, avatarId: null, statusMessage: "" };
}

function accountOfMine(): Account {
  const contacts = ["ben", "clara", "dora"].map((id) => ({
    person: personCalled(id),
    since: 0,
    state: "contact" as const,
  }));
  return { person: personCalled(ME), contacts, preferences: [], administrator: false } as unknown as Account;
}

/** A conversation with these people and oneself; a group where it has a name. */
export function conversationOf(
  id: string,
  others: readonly string[],
  name: string | null = null,
): ConversationView {
  const role = (accountId: string) => (accountId === ME ? "owner" : "member");
  return {
    id,
    kind: name === null ? "direct" : "group",
    name,
    avatarId: null,
    createdAt: 0,
    otherId: name === null ? (others[0] ?? null) : null,
    myRole: name === null ? "member" : "owner",
    members: [ME, ...others].map((accountId) => ({
      accountId,
      role: role(accountId),
      readSeq: 0,
      deliveredSeq: 0,
    })),
    lastSeq: 0,
    last: null,
    activeAt: 0,
    readSeq: 0,
    unread: 0,
    unreadMentions: 0,
    firstUnreadSeq: null,
    muted: false,
    pinned: false,
  };
}

/** Everything that the screens stand on. */
export function fakeSurroundings(world: ReturnType<typeof fakeClient>) {
  const route = createStore<Route>({ name: "chats" });
  const navigation: Navigation = { route, go: (next) => route.set(next) };
  const toasts = createToasts();
  const stage = createCallStage();
  const around = (children: ReactNode): ReactElement =>
    inEnglish(
      <ClientProvider value={world.client}>
        <NavigationProvider value={navigation}>
          <ToastsProvider value={toasts}>
            <Questions>
              <CallStageProvider value={stage}>
                <Suspense>{children}</Suspense>
              </CallStageProvider>
            </Questions>
          </ToastsProvider>
        </NavigationProvider>
      </ClientProvider>,
    );
  return { around, route, toasts, stage };
}
