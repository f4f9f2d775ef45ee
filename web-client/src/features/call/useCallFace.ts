import { useClient } from "../../app/ClientContext.ts";
import { avatarUrl, useMyId, usePeople, usePerson } from "../../app/people.ts";
import { useObservable } from "../../app/useObservable.ts";
import type { Call } from "../../core/protocol.ts";
import { useTexts } from "../../text/TextsContext.ts";

export interface CallFace {
  readonly id: string;
  readonly name: string;
  readonly pictureUrl: string | null;
  readonly group: boolean;
}

/** What a call is called: by its group, or by the other person; by its people while the conversation is not known yet. */
export function useCallFace(
  call: Pick<Call, "conversationId"> & { readonly people: readonly string[] },
): CallFace {
  const { t, language } = useTexts();
  const me = useMyId();
  const conversation = useObservable(useClient().state.conversation(call.conversationId));
  const others = call.people.filter((id) => id !== me);
  const names = usePeople(others).map((person) => person?.displayName ?? t("system.someone"));
  const otherId = conversation ? conversation.otherId : others.length === 1 ? (others[0] ?? null) : null;
  const other = usePerson(otherId ?? "");
  if (otherId !== null) {
    return {
      id: otherId,
      name: other?.displayName ?? t("system.someone"),
      pictureUrl: avatarUrl(other?.avatarId),
      group: false,
    };
  }
  return {
    id: call.conversationId,
    name: conversation?.name ?? new Intl.ListFormat(language).format(names),
    pictureUrl: avatarUrl(conversation?.avatarId),
    group: true,
  };
}

/** Everybody of a call. */
export function peopleOf(call: Call): readonly string[] {
  return call.participants.map(({ accountId }) => accountId);
}
