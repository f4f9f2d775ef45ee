import { usePeople } from "../../../app/people.ts";
import type { CurrentCall } from "../../../core/calls/types.ts";
import { type AllTexts, useLaterTexts } from "../../../text/LaterTexts.tsx";
import { IconButton } from "../../../ui/IconButton.tsx";
import { LockIcon, MinimiseIcon, ServerIcon } from "../../../ui/laterIcons.ts";
import styles from "./CallHeader.module.css";
import { RunningTime } from "./RunningTime.tsx";

interface Props {
  readonly current: CurrentCall;
  /** Who has a hand up, in the order in which they raised it. */
  readonly hands: readonly string[];
  readonly name: string;
  readonly onMinimise: () => void;
}

/** Whom one talks to, for how long, which way, and the way back to the conversations. */
export function CallHeader({ current, hands, name, onMinimise }: Props) {
  const texts = useLaterTexts();
  const { t } = texts;
  const { phase, connectedAt, route } = current;
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
      {hands.length > 0 ? <Hands hands={hands} /> : null}
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

/** How many hands are up; their order is told when one points at it. */
function Hands({ hands }: { readonly hands: readonly string[] }) {
  const { t, language } = useLaterTexts();
  const people = usePeople(hands);
  const names = people.map((person) => person?.displayName ?? t("system.someone"));
  return (
    <span className={styles.state} data-tooltip={new Intl.ListFormat(language).format(names)}>
      {t("call.hands", { count: hands.length })}
    </span>
  );
}

export function phaseText({ t }: AllTexts, phase: CurrentCall["phase"]): string {
  return t("call.phase", { phase });
}
