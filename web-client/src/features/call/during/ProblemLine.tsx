import { useClient } from "../../../app/ClientContext.ts";
import { useNavigation } from "../../../app/NavigationContext.ts";
import { useObservable } from "../../../app/useObservable.ts";
import type { CurrentCall } from "../../../core/calls/types.ts";
import { useLaterTexts } from "../../../text/LaterTexts.tsx";
import { Button } from "../../../ui/Button.tsx";
import { WarningIcon } from "../../../ui/laterIcons.ts";
import styles from "./ProblemLine.module.css";

interface Props {
  readonly current: CurrentCall;
  /** The browser holds the sound back until something is pressed. */
  readonly silent: boolean;
  readonly onSound: () => void;
}

/** What is wrong just now, in one sentence, and what to do about it. */
export function ProblemLine({ current, silent, onSound }: Props) {
  const { t } = useLaterTexts();
  const navigation = useNavigation();
  const { administrator = false } = useObservable(useClient().state.account) ?? {};
  const { problem, self, phase } = current;
  const check = () => navigation.go({ name: "connectivity" });
  if (phase === "ended") return null;
  if (silent || problem === "autoplay") {
    return <Line text={t("call.problem.autoplay")} action={t("call.soundOn")} onAction={onSound} />;
  }
  if (problem !== null) {
    const text = t(`call.problem.${problem}`, { administrator: administrator ? "yes" : "no" });
    return <Line text={text} action={t("call.checkConnection")} onAction={check} />;
  }
  if (self.microphoneProblem !== null) {
    return <Line text={t(`call.device.${self.microphoneProblem}`, { kind: "microphone" })} />;
  }
  if (self.cameraProblem !== null) {
    return <Line text={t(`call.device.${self.cameraProblem}`, { kind: "camera" })} />;
  }
  return phase === "reconnecting" ? <Line text={t("call.reconnecting")} /> : null;
}

interface LineProps {
  readonly text: string;
  readonly action?: string;
  readonly onAction?: () => void;
}

function Line({ text, action, onAction }: LineProps) {
  return (
    <div className={styles.line} role="status">
      <WarningIcon size={16} />
      <span className={styles.text}>{text}</span>
      {action ? (
        <Button look="plain" onClick={onAction}>
          {action}
        </Button>
      ) : null}
    </div>
  );
}
