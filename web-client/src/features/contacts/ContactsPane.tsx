import { useState } from "react";
import { useClient } from "../../app/ClientContext.ts";
import { useMyId } from "../../app/people.ts";
import { useObservable } from "../../app/useObservable.ts";
import type { Contact } from "../../core/protocol.ts";
import { useErrorText } from "../../text/errors.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { AddPersonIcon, SearchIcon } from "../../ui/icons.ts";
import { SearchField } from "../../ui/SearchField.tsx";
import { SkeletonRows } from "../../ui/Skeleton.tsx";
import list from "../conversation-list/ConversationList.module.css";
import { ListHeader } from "../conversation-list/ListHeader.tsx";
import { matches } from "../people/matches.ts";
import { PersonRow } from "../people/PersonRow.tsx";
import { usePeopleSearch } from "../people/usePeopleSearch.ts";
import { ContactRow } from "./ContactRow.tsx";
import { PersonActions } from "./PersonActions.tsx";
import { useContacts } from "./useContactState.ts";

/** Requests both ways, one's contacts, and everybody else as one types. */
export function ContactsPane() {
  const { t } = useTexts();
  const [query, setQuery] = useState("");
  return (
    <>
      <ListHeader title={t("contacts.title")}>
        <SearchField label={t("contacts.find")} value={query} onValue={setQuery} />
      </ListHeader>
      <div className={list.list}>{query.trim() === "" ? <OwnContacts /> : <FoundPeople query={query} />}</div>
    </>
  );
}

function OwnContacts() {
  const { t } = useTexts();
  const account = useObservable(useClient().state.account);
  const incoming = useContacts("incoming");
  const outgoing = useContacts("outgoing");
  const contacts = useContacts("contact");

  if (account === null) return <SkeletonRows count={7} />;
  if (incoming.length + outgoing.length + contacts.length === 0) {
    return (
      <EmptyState
        icon={<AddPersonIcon size={26} />}
        title={t("contacts.empty")}
        text={t("contacts.emptyText")}
      />
    );
  }
  return (
    <>
      {incoming.length + outgoing.length > 0 ? (
        <section>
          <h2 className={list.heading}>{t("contacts.requests")}</h2>
          <ul>
            {[...incoming, ...outgoing].map((contact) => (
              <Request key={contact.person.id} contact={contact} />
            ))}
          </ul>
        </section>
      ) : null}
      {contacts.length > 0 ? (
        <section>
          <h2 className={list.heading}>{t("contacts.title")}</h2>
          <ul>
            {contacts.map((contact) => (
              <li key={contact.person.id}>
                <ContactRow person={contact.person} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function Request({ contact }: { readonly contact: Contact }) {
  const { t } = useTexts();
  const text = contact.state === "incoming" ? t("contacts.wantsYou") : t("contacts.waiting");
  return (
    <li>
      <PersonRow
        stacked
        person={contact.person}
        text={text}
        actions={<PersonActions person={contact.person} />}
      />
    </li>
  );
}

function FoundPeople({ query }: { readonly query: string }) {
  const { t } = useTexts();
  const me = useMyId();
  const errorText = useErrorText();
  const search = usePeopleSearch(query);
  const contacts = useContacts("contact").map((contact) => contact.person);
  const own = contacts.filter((person) => matches(query, person.displayName, person.username));
  const found = search.state === "found" || search.state === "searching" ? search.people : [];
  const others = found.filter((person) => person.id !== me && !own.some((known) => known.id === person.id));

  return (
    <>
      {own.length > 0 ? <h2 className={list.heading}>{t("contacts.title")}</h2> : null}
      <ul>
        {own.map((person) => (
          <li key={person.id}>
            <ContactRow person={person} />
          </li>
        ))}
      </ul>
      {others.length > 0 ? <h2 className={list.heading}>{t("list.groupPeople")}</h2> : null}
      <ul>
        {others.map((person) => (
          <li key={person.id}>
            <PersonRow person={person} actions={<PersonActions person={person} />} />
          </li>
        ))}
      </ul>
      {search.state === "searching" && own.length + others.length === 0 ? <SkeletonRows count={3} /> : null}
      {search.state === "failed" ? <EmptyState title={errorText(search.failure)} /> : null}
      {search.state === "found" && own.length + others.length === 0 ? (
        <EmptyState
          icon={<SearchIcon size={24} />}
          title={t("contacts.findNothing", { query })}
          text={t("list.nothingText")}
        />
      ) : null}
    </>
  );
}
