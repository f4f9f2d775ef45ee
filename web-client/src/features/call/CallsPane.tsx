import type { MouseEvent } from "react";
import { useNavigation } from "../../app/NavigationContext.ts";
import { useMyId } from "../../app/people.ts";
import { addressOf } from "../../app/route.ts";
import { useNow } from "../../app/useNow.ts";
import type { CallSummary } from "../../core/protocol.ts";
import { useErrorText } from "../../text/errors.ts";
import { LaterTexts, useLaterTexts } from "../../text/LaterTexts.tsx";
import { fullTime, listTime } from "../../text/times.ts";
import { Avatar } from "../../ui/Avatar.tsx";
import { Button } from "../../ui/Button.tsx";
import { classes } from "../../ui/classes.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { CallIcon, MissedCallIcon, VideoIcon } from "../../ui/icons.ts";
import { IncomingCallIcon, OutgoingCallIcon } from "../../ui/laterIcons.ts";
import { SkeletonRows } from "../../ui/Skeleton.tsx";
import { ListHeader } from "../conversation-list/ListHeader.tsx";
import styles from "./CallsPane.module.css";
import { callEntryText, wasMissed } from "./callEntry.ts";
import { useCallFace } from "./useCallFace.ts";
import { useHistory } from "./useHistory.ts";
import { useStartCall } from "./useStartCall.ts";

/** One's past calls, each with a way to call again. */
export function CallsPane() {
  return (
    <LaterTexts>
      <Calls />
    </LaterTexts>
  );
}

function Calls() {
  const { t } = useLaterTexts();
  const errorText = useErrorText();
  const history = useHistory();
  return (
    <>
      <ListHeader title={t("nav.calls")} />
      <div className={styles.list}>
        {history.calls === null && history.failure === null ? <SkeletonRows count={7} /> : null}
        {history.calls?.length === 0 ? (
          <EmptyState icon={<CallIcon size={26} />} title={t("call.none")} text={t("call.noneText")} />
        ) : null}
        <ul>
          {history.calls?.map((call) => (
            <li key={call.id}>
              <PastCall call={call} />
            </li>
          ))}
        </ul>
        {history.failure === null ? null : (
          <EmptyState
            title={errorText(history.failure)}
            action={<Button onClick={history.retry}>{t("action.retry")}</Button>}
          />
        )}
        {history.more && history.failure === null ? (
          <div className={styles.more}>
            <Button busy={history.loading} onClick={history.loadMore}>
              {t("call.loadMore")}
            </Button>
          </div>
        ) : null}
      </div>
    </>
  );
}

function PastCall({ call }: { readonly call: CallSummary }) {
  const texts = useLaterTexts();
  const { t } = texts;
  const navigation = useNavigation();
  const { start } = useStartCall();
  const now = useNow();
  const mine = call.startedBy === useMyId();
  const face = useCallFace({ conversationId: call.conversationId, people: call.accountIds });
  const missed = wasMissed(call, mine) || (!mine && call.myState === "unanswered");
  const at = new Date(call.startedAt);
  const Direction = missed ? MissedCallIcon : mine ? OutgoingCallIcon : IncomingCallIcon;
  const route = { name: "conversation", id: call.conversationId } as const;
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    navigation.go(route);
  };
  return (
    <div className={styles.row}>
      <a className={styles.open} href={addressOf(route)} onClick={open}>
        <Avatar id={face.id} name={face.name} pictureUrl={face.pictureUrl} />
        <span className={styles.lines}>
          <span className={styles.line}>
            <bdi className={classes(styles.name, missed && styles.missed)}>{face.name}</bdi>
            <time className={styles.time} dateTime={at.toISOString()} title={fullTime(texts, at)}>
              {listTime(texts, at, now)}
            </time>
          </span>
          <span className={classes(styles.what, missed && styles.missed)}>
            <Direction size={14} aria-hidden="true" />
            <span className={styles.words}>
              {missed
                ? t("calls.missed", { kind: call.video ? "video" : "voice" })
                : callEntryText(texts, call, mine)}
            </span>
          </span>
          {call.quality === null ? null : (
            <span className={styles.what}>
              <span className={styles.words}>{t("call.cause", { cause: call.quality })}</span>
            </span>
          )}
        </span>
      </a>
      <IconButton
        label={t("call.callName", { name: face.name })}
        icon={call.video ? <VideoIcon /> : <CallIcon />}
        onClick={() => start(call.conversationId, call.video)}
      />
    </div>
  );
}
