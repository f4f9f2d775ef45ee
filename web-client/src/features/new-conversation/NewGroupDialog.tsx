import { useId, useState } from "react";
import { useClient } from "../../app/ClientContext.ts";
import { useSubmit } from "../../app/useSubmit.ts";
import { LIMITS } from "../../core/index.ts";
import type { Person } from "../../core/protocol.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { TextField } from "../../ui/TextField.tsx";
import styles from "./NewConversation.module.css";
import { PeopleChooser } from "./PeopleChooser.tsx";

interface Props {
  readonly onClose: () => void;
  readonly onCreated: (conversationId: string) => void;
}

export function NewGroupDialog({ onClose, onCreated }: Props) {
  const { t } = useTexts();
  const { conversations } = useClient();
  const form = useId();
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<readonly Person[]>([]);
  const submit = useSubmit(async () => {
    const people = chosen.map((person) => person.id);
    onCreated(await conversations.createGroup(name.trim(), people));
  });

  return (
    <Dialog
      title={t("newGroup.title")}
      onClose={onClose}
      flush
      tall
      actions={
        <>
          <Button onClick={onClose}>{t("action.cancel")}</Button>
          <Button type="submit" form={form} look="primary" busy={submit.busy} disabled={name.trim() === ""}>
            {t("newGroup.create")}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.top} onSubmit={submit.onSubmit}>
        <TextField
          label={t("newGroup.name")}
          placeholder={t("newGroup.namePlaceholder")}
          value={name}
          onValue={setName}
          maxLength={LIMITS.GROUP_NAME_MAX}
          required
        />
        {submit.error === null ? null : <Notice tone="danger">{submit.error}</Notice>}
      </form>
      <PeopleChooser chosen={chosen} onChosen={setChosen} />
    </Dialog>
  );
}
