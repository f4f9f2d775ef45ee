import type { CurrentCall } from "../../../core/calls/types.ts";
import { type AllTexts, useLaterTexts } from "../../../text/LaterTexts.tsx";
import { IconButton } from "../../../ui/IconButton.tsx";
import { LockIcon, MinimiseIcon, ServerIcon } from "../../../ui/laterIcons.ts";
import styles from "./CallHeader.module.css";
import { RunningTime } from "./RunningTime.tsx";

interface Props {
  readonly current: CurrentCall;
  readonly name: string;
  readonly onMinimise: () => void;
}

/** Whom one talks to, for how long, which way, and the way back to the conversations. */
export function CallHeader({ current, name, onMinimise }: Props) {
  const texts = useLaterTexts();
  const { t } = texts;
  const { phase, connectedAt, route, tiles } = current;
  const hands = tiles.filter((tile) => tile.hand && !tile.screen).length;
  return (
    <header className={styles.header}>
      <IconButton
        className={styles.minimise ?? ""}
        label={t("call.minimise")}
        keys="Esc"
        icon={<MinimiseIcon />}
        onClick={onMinimise}
      />
      <h2 className={styles.name}>
        <bdi>{name}</bdi>
      </h2>
      <span className={styles.state}>
        {phase === "connected" && connectedAt !== null ? (
          <RunningTime since={connectedAt} />
        ) : (
          phaseText(texts, phase)
        )}
      </span>
      {hands > 0 ? <span className={styles.state}>{t("call.hands", { count: hands })}</span> : null}
      {phase === "connected" ? (
        <span
          className={styles.route}
          role="img"
          aria-label={t("call.route", { route })}
          data-tooltip={t("call.route", { route })}
        >
          {route === "direct" ? <LockIcon size={14} /> : <ServerIcon size={14} />}
        </span>
      ) : null}
    </header>
  );
}

export function phaseText({ t }: AllTexts, phase: CurrentCall["phase"]): string {
  return t("call.phase", { phase });
}
