import { useMemo, useState } from "react";
import { useClient } from "../../app/ClientContext.ts";
import { useSubmit } from "../../app/useSubmit.ts";
import type { ConversationView } from "../../core/index.ts";
import type { Person } from "../../core/protocol.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Notice } from "../../ui/Notice.tsx";
import styles from "../new-conversation/NewConversation.module.css";
import { PeopleChooser } from "../new-conversation/PeopleChooser.tsx";

interface Props {
  readonly conversation: ConversationView;
  readonly onClose: () => void;
}

export function AddMembersDialog({ conversation, onClose }: Props) {
  const { t } = useTexts();
  const { conversations } = useClient();
  const [chosen, setChosen] = useState<readonly Person[]>([]);
  const members = useMemo(
    () => new Set(conversation.members.map((member) => member.accountId)),
    [conversation.members],
  );
  const submit = useSubmit(async () => {
    const people = chosen.map((person) => person.id);
    await conversations.addMembers(conversation.id, people);
    onClose();
  });
  return (
    <Dialog
      title={t("details.addMembersTitle", { name: conversation.name ?? "" })}
      onClose={onClose}
      flush
      tall
      actions={
        <>
          <Button onClick={onClose}>{t("action.cancel")}</Button>
          <Button look="primary" busy={submit.busy} disabled={chosen.length === 0} onClick={submit.onSubmit}>
            {t("action.add")}
          </Button>
        </>
      }
    >
      {submit.error === null ? null : (
        <div className={styles.error}>
          <Notice tone="danger">{submit.error}</Notice>
        </div>
      )}
      <PeopleChooser chosen={chosen} onChosen={setChosen} without={members} />
    </Dialog>
  );
}
