import { useId } from "react";
import styles from "./ChoiceGroup.module.css";
import { classes } from "./classes.ts";

interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly label: string; readonly lang?: string }[];
  readonly onChange: (value: T) => void;
  /** Side by side, as one bar. */
  readonly row?: boolean;
}

/** One of a few: native radio buttons, so arrow keys and screen readers work by themselves. */
export function ChoiceGroup<T extends string>({ label, value, choices, onChange, row }: Props<T>) {
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{label}</legend>
      <div className={classes(styles.group, row && styles.row)}>
        {choices.map((choice) => (
          <label key={choice.value} className={row ? styles.segment : styles.choice} lang={choice.lang}>
            <input
              type="radio"
              name={name}
              className={row ? styles.hidden : styles.radio}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
