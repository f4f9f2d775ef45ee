import { useTexts } from "../text/TextsContext.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { CloseIcon } from "../ui/icons.ts";
import styles from "./ToastList.module.css";
import { useToasts } from "./ToastsContext.ts";
import type { Toast } from "./toasts.ts";
import { useObservable } from "./useObservable.ts";

/** The toasts, read aloud as they come. */
export function ToastList() {
  const { t } = useTexts();
  const toasts = useToasts();
  const shown = useObservable(toasts.shown);
  return (
    <section className={styles.viewport} aria-label={t("toast.label")} aria-live="polite">
      {shown.map((toast) => (
        <div key={toast.id} className={styles.toast}>
          <ToastBody toast={toast} onOpened={() => toasts.dismiss(toast.id)} />
          <IconButton
            label={t("toast.dismiss")}
            icon={<CloseIcon size={16} />}
            onClick={() => toasts.dismiss(toast.id)}
          />
        </div>
      ))}
    </section>
  );
}

function ToastBody({ toast, onOpened }: { readonly toast: Toast; readonly onOpened: () => void }) {
  const { face, onOpen, title, text } = toast;
  if (!onOpen) return <p className={styles.plain}>{text}</p>;
  return (
    <button
      type="button"
      className={styles.open}
      onClick={() => {
        onOpen();
        onOpened();
      }}
    >
      {face ? <Avatar id={face.id} name={face.name} pictureUrl={face.pictureUrl} size={32} /> : null}
      <span className={styles.lines}>
        <span className={styles.title}>{title}</span>
        <span className={styles.text}>{text}</span>
      </span>
    </button>
  );
}
