import { type MouseEvent, memo } from "react";
import { useClient } from "../../app/ClientContext.ts";
import { useConversationFace, useMyId, useOnline, usePerson } from "../../app/people.ts";
import { useNow } from "../../app/useNow.ts";
import { useObservable } from "../../app/useObservable.ts";
import type { ConversationView, TimelineEntry } from "../../core/index.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { fullTime, listTime } from "../../text/times.ts";
import { Avatar } from "../../ui/Avatar.tsx";
import { classes } from "../../ui/classes.ts";
import { MentionIcon, MutedIcon, PinnedIcon } from "../../ui/icons.ts";
import { DeliveryMark } from "../conversation/DeliveryMark.tsx";
import { plainText } from "../conversation/plainText.ts";
import { useSystemText } from "../conversation/useSystemText.ts";
import styles from "./ConversationRow.module.css";

interface Props {
  readonly conversation: ConversationView;
  readonly current: boolean;
  readonly onOpen: (id: string) => void;
}

export const ConversationRow = memo(function ConversationRow({ conversation, current, onOpen }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const now = useNow();
  const face = useConversationFace(conversation);
  const online = useOnline(conversation.otherId);
  const at = new Date(conversation.activeAt);

  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onOpen(conversation.id);
  };

  return (
    <a
      href={`/c/${conversation.id}`}
      className={classes(styles.row, conversation.unread > 0 && styles.unread)}
      aria-current={current ? "page" : undefined}
      data-conversation={conversation.id}
      onClick={open}
    >
      <Avatar id={face.id} name={face.name} pictureUrl={face.pictureUrl} online={online} />
      <span className={styles.lines}>
        <span className={styles.line}>
          <span className={styles.name}>
            <bdi>{face.name}</bdi>
          </span>
          {conversation.muted ? (
            <MutedIcon size={14} className={styles.flag} aria-label={t("list.muted")} />
          ) : null}
          <time className={styles.time} dateTime={at.toISOString()} title={fullTime(texts, at)}>
            {listTime(texts, at, now)}
          </time>
        </span>
        <span className={styles.line}>
          <Preview conversation={conversation} current={current} />
          <Badges conversation={conversation} />
        </span>
      </span>
    </a>
  );
});

function Badges({ conversation }: { readonly conversation: ConversationView }) {
  const { t } = useTexts();
  const { unread, unreadMentions, muted, pinned } = conversation;
  return (
    <>
      {unreadMentions > 0 ? (
        <span className={classes(styles.badge, styles.mention)} role="img" aria-label={t("list.mentioned")}>
          <MentionIcon size={13} strokeWidth={2.5} />
        </span>
      ) : null}
      {unread > 0 ? (
        <span className={classes(styles.badge, muted && styles.badgeMuted)}>
          <span aria-hidden="true">{unread > 999 ? "999+" : unread}</span>
          <VisuallyHidden>{t("list.unread", { count: unread })}</VisuallyHidden>
        </span>
      ) : pinned ? (
        <PinnedIcon size={14} className={styles.flag} aria-label={t("list.pinned")} />
      ) : null}
    </>
  );
}

function Preview({
  conversation,
  current,
}: {
  readonly conversation: ConversationView;
  readonly current: boolean;
}) {
  const { t } = useTexts();
  const { state } = useClient();
  const typing = useObservable(state.typing(conversation.id));
  const draft = useObservable(state.draft(conversation.id));
  const typist = usePerson(typing[0] ?? "");

  if (typing.length > 0) {
    const text =
      conversation.kind === "direct" || !typist
        ? t("list.typing")
        : t("list.typingWho", { name: typist.displayName });
    return <span className={classes(styles.preview, styles.words, styles.typing)}>{text}</span>;
  }
  if (draft.trim() !== "" && !current) {
    return (
      <span className={styles.preview}>
        <span className={styles.words}>
          <span className={styles.draft}>{t("list.draft")}</span> <bdi>{plainText(draft)}</bdi>
        </span>
      </span>
    );
  }
  if (conversation.last === null) {
    return <span className={styles.preview}>{t("list.noMessages")}</span>;
  }
  return <LastMessage entry={conversation.last} group={conversation.kind === "group"} />;
}

function LastMessage({ entry, group }: { readonly entry: TimelineEntry; readonly group: boolean }) {
  const { t } = useTexts();
  const me = useMyId();
  const writer = usePerson(entry.senderId);
  const system = useSystemText(entry);
  const mine = entry.senderId === me;

  if (system !== null || entry.body.type !== "text") {
    return (
      <span className={styles.preview}>
        <span className={styles.words}>{system ?? t("message.unknown")}</span>
      </span>
    );
  }
  const name = mine ? t("list.you") : (writer?.displayName ?? t("system.someone"));
  const text = plainText(entry.body.text);
  return (
    <span className={styles.preview}>
      {entry.delivery === null ? null : <DeliveryMark delivery={entry.delivery} />}
      <span className={styles.words} dir="auto">
        {group ? t("list.writerPreview", { name, text }) : text}
      </span>
    </span>
  );
}

function VisuallyHidden({ children }: { readonly children: string }) {
  return <span className="visually-hidden">{children}</span>;
}
