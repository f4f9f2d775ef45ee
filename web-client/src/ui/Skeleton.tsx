import { useTexts } from "../text/TextsContext.ts";
import { classes } from "./classes.ts";
import styles from "./Skeleton.module.css";

const WIDTHS = [
  [styles.w45, styles.w80],
  [styles.w30, styles.w60],
  [styles.w60, styles.w80],
  [styles.w45, styles.w60],
] as const;

/** Rows of a list of people or conversations that is not there yet. */
export function SkeletonRows({ count }: { readonly count: number }) {
  const { t } = useTexts();
  return (
    <div role="status" aria-label={t("state.loading")}>
      {Array.from({ length: count }, (_, row) => WIDTHS[row % WIDTHS.length]).map((widths, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <div key={row} className={styles.row}>
          <span className={classes(styles.bar, styles.disc)} />
          <span className={styles.lines}>
            <span className={classes(styles.bar, widths?.[0])} />
            <span className={classes(styles.bar, widths?.[1])} />
          </span>
        </div>
      ))}
    </div>
  );
}
