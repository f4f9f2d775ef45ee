import { Menu as Base } from "@base-ui/react/menu";
import { lazy, Suspense, useState } from "react";
import { useClient } from "../../app/ClientContext.ts";
import { useMyId } from "../../app/people.ts";
import { useToasts } from "../../app/ToastsContext.ts";
import type { ConversationView, TimelineEntry } from "../../core/index.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { CopyIcon, DeleteIcon, DetailsIcon, RetryIcon } from "../../ui/icons.ts";
import { classes } from "../../ui/classes.ts";
import type { MenuEntry } from "../../ui/Menu.tsx";
import styles from "../../ui/Menu.module.css";

const ReceiptsDialog = lazy(async () => ({ default: (await import("./ReceiptsDialog.tsx")).ReceiptsDialog }));

interface Props {
  readonly entry: TimelineEntry;
  readonly anchor: Element;
  readonly conversation: ConversationView;
  readonly onClose: () => void;
}

/** What can be done with one message; one menu serves the whole list. */
export function MessageMenu({ entry, anchor, conversation, onClose }: Props) {
  const [receipts, setReceipts] = useState(false);
  const entries = useEntries(entry, conversation, () => setReceipts(true), onClose);
  if (receipts && entry.seq !== null) {
    return (
      <Suspense>
        <ReceiptsDialog conversationId={conversation.id} seq={entry.seq} onClose={onClose} />
      </Suspense>
    );
  }
  return (
    <Base.Root open modal={false} onOpenChange={(open) => open || onClose()}>
      <Base.Portal>
        <Base.Positioner className={styles.positioner} anchor={anchor} align="end" sideOffset={4} collisionPadding={8}>
          <Base.Popup className={styles.popup}>
            {entries.map((item) => (
              <Base.Item key={item.label} closeOnClick={false} className={classes(styles.item, item.danger && styles.danger)} onClick={item.onSelect}>
                {item.icon}
                {item.label}
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function useEntries(
  of: TimelineEntry,
  where: ConversationView,
  showReceipts: () => void,
  onClose: () => void,
): MenuEntry[] {
  const { t } = useTexts();
  const { messages } = useClient();
  const toasts = useToasts();
  const mine = of.senderId === useMyId();
  const list: MenuEntry[] = [];
  const { body } = of;
  if (body.type === "text") {
    list.push({
      label: t("message.copy"),
      icon: <CopyIcon size={16} />,
      onSelect: () => {
        void navigator.clipboard.writeText(body.text).then(() => toasts.show({ text: t("action.copied") }));
        onClose();
      },
    });
  }
  if (mine && of.seq !== null && where.kind === "group") {
    list.push({ label: t("message.details"), icon: <DetailsIcon size={16} />, onSelect: showReceipts });
  }
  if (of.delivery === "failed") {
    list.push({
      label: t("message.retry"),
      icon: <RetryIcon size={16} />,
      onSelect: () => {
        void messages.retry(of.conversationId, of.id);
        onClose();
      },
    });
  }
  if (of.delivery === "failed" || of.delivery === "queued") {
    list.push({
      label: t("message.discard"),
      icon: <DeleteIcon size={16} />,
      danger: true,
      onSelect: () => {
        void messages.discard(of.conversationId, of.id);
        onClose();
      },
    });
  }
  return list;
}
