import { useConversationFace } from "../../app/people.ts";
import { useNow } from "../../app/useNow.ts";
import type { ConversationView, TimelineEntry } from "../../core/index.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { dayLabel } from "../../text/times.ts";
import { Avatar } from "../../ui/Avatar.tsx";
import { CallEntry } from "../call/CallEntry.tsx";
import { MessageBubble } from "./MessageBubble.tsx";
import styles from "./MessageList.module.css";
import type { Row } from "./rows.ts";
import { useSystemText } from "./useSystemText.ts";

interface Props {
  readonly row: Row;
  readonly conversation: ConversationView;
  readonly onActions: (entry: TimelineEntry, anchor: HTMLElement) => void;
}

export function MessageRow({ row, conversation, onActions }: Props) {
  const { t } = useTexts();
  switch (row.kind) {
    case "beginning":
      return <Beginning conversation={conversation} />;
    case "day":
      return (
        <div className={styles.day}>
          <DayLabel at={row.at} />
        </div>
      );
    case "new":
      return <div className={styles.new}>{t("conversation.newMessages")}</div>;
    case "system":
      if (row.entry.body.type === "call.ended") return <CallEntry entry={row.entry} body={row.entry.body} />;
      return <SystemMessage entry={row.entry} />;
    case "bubble":
      if (row.entry.body.type !== "text") return null;
      return (
        <MessageBubble
          entry={row.entry}
          body={row.entry.body}
          first={row.first}
          last={row.last}
          group={conversation.kind === "group"}
          onActions={onActions}
        />
      );
  }
}

export function DayLabel({ at }: { readonly at: number }) {
  const texts = useTexts();
  return <span className={styles.dayLabel}>{dayLabel(texts, new Date(at), useNow())}</span>;
}

function SystemMessage({ entry }: { readonly entry: TimelineEntry }) {
  const { t } = useTexts();
  const text = useSystemText(entry);
  return <div className={styles.system}>{text ?? t("message.unknown")}</div>;
}

function Beginning({ conversation }: { readonly conversation: ConversationView }) {
  const { t } = useTexts();
  const face = useConversationFace(conversation);
  const key = conversation.kind === "group" ? "conversation.startGroup" : "conversation.startDirect";
  return (
    <div className={styles.beginning}>
      <Avatar id={face.id} name={face.name} pictureUrl={face.pictureUrl} size={64} />
      <h2>{t(key, { name: face.name })}</h2>
      {conversation.lastSeq === 0 ? <p>{t("conversation.startText")}</p> : null}
    </div>
  );
}
