import { useId, useState } from "react";
import { useClient } from "../../app/ClientContext.ts";
import { useSubmit } from "../../app/useSubmit.ts";
import { LIMITS } from "../../core/index.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { TextField } from "../../ui/TextField.tsx";

interface Props {
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
}

export function RenameDialog({ id, name, onClose }: Props) {
  const { t } = useTexts();
  const { conversations } = useClient();
  const form = useId();
  const [next, setNext] = useState(name);
  const submit = useSubmit(async () => {
    await conversations.rename(id, next.trim());
    onClose();
  });
  const unchanged = next.trim() === "" || next.trim() === name;
  return (
    <Dialog
      title={t("details.renameTitle")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("action.cancel")}</Button>
          <Button type="submit" form={form} look="primary" busy={submit.busy} disabled={unchanged}>
            {t("action.save")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit.onSubmit}>
        <TextField
          label={t("details.groupName")}
          value={next}
          onValue={setNext}
          error={submit.error}
          maxLength={LIMITS.GROUP_NAME_MAX}
          required
        />
      </form>
    </Dialog>
  );
}
