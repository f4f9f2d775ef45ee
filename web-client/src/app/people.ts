import { useMemo } from "react";
import type { ConversationView } from "../core/index.ts";
import { derive, shallowEqual } from "../core/observable.ts";
import type { Person } from "../core/protocol.ts";
import { useTexts } from "../text/TextsContext.ts";
import { useClient } from "./ClientContext.ts";
import { useObservable } from "./useObservable.ts";

export function avatarUrl(avatarId: string | null | undefined): string | null {
  return avatarId ? `/api/avatars/${avatarId}` : null;
}

export function usePerson(accountId: string): Person | null {
  return useObservable(useClient().state.person(accountId));
}

export function useOnline(accountId: string | null): boolean {
  const { state } = useClient();
  const presence = useObservable(state.presence(accountId ?? ""));
  return accountId !== null && (presence?.online ?? false);
}

/** Profiles of several people, in the order of their ids; null where one is not known. */
export function usePeople(accountIds: readonly string[]): readonly (Person | null)[] {
  const { state } = useClient();
  const key = accountIds.join();
  const people = useMemo(() => {
    const ids = key === "" ? [] : key.split(",");
    return derive(
      ids.map((id) => state.person(id)),
      (...found): readonly (Person | null)[] => found,
      shallowEqual,
    );
  }, [state, key]);
  return useObservable(people);
}

/** How many of these people are online. */
export function useOnlineCount(accountIds: readonly string[]): number {
  const { state } = useClient();
  const key = accountIds.join();
  const count = useMemo(() => {
    const ids = key === "" ? [] : key.split(",");
    return derive(
      ids.map((id) => state.presence(id)),
      (...found) => found.filter((presence) => presence?.online).length,
    );
  }, [state, key]);
  return useObservable(count);
}

/** One's own account id; the screens that ask are only shown to somebody signed in. */
export function useMyId(): string {
  const session = useObservable(useClient().state.session);
  return session.state === "signedIn" ? session.accountId : "";
}

/** What a conversation is called and how it looks: a group by itself, a direct one by the other person. */
export function useConversationFace(conversation: ConversationView): {
  readonly id: string;
  readonly name: string;
  readonly pictureUrl: string | null;
} {
  const { t } = useTexts();
  const other = usePerson(conversation.otherId ?? "");
  if (conversation.otherId === null) {
    return {
      id: conversation.id,
      name: conversation.name ?? "",
      pictureUrl: avatarUrl(conversation.avatarId),
    };
  }
  return {
    id: conversation.otherId,
    name: other?.displayName ?? t("system.someone"),
    pictureUrl: avatarUrl(other?.avatarId),
  };
}
