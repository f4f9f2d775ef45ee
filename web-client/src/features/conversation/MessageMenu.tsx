import { lazy, Suspense, useState } from "react";
import { useClient } from "../../app/ClientContext.ts";
import { useMyId } from "../../app/people.ts";
import { useToasts } from "../../app/ToastsContext.ts";
import type { ConversationView, TimelineEntry } from "../../core/index.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { CopyIcon, DetailsIcon } from "../../ui/icons.ts";
import { DeleteIcon, RetryIcon } from "../../ui/laterIcons.ts";
import type { MenuEntry } from "../../ui/Menu.tsx";
import { MenuPopup } from "../../ui/MenuPopup.tsx";

const ReceiptsDialog = lazy(async () => ({ default: (await import("./ReceiptsDialog.tsx")).ReceiptsDialog }));

interface Props {
  readonly entry: TimelineEntry;
  readonly anchor: HTMLElement;
  readonly conversation: ConversationView;
  readonly onClose: () => void;
}

/** What can be done with one message; one menu serves the whole list. */
export function MessageMenu({ entry, anchor, conversation, onClose }: Props) {
  const { t } = useTexts();
  const { messages } = useClient();
  const toasts = useToasts();
  const me = useMyId();
  const [receipts, setReceipts] = useState(false);
  const { body, conversationId, id, seq, delivery } = entry;

  if (receipts && seq !== null) {
    return (
      <Suspense>
        <ReceiptsDialog conversationId={conversationId} seq={seq} onClose={onClose} />
      </Suspense>
    );
  }
  const entries: MenuEntry[] = [];
  const offer = (when: boolean, choice: MenuEntry) => {
    if (when) entries.push(choice);
  };
  if (body.type === "text") {
    const copy = async () => {
      await navigator.clipboard.writeText(body.text);
      toasts.show({ text: t("action.copied") });
    };
    offer(true, { label: t("message.copy"), icon: <CopyIcon size={16} />, onSelect: () => void copy() });
  }
  offer(entry.senderId === me && seq !== null && conversation.kind === "group", {
    label: t("message.details"),
    icon: <DetailsIcon size={16} />,
    replaces: true,
    onSelect: () => setReceipts(true),
  });
  offer(delivery === "failed", {
    label: t("message.retry"),
    icon: <RetryIcon size={16} />,
    onSelect: () => void messages.retry(conversationId, id),
  });
  offer(delivery === "failed" || delivery === "queued", {
    label: t("message.discard"),
    icon: <DeleteIcon size={16} />,
    danger: true,
    onSelect: () => void messages.discard(conversationId, id),
  });
  return <MenuPopup anchor={anchor} entries={entries} onClose={onClose} />;
}
