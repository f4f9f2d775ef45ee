import { useLaterTexts } from "../../../text/LaterTexts.tsx";
import styles from "./LevelMeter.module.css";

/** How loud the microphone hears one, as a bar that is easy to see move. */
export function LevelMeter({ level }: { readonly level: number }) {
  const { t } = useLaterTexts();
  const percent = Math.round(Math.min(1, Math.sqrt(Math.max(0, level))) * 100);
  return (
    // biome-ignore lint/a11y/useSemanticElements: each browser draws a meter in a way of its own
    <div
      className={styles.meter}
      role="meter"
      aria-label={t("call.level")}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <div className={styles.bar} style={{ inlineSize: `${percent}%` }} />
    </div>
  );
}
