import type { ReactNode } from "react";
import styles from "./ListHeader.module.css";

interface Props {
  readonly title: string;
  readonly actions?: ReactNode;
  /** The search below the title. */
  readonly children?: ReactNode;
}

/** The top of the list pane. */
export function ListHeader({ title, actions, children }: Props) {
  return (
    <div className={styles.header}>
      <div className={styles.top}>
        <h1 className={styles.title}>{title}</h1>
        <div className={styles.actions}>{actions}</div>
      </div>
      {children}
    </div>
  );
}
