import { type MouseEvent, memo, useMemo } from "react";
import { useClient } from "../../app/ClientContext.ts";
import { avatarUrl, useMyId, usePeople, usePerson } from "../../app/people.ts";
import type { TimelineEntry } from "../../core/index.ts";
import type { TextBody } from "../../core/protocol.ts";
import { errorTextOf } from "../../text/errors.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { clockTime, fullTime } from "../../text/times.ts";
import { Avatar } from "../../ui/Avatar.tsx";
import { Button } from "../../ui/Button.tsx";
import { classes } from "../../ui/classes.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { MoreIcon } from "../../ui/icons.ts";
import { toneOf } from "../../ui/tones.ts";
import { DeliveryMark } from "./DeliveryMark.tsx";
import { Markdown } from "./Markdown.tsx";
import styles from "./MessageBubble.module.css";

/** Up to three emoji and nothing else are drawn large. */
const FEW_EMOJI = /^\p{RGI_Emoji}{1,3}$/v;

interface Props {
  readonly entry: TimelineEntry;
  readonly body: TextBody;
  readonly first: boolean;
  readonly last: boolean;
  /** In a group: with the writer's name and picture. */
  readonly group: boolean;
  readonly onActions: (entry: TimelineEntry, anchor: HTMLElement) => void;
}

export const MessageBubble = memo(function MessageBubble({
  entry,
  body,
  first,
  last,
  group,
  onActions,
}: Props) {
  const { t } = useTexts();
  const me = useMyId();
  const mine = entry.senderId === me;
  const mentions = useMentions(body);
  const withFace = group && !mine;
  const large = FEW_EMOJI.test(body.text.trim());

  const openActions = (event: MouseEvent<HTMLElement>) => {
    const selection = window.getSelection();
    if (selection && !selection.isCollapsed) return;
    if ((event.target as Element).closest("a")) return;
    event.preventDefault();
    onActions(entry, event.currentTarget);
  };

  return (
    <div
      className={classes(
        styles.row,
        mine && styles.own,
        first && styles.first,
        last && styles.last,
        large && styles.large,
      )}
    >
      {withFace ? (
        <span className={styles.face}>{last ? <WriterFace id={entry.senderId} /> : null}</span>
      ) : null}
      <div className={styles.column}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the same actions are behind the button beside it */}
        <div className={styles.bubble} onContextMenu={openActions}>
          {withFace && first ? <WriterName id={entry.senderId} /> : null}
          <Markdown text={body.text} mentions={mentions} tail={<Meta entry={entry} />} />
        </div>
        {entry.delivery === "failed" ? <Failed entry={entry} /> : null}
      </div>
      <IconButton
        className={styles.actions ?? ""}
        label={t("message.actions")}
        icon={<MoreIcon size={18} />}
        aria-haspopup="menu"
        onClick={(event) => onActions(entry, event.currentTarget)}
      />
    </div>
  );
});

function useMentions(body: TextBody) {
  const me = useMyId();
  const people = usePeople(body.mentions);
  return useMemo(
    () =>
      new Map(
        people.flatMap((person) =>
          person ? [[person.username, { name: person.displayName, me: person.id === me }] as const] : [],
        ),
      ),
    [people, me],
  );
}

function WriterFace({ id }: { readonly id: string }) {
  const writer = usePerson(id);
  return (
    <Avatar id={id} name={writer?.displayName ?? ""} pictureUrl={avatarUrl(writer?.avatarId)} size={32} />
  );
}

function WriterName({ id }: { readonly id: string }) {
  const { t } = useTexts();
  const writer = usePerson(id);
  return (
    <div className={classes(styles.name, styles[`tone${toneOf(id)}`])} dir="auto">
      {writer?.displayName ?? t("system.someone")}
    </div>
  );
}

function Meta({ entry }: { readonly entry: TimelineEntry }) {
  const texts = useTexts();
  const at = new Date(entry.sentAt);
  return (
    <span className={styles.meta}>
      {/* As the rest of the page, whichever way the message is written. */}
      <time dir={texts.direction} dateTime={at.toISOString()} title={fullTime(texts, at)}>
        {clockTime(texts, at)}
      </time>
      {entry.delivery === null ? null : <DeliveryMark delivery={entry.delivery} />}
    </span>
  );
}

function Failed({ entry }: { readonly entry: TimelineEntry }) {
  const texts = useTexts();
  const { t } = texts;
  const { messages } = useClient();
  const { conversationId, id, error } = entry;
  return (
    <div className={styles.failed} role="alert">
      <span>
        {error === null
          ? t("message.failed")
          : t("message.failedReason", { reason: errorTextOf(texts, error) })}
      </span>
      <Button look="plain" onClick={() => void messages.retry(conversationId, id)}>
        {t("message.retry")}
      </Button>
      <Button look="dangerPlain" onClick={() => void messages.discard(conversationId, id)}>
        {t("message.discard")}
      </Button>
    </div>
  );
}
