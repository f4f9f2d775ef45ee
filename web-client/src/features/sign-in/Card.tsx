import type { ReactNode } from "react";
import styles from "./SignInScreen.module.css";

interface Props {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly children: ReactNode;
}

/** The one card of the signed-out pages. */
export function Card({ title, subtitle, children }: Props) {
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <div className={styles.head}>
          <img className={styles.mark} src="/icons/mark.svg" alt="" width={48} height={48} />
          <h1 className={styles.title}>{title}</h1>
          {subtitle === undefined ? null : <p className={styles.subtitle}>{subtitle}</p>}
        </div>
        {children}
      </div>
    </main>
  );
}
