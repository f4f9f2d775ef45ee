import { type ComponentProps, type ReactNode, useId } from "react";
import { classes } from "./classes.ts";
import styles from "./TextField.module.css";

interface Props extends Omit<ComponentProps<"input">, "onChange" | "value"> {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** Said under the field while nothing is wrong. Its line is always kept, so that nothing jumps. */
  readonly hint?: ReactNode;
  readonly error?: string | null;
  /** A control inside the box, at its end. */
  readonly trailing?: ReactNode;
  /** Beside the label, at the other edge. */
  readonly aside?: ReactNode;
}

export function TextField({
  label,
  value,
  onValue,
  hint,
  error,
  trailing,
  aside,
  className,
  ...input
}: Props) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={classes(styles.field, className)}>
      <div className={styles.labelRow}>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        {aside}
      </div>
      <div className={styles.box} data-invalid={error ? "" : undefined}>
        <input
          autoComplete="off"
          {...input}
          id={id}
          className={styles.input}
          value={value}
          onChange={(event) => onValue(event.currentTarget.value)}
          aria-invalid={error ? true : undefined}
          aria-describedby={note ? `${id}-note` : undefined}
        />
        {trailing ? <span className={styles.trailing}>{trailing}</span> : null}
      </div>
      {note === undefined || note === null ? null : (
        <div id={`${id}-note`} className={error ? styles.error : styles.hint} aria-live="polite">
          {note}
        </div>
      )}
    </div>
  );
}
