import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes.ts";
import styles from "./IconButton.module.css";

interface Props extends Omit<ComponentProps<"button">, "aria-label" | "children"> {
  /** Read aloud, and shown as a tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  /** The keys that do the same, shown in the tooltip. */
  readonly keys?: string;
}

export function IconButton({ label, icon, keys, className, type, ...rest }: Props) {
  return (
    <button
      {...rest}
      type={type ?? "button"}
      aria-label={label}
      data-tooltip={label}
      data-keys={keys}
      className={classes(styles.button, className)}
    >
      {icon}
    </button>
  );
}
