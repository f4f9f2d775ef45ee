import { usePerson } from "../../app/people.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { PersonActions } from "../contacts/PersonActions.tsx";
import { useContactState } from "../contacts/useContactState.ts";
import styles from "./Composer.module.css";

/** Stands where the composer would be while one can't write to this person, with the way on. */
export function NotContacts({ accountId }: { readonly accountId: string }) {
  const { t } = useTexts();
  const person = usePerson(accountId);
  const state = useContactState(accountId);
  const name = person?.displayName ?? t("system.someone");
  return (
    <div className={styles.notice}>
      <span>
        {state === "blocked" ? t("conversation.blocked", { name }) : t("conversation.notContacts", { name })}
      </span>
      {person ? <PersonActions person={person} /> : null}
    </div>
  );
}
