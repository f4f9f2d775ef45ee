import { useState } from "react";
import { useClient } from "../../app/ClientContext.ts";
import { useMyId } from "../../app/people.ts";
import { useToasts } from "../../app/ToastsContext.ts";
import type { Person } from "../../core/protocol.ts";
import { useErrorText } from "../../text/errors.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { AddPersonIcon, GroupIcon } from "../../ui/icons.ts";
import { SearchField } from "../../ui/SearchField.tsx";
import { PersonActions } from "../contacts/PersonActions.tsx";
import { useContacts } from "../contacts/useContactState.ts";
import list from "../conversation-list/ConversationList.module.css";
import { matches } from "../people/matches.ts";
import { PersonRow } from "../people/PersonRow.tsx";
import { usePeopleSearch } from "../people/usePeopleSearch.ts";
import styles from "./NewConversation.module.css";

interface Props {
  readonly onClose: () => void;
  readonly onOpened: (conversationId: string) => void;
  readonly onNewGroup: () => void;
}

/** Write to a contact, find somebody new, or start a group. */
export function NewChatDialog({ onClose, onOpened, onNewGroup }: Props) {
  const { t } = useTexts();
  const { conversations } = useClient();
  const toasts = useToasts();
  const errorText = useErrorText();
  const me = useMyId();
  const [query, setQuery] = useState("");
  const search = usePeopleSearch(query);
  const contacts = useContacts("contact").map((contact) => contact.person);
  const own = contacts.filter((person) => matches(query, person.displayName, person.username));
  const found = search.state === "found" || search.state === "searching" ? search.people : [];
  const others = found.filter((person) => person.id !== me && !own.some((known) => known.id === person.id));

  const write = async (person: Person) => {
    try {
      onOpened(await conversations.openDirect(person.id));
    } catch (failure) {
      toasts.show({ text: errorText(failure) });
    }
  };

  return (
    <Dialog title={t("newChat.title")} onClose={onClose} flush tall>
      <div className={styles.top}>
        <SearchField label={t("newChat.search")} value={query} onValue={setQuery} autoFocus />
      </div>
      <div className={styles.list}>
        {query === "" ? (
          <button type="button" className={styles.newGroup} onClick={onNewGroup}>
            <span className={styles.disc}>
              <GroupIcon />
            </span>
            {t("newChat.group")}
          </button>
        ) : null}
        {own.length > 0 ? <h3 className={list.heading}>{t("newChat.contacts")}</h3> : null}
        <ul>
          {own.map((person) => (
            <li key={person.id}>
              <PersonRow person={person} onOpen={() => void write(person)} />
            </li>
          ))}
        </ul>
        {others.length > 0 ? <h3 className={list.heading}>{t("list.groupPeople")}</h3> : null}
        <ul>
          {others.map((person) => (
            <li key={person.id}>
              <PersonRow person={person} actions={<PersonActions person={person} onOpened={onClose} />} />
            </li>
          ))}
        </ul>
        {contacts.length === 0 && query === "" ? (
          <EmptyState
            icon={<AddPersonIcon size={26} />}
            title={t("contacts.findHint")}
            text={t("contacts.findText")}
          />
        ) : null}
        {search.state === "found" && own.length + others.length === 0 ? (
          <EmptyState title={t("contacts.findNothing", { query })} text={t("list.nothingText")} />
        ) : null}
        {search.state === "failed" ? <EmptyState title={errorText(search.failure)} /> : null}
      </div>
    </Dialog>
  );
}
