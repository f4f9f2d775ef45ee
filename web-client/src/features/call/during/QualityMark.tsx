import type { LinkQuality } from "../../../core/calls/types.ts";
import { useLaterTexts } from "../../../text/LaterTexts.tsx";
import { classes } from "../../../ui/classes.ts";
import styles from "./QualityMark.module.css";

const BARS: Record<LinkQuality["grade"], number> = { good: 3, fair: 2, poor: 1 };

/** Three bars, as many of them full as the connection is good. */
export function QualityMark({ grade }: { readonly grade: LinkQuality["grade"] }) {
  const { t } = useLaterTexts();
  return (
    <span
      className={classes(styles.mark, styles[grade])}
      role="img"
      aria-label={t("call.quality", { grade })}
    >
      {[1, 2, 3].map((bar) => (
        <span key={bar} className={styles.bar} data-on={bar <= BARS[grade] ? "" : undefined} />
      ))}
    </span>
  );
}
