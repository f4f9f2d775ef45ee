import { useClient } from "../../app/ClientContext.ts";
import { useNavigation } from "../../app/NavigationContext.ts";
import { useQuestion } from "../../app/Questions.tsx";
import { useToasts } from "../../app/ToastsContext.ts";
import type { Person } from "../../core/protocol.ts";
import { useErrorText } from "../../text/errors.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { BlockIcon, MoreIcon, RemovePersonIcon } from "../../ui/icons.ts";
import { Menu } from "../../ui/Menu.tsx";
import { PersonRow } from "../people/PersonRow.tsx";
import styles from "./ContactRow.module.css";
import { blockQuestion, removeContactQuestion } from "./questions.ts";
import { usePresenceText } from "./usePresenceText.ts";

/** A contact: a press opens the conversation, the menu removes or blocks. */
export function ContactRow({ person }: { readonly person: Person }) {
  const texts = useTexts();
  const { t } = texts;
  const client = useClient();
  const navigation = useNavigation();
  const toasts = useToasts();
  const ask = useQuestion();
  const errorText = useErrorText();
  const presence = usePresenceText(person.id);
  const name = person.displayName;

  const open = async () => {
    try {
      navigation.go({ name: "conversation", id: await client.conversations.openDirect(person.id) });
    } catch (failure) {
      toasts.show({ text: errorText(failure) });
    }
  };

  return (
    <div className={styles.row}>
      <PersonRow person={person} text={presence ?? `@${person.username}`} onOpen={open} />
      <div className={styles.menu}>
        <Menu
          label={t("list.actions", { name })}
          icon={<MoreIcon size={18} />}
          entries={[
            {
              label: t("contacts.remove"),
              icon: <RemovePersonIcon size={16} />,
              onSelect: () => ask(removeContactQuestion(texts, client, person)),
            },
            {
              label: t("contacts.block"),
              icon: <BlockIcon size={16} />,
              danger: true,
              onSelect: () => ask(blockQuestion(texts, client, person)),
            },
          ]}
        />
      </div>
    </div>
  );
}
