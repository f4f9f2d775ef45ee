import { AlertDialog as Base } from "@base-ui/react/alert-dialog";
import { useRef, useState } from "react";
import { useErrorText } from "../text/errors.ts";
import { useTexts } from "../text/TextsContext.ts";
import { Button } from "./Button.tsx";
import styles from "./Dialog.module.css";
import { Notice } from "./Notice.tsx";
import { usePortal } from "./PortalContext.ts";

export interface Question {
  readonly title: string;
  readonly text: string;
  /** What the button that goes on says. */
  readonly action: string;
  readonly danger?: boolean;
  /** Resolves when it is done; the dialog then closes. A rejection is shown in it. */
  readonly onConfirm: () => Promise<void> | void;
}

interface Props extends Question {
  readonly onClose: () => void;
}

export function ConfirmDialog({ title, text, action, danger, onConfirm, onClose }: Props) {
  const { t } = useTexts();
  const errorText = useErrorText();
  const cancel = useRef<HTMLButtonElement>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const confirm = async () => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
      onClose();
    } catch (failure) {
      setError(errorText(failure));
      setBusy(false);
    }
  };

  return (
    <Base.Root open onOpenChange={(open) => open || onClose()}>
      <Base.Portal container={usePortal()}>
        <Base.Backdrop className={styles.scrim} />
        <Base.Viewport className={styles.viewport}>
          <Base.Popup className={styles.popup} initialFocus={cancel}>
            <div className={styles.header}>
              <Base.Title className={styles.title}>{title}</Base.Title>
            </div>
            <div className={styles.body}>
              <Base.Description className={styles.text}>{text}</Base.Description>
              {error === null ? null : <Notice tone="danger">{error}</Notice>}
            </div>
            <div className={styles.actions}>
              <Button ref={cancel} onClick={onClose}>
                {t("action.cancel")}
              </Button>
              <Button look={danger ? "danger" : "primary"} busy={busy} onClick={confirm}>
                {action}
              </Button>
            </div>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
