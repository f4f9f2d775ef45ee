import { useClient } from "../../app/ClientContext.ts";
import { usePeople } from "../../app/people.ts";
import { useObservable } from "../../app/useObservable.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import list from "../conversation-list/ConversationList.module.css";
import { PersonRow } from "../people/PersonRow.tsx";
import styles from "./ReceiptsDialog.module.css";

interface Props {
  readonly conversationId: string;
  readonly seq: number;
  readonly onClose: () => void;
}

/** Who has read one of one's own messages in a group, who has it, and who has not. */
export function ReceiptsDialog({ conversationId, seq, onClose }: Props) {
  const { t } = useTexts();
  const receipts = useObservable(useClient().state.receipts(conversationId, seq));
  return (
    <Dialog title={t("message.details")} onClose={onClose} readOnly>
      {receipts.readBy.length === 0 ? <p className={styles.text}>{t("message.readByNobody")}</p> : null}
      <Readers title={t("message.readBy")} ids={receipts.readBy} />
      <Readers title={t("message.deliveredTo")} ids={receipts.deliveredTo} />
      <Readers title={t("message.sentTo")} ids={receipts.pending} />
      <p className={styles.text}>{t("message.receiptsOff")}</p>
    </Dialog>
  );
}

function Readers({ title, ids }: { readonly title: string; readonly ids: readonly string[] }) {
  const people = usePeople(ids);
  if (ids.length === 0) return null;
  return (
    <section className={styles.readers}>
      <h3 className={list.heading}>{title}</h3>
      <ul>
        {people.map((person) =>
          person ? (
            <li key={person.id}>
              <PersonRow person={person} />
            </li>
          ) : null,
        )}
      </ul>
    </section>
  );
}
