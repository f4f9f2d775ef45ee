import { useState } from "react";
import { avatarUrl } from "../../app/people.ts";
import type { Person } from "../../core/protocol.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { Avatar } from "../../ui/Avatar.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { CloseIcon } from "../../ui/icons.ts";
import { SearchField } from "../../ui/SearchField.tsx";
import { useContacts } from "../contacts/useContactState.ts";
import { matches } from "../people/matches.ts";
import { PersonRow } from "../people/PersonRow.tsx";
import styles from "./NewConversation.module.css";

interface Props {
  readonly chosen: readonly Person[];
  readonly onChosen: (people: readonly Person[]) => void;
  /** Those who are not offered: members already. */
  readonly without?: ReadonlySet<string>;
  /** Those to choose from; one's contacts where it is left out. */
  readonly from?: readonly Person[];
}

/** People to choose from, with those chosen on top. */
export function PeopleChooser({ chosen, onChosen, without, from }: Props) {
  const { t } = useTexts();
  const [query, setQuery] = useState("");
  const contacts = useContacts("contact").map((contact) => contact.person);
  const offered = (from ?? contacts).filter((person) => !without?.has(person.id));
  const shown = offered.filter((person) => matches(query, person.displayName, person.username));
  const isChosen = (person: Person) => chosen.some((entry) => entry.id === person.id);
  const toggle = (person: Person) =>
    onChosen(isChosen(person) ? chosen.filter((entry) => entry.id !== person.id) : [...chosen, person]);

  return (
    <>
      <div className={styles.top}>
        <div className={styles.chosen}>
          {chosen.length === 0 ? (
            <span className={styles.hint}>{t("newGroup.selected", { count: 0 })}</span>
          ) : null}
          {chosen.map((person) => (
            <button
              key={person.id}
              type="button"
              className={styles.chip}
              aria-label={t("newGroup.removePerson", { name: person.displayName })}
              onClick={() => toggle(person)}
            >
              <Avatar
                id={person.id}
                name={person.displayName}
                pictureUrl={avatarUrl(person.avatarId)}
                size={20}
              />
              {person.displayName}
              <CloseIcon size={14} />
            </button>
          ))}
        </div>
        <SearchField label={t("contacts.search")} value={query} onValue={setQuery} />
      </div>
      <ul className={styles.list}>
        {shown.map((person) => (
          <li key={person.id}>
            <label className={styles.choice}>
              <PersonRow person={person} />
              <input
                type="checkbox"
                className={styles.box}
                checked={isChosen(person)}
                onChange={() => toggle(person)}
                aria-label={t("people.choose", { name: person.displayName })}
              />
            </label>
          </li>
        ))}
        {shown.length === 0 ? (
          <li>
            {query === "" ? (
              <EmptyState title={t("contacts.empty")} text={t("contacts.emptyText")} />
            ) : (
              <EmptyState title={t("contacts.findNothing", { query })} />
            )}
          </li>
        ) : null}
      </ul>
    </>
  );
}
