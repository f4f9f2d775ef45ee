import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import styles from "./Notice.module.css";

interface Props {
  readonly tone: "danger" | "warning" | "calm";
  readonly children: ReactNode;
}

/** A sentence in a form or dialog that is also read aloud when it appears. */
export function Notice({ tone, children }: Props) {
  return (
    <div role={tone === "danger" ? "alert" : "status"} className={classes(styles.notice, styles[tone])}>
      {children}
    </div>
  );
}
