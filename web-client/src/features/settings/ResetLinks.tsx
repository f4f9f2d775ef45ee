import { useState } from "react";
import { useClient } from "../../app/ClientContext.ts";
import { useAction } from "../../app/useAction.ts";
import type { PasswordResetLink, Person } from "../../core/protocol.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { fullTime } from "../../text/times.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { PersonRow } from "../people/PersonRow.tsx";
import { usePeopleSearch } from "../people/usePeopleSearch.ts";
import { LinkBox } from "./LinkBox.tsx";
import styles from "./Settings.module.css";

/** For somebody who forgot their password on a server without mail. */
export function ResetLinks() {
  const texts = useTexts();
  const { t } = texts;
  const { admin } = useClient();
  const run = useAction();
  const [query, setQuery] = useState("");
  const [made, setMade] = useState<{ readonly person: Person; readonly link: PasswordResetLink } | null>(
    null,
  );
  const search = usePeopleSearch(query);
  const people = search.state === "found" || search.state === "searching" ? search.people : [];

  const make = (person: Person) =>
    run(async () => {
      setMade({ person, link: await admin.passwordResetLink(person.id) });
      setQuery("");
    });

  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{t("admin.reset")}</h2>
      <p className={styles.text}>{t("admin.resetText")}</p>
      {made ? (
        <>
          <Notice tone="calm">
            {t("admin.resetMade", {
              name: made.person.displayName,
              when: fullTime(texts, new Date(made.link.expiresAt)),
            })}
          </Notice>
          <LinkBox path={made.link.link} />
        </>
      ) : null}
      <SearchField label={t("admin.choosePerson")} value={query} onValue={setQuery} />
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <PersonRow
              person={person}
              actions={
                <Button
                  aria-label={t("admin.resetCreate", { name: person.displayName })}
                  onClick={() => make(person)}
                >
                  {t("action.create")}
                </Button>
              }
            />
          </li>
        ))}
      </ul>
      {search.state === "found" && people.length === 0 ? (
        <p className={styles.text}>{t("contacts.findNothing", { query })}</p>
      ) : null}
    </section>
  );
}
