import { useToasts } from "../../app/ToastsContext.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { Button } from "../../ui/Button.tsx";
import { CopyIcon } from "../../ui/icons.ts";
import styles from "./Settings.module.css";

/** A link to hand on. @param path as the server gives it, without its own address */
export function LinkBox({ path }: { readonly path: string }) {
  const { t } = useTexts();
  const toasts = useToasts();
  const link = new URL(path, window.location.origin).href;
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    toasts.show({ text: t("toast.linkCopied") });
  };
  return (
    <div className={styles.link}>
      <code title={link}>{link}</code>
      <Button look="primary" onClick={() => void copy()}>
        <CopyIcon size={16} />
        {t("admin.copyLink")}
      </Button>
    </div>
  );
}
