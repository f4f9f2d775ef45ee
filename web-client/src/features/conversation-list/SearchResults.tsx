import { useMemo } from "react";
import { useClient } from "../../app/ClientContext.ts";
import { useNavigation } from "../../app/NavigationContext.ts";
import { useMyId, usePeople } from "../../app/people.ts";
import { useObservable } from "../../app/useObservable.ts";
import type { ConversationView } from "../../core/index.ts";
import { useErrorText } from "../../text/errors.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { SearchIcon } from "../../ui/icons.ts";
import { SkeletonRows } from "../../ui/Skeleton.tsx";
import { PersonActions } from "../contacts/PersonActions.tsx";
import { matches } from "../people/matches.ts";
import { PersonRow } from "../people/PersonRow.tsx";
import { usePeopleSearch } from "../people/usePeopleSearch.ts";
import styles from "./ConversationList.module.css";
import { ConversationRow } from "./ConversationRow.tsx";

interface Props {
  readonly query: string;
  readonly onOpened: () => void;
}

/** Conversations by name, then people of the whole server. */
export function SearchResults({ query, onOpened }: Props) {
  const { t } = useTexts();
  const navigation = useNavigation();
  const errorText = useErrorText();
  const me = useMyId();
  const conversations = useMatchingConversations(query);
  const search = usePeopleSearch(query);

  const shownDirectly = new Set(conversations.map((conversation) => conversation.otherId));
  const found = search.state === "found" || search.state === "searching" ? search.people : [];
  const people = found.filter((person) => person.id !== me && !shownDirectly.has(person.id));
  const open = (id: string) => {
    navigation.go({ name: "conversation", id });
    onOpened();
  };

  const nothing = conversations.length === 0 && people.length === 0;
  return (
    <div className={styles.list}>
      {conversations.length > 0 ? <h2 className={styles.heading}>{t("list.groupChats")}</h2> : null}
      <ul>
        {conversations.map((conversation) => (
          <li key={conversation.id}>
            <ConversationRow conversation={conversation} current={false} onOpen={open} />
          </li>
        ))}
      </ul>
      {people.length > 0 ? <h2 className={styles.heading}>{t("list.groupPeople")}</h2> : null}
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <PersonRow person={person} actions={<PersonActions person={person} onOpened={onOpened} />} />
          </li>
        ))}
      </ul>
      {nothing && search.state === "searching" ? <SkeletonRows count={3} /> : null}
      {search.state === "failed" ? (
        <EmptyState title={errorText(search.failure)} />
      ) : nothing && search.state === "found" ? (
        <EmptyState
          icon={<SearchIcon size={24} />}
          title={t("list.nothing", { query })}
          text={t("list.nothingText")}
        />
      ) : null}
    </div>
  );
}

function useMatchingConversations(query: string): readonly ConversationView[] {
  const conversations = useObservable(useClient().state.conversations);
  const others = usePeople(conversations.map((conversation) => conversation.otherId ?? ""));
  return useMemo(
    () =>
      conversations.filter((conversation, at) => {
        const other = others[at];
        return other
          ? matches(query, other.displayName, other.username)
          : matches(query, conversation.name ?? "");
      }),
    [conversations, others, query],
  );
}
