import { useLaterTexts } from "../../../text/LaterTexts.tsx";
import styles from "./LevelMeter.module.css";

/** How loud the microphone hears one, as a bar that is easy to see move. */
export function LevelMeter({ level }: { readonly level: number }) {
  const { t } = useLaterTexts();
  return (
    <meter
      className={styles.meter}
      aria-label={t("call.level")}
      min={0}
      max={1}
      value={Math.min(1, Math.sqrt(Math.max(0, level)))}
    />
  );
}
