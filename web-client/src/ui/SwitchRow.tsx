import { Switch } from "@base-ui/react/switch";
import { useId } from "react";
import styles from "./SwitchRow.module.css";

interface Props {
  readonly label: string;
  readonly text?: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function SwitchRow({ label, text, checked, disabled = false, onChange }: Props) {
  const id = useId();
  return (
    <div className={styles.row}>
      <div>
        <label id={`${id}-label`} htmlFor={id} className={styles.label}>
          {label}
        </label>
        {text === undefined ? null : (
          <div id={`${id}-text`} className={styles.text}>
            {text}
          </div>
        )}
      </div>
      <Switch.Root
        id={id}
        className={styles.switch}
        checked={checked}
        disabled={disabled}
        onCheckedChange={(next) => onChange(next)}
        aria-labelledby={`${id}-label`}
        aria-describedby={text === undefined ? undefined : `${id}-text`}
      >
        <Switch.Thumb className={styles.thumb} />
      </Switch.Root>
    </div>
  );
}
