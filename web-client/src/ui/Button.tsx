import type { ComponentProps } from "react";
import styles from "./Button.module.css";
import { classes } from "./classes.ts";

type Look = "primary" | "quiet" | "plain" | "danger" | "dangerPlain";

interface Props extends ComponentProps<"button"> {
  readonly look?: Look;
  readonly large?: boolean;
  readonly wide?: boolean;
  /** Something was asked for and the answer is not there yet: a second press does nothing. */
  readonly busy?: boolean;
}

export function Button({ look = "quiet", large, wide, busy, className, disabled, type, ...rest }: Props) {
  return (
    <button
      {...rest}
      type={type ?? "button"}
      disabled={disabled || busy}
      data-busy={busy || undefined}
      aria-busy={busy || undefined}
      className={classes(styles.button, styles[look], large && styles.large, wide && styles.wide, className)}
    />
  );
}
