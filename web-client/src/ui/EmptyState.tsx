import type { ReactNode } from "react";
import styles from "./EmptyState.module.css";

interface Props {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly text?: ReactNode;
  /** The way on. */
  readonly action?: ReactNode;
}

/** What stands where there is nothing: what is the matter, and what to do. */
export function EmptyState({ icon, title, text, action }: Props) {
  return (
    <div className={styles.empty}>
      {icon === undefined ? null : <div className={styles.icon}>{icon}</div>}
      <h2 className={styles.title}>{title}</h2>
      {text === undefined ? null : <p className={styles.text}>{text}</p>}
      {action === undefined ? null : <div className={styles.action}>{action}</div>}
    </div>
  );
}
