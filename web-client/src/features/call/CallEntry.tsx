import { useMyId } from "../../app/people.ts";
import type { TimelineEntry } from "../../core/index.ts";
import type { CallEnded } from "../../core/protocol.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { clockTime } from "../../text/times.ts";
import { Button } from "../../ui/Button.tsx";
import { classes } from "../../ui/classes.ts";
import { CallIcon, MissedCallIcon, VideoIcon } from "../../ui/icons.ts";
import styles from "./CallEntry.module.css";
import { callEntryText, wasMissed } from "./callEntry.ts";
import { useStartCall } from "./useStartCall.ts";

interface Props {
  readonly entry: TimelineEntry;
  readonly body: CallEnded;
}

/** A past call between the messages, with a way to call again. */
export function CallEntry({ entry, body }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const { start } = useStartCall();
  const mine = entry.senderId === useMyId();
  const missed = wasMissed(body, mine);
  const Icon = missed ? MissedCallIcon : body.video ? VideoIcon : CallIcon;
  const at = new Date(entry.sentAt);
  return (
    <div className={styles.row}>
      <div className={classes(styles.entry, missed && styles.missed)}>
        <Icon size={16} />
        <span>{callEntryText(texts, body, mine)}</span>
        <time className={styles.time} dateTime={at.toISOString()}>
          {clockTime(texts, at)}
        </time>
        {body.reason === "moved" ? null : (
          <Button look="plain" onClick={() => start(entry.conversationId, body.video)}>
            {mine ? t("calls.again") : t("calls.callBack")}
          </Button>
        )}
      </div>
    </div>
  );
}
