import { useClient } from "../../app/ClientContext.ts";
import { avatarUrl, useOnline, usePerson } from "../../app/people.ts";
import { useQuestion } from "../../app/Questions.tsx";
import { useAction } from "../../app/useAction.ts";
import type { ConversationView } from "../../core/index.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { Avatar } from "../../ui/Avatar.tsx";
import { Button } from "../../ui/Button.tsx";
import { BlockIcon, RemovePersonIcon } from "../../ui/icons.ts";
import { blockQuestion, removeContactQuestion } from "../contacts/questions.ts";
import { useContactState } from "../contacts/useContactState.ts";
import { usePresenceText } from "../contacts/usePresenceText.ts";
import { ConversationOptions } from "./ConversationOptions.tsx";
import styles from "./DetailsPane.module.css";

/** The other person of a direct conversation. */
export function PersonDetails({ conversation }: { readonly conversation: ConversationView }) {
  const texts = useTexts();
  const { t } = texts;
  const client = useClient();
  const ask = useQuestion();
  const run = useAction();
  const id = conversation.otherId ?? "";
  const person = usePerson(id);
  const online = useOnline(id);
  const presence = usePresenceText(id);
  const contact = useContactState(id);
  if (!person) return null;
  return (
    <>
      <div className={styles.hero}>
        <Avatar
          id={id}
          name={person.displayName}
          pictureUrl={avatarUrl(person.avatarId)}
          size={96}
          online={online}
        />
        <span className={styles.name} dir="auto">
          {person.displayName}
        </span>
        <span className={styles.muted}>{presence ?? "\u00a0"}</span>
      </div>
      <dl className={styles.section}>
        <div className={styles.fact}>
          <dt>{t("details.userName")}</dt>
          <dd dir="ltr">@{person.username}</dd>
        </div>
        {person.statusMessage === "" ? null : (
          <div className={styles.fact}>
            <dt>{t("details.status")}</dt>
            <dd dir="auto">{person.statusMessage}</dd>
          </div>
        )}
      </dl>
      <ConversationOptions conversation={conversation} />
      <div className={styles.danger}>
        {contact === "contact" ? (
          <Button look="dangerPlain" onClick={() => ask(removeContactQuestion(texts, client, person))}>
            <RemovePersonIcon size={16} />
            {t("contacts.remove")}
          </Button>
        ) : null}
        {contact === "blocked" ? (
          <Button look="plain" onClick={() => run(() => client.contacts.unblock(id))}>
            <BlockIcon size={16} />
            {t("contacts.unblock")}
          </Button>
        ) : (
          <Button look="dangerPlain" onClick={() => ask(blockQuestion(texts, client, person))}>
            <BlockIcon size={16} />
            {t("contacts.block")}
          </Button>
        )}
      </div>
    </>
  );
}
