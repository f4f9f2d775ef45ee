import { useNavigation } from "../../../app/NavigationContext.ts";
import { useAction } from "../../../app/useAction.ts";
import type { CurrentCall } from "../../../core/calls/types.ts";
import { useLaterTexts } from "../../../text/LaterTexts.tsx";
import { Avatar } from "../../../ui/Avatar.tsx";
import { Button } from "../../../ui/Button.tsx";
import { watchTime } from "../durations.ts";
import type { CallFace } from "../useCallFace.ts";
import { useCalls } from "../useCalls.ts";
import { useStartCall } from "../useStartCall.ts";
import styles from "./EndedCard.module.css";

interface Props {
  readonly current: CurrentCall;
  readonly face: CallFace;
}

/** How the call ended: how long it was, why it was bad if it was, and the way to call again. */
export function EndedCard({ current, face }: Props) {
  const { t } = useLaterTexts();
  const calls = useCalls();
  const run = useAction();
  const navigation = useNavigation();
  const { ring } = useStartCall();
  const { ending, call } = current;
  if (!ending) return null;
  const { reason, durationMs, quality } = ending;
  const failed = reason === "lost" || quality !== null;
  const again = () => {
    const camera = call.video;
    run(async () => {
      await calls.leave();
      ring(call.conversationId, { microphone: true, camera });
    });
  };
  return (
    <div className={styles.scrim}>
      <div className={styles.card} role="status">
        <Avatar id={face.id} name={face.name} pictureUrl={face.pictureUrl} size={64} />
        <h3 className={styles.title}>{t("call.ended", { reason, name: face.name })}</h3>
        {durationMs > 0 ? <p className={styles.text}>{watchTime(durationMs)}</p> : null}
        {quality === null ? null : <p className={styles.text}>{t("call.cause", { cause: quality })}</p>}
        <div className={styles.actions}>
          {failed ? (
            <Button look="plain" onClick={() => navigation.go({ name: "connectivity" })}>
              {t("call.checkConnection")}
            </Button>
          ) : null}
          <Button onClick={() => run(() => calls.leave())}>{t("action.close")}</Button>
          {reason === "moved" || reason === "moved_device" || reason === "removed" ? null : (
            <Button look="primary" onClick={again}>
              {t("calls.again")}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}
