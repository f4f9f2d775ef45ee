import { useState } from "react";
import styles from "./Avatar.module.css";
import { classes } from "./classes.ts";
import { initialsOf, toneOf } from "./tones.ts";

export interface AvatarProps {
  /** Chooses the colour behind the initials. */
  readonly id: string;
  readonly name: string;
  readonly pictureUrl: string | null;
  readonly size?: 20 | 28 | 32 | 40 | 64 | 96;
  readonly online?: boolean;
}

/** Decoration: the name always stands beside it, so it says nothing to a screen reader. */
export function Avatar({ id, name, pictureUrl, size = 40, online = false }: AvatarProps) {
  const [failedUrl, setFailedUrl] = useState<string | null>(null);
  const picture = pictureUrl !== null && pictureUrl !== failedUrl;
  return (
    <span
      className={classes(styles.avatar, styles[`size${size}`], online && styles.online)}
      aria-hidden="true"
    >
      <span className={classes(styles.disc, styles[`tone${toneOf(id)}`])}>
        {picture ? (
          <img
            className={styles.picture}
            src={pictureUrl}
            alt=""
            draggable={false}
            decoding="async"
            onError={() => setFailedUrl(pictureUrl)}
          />
        ) : (
          initialsOf(name)
        )}
      </span>
    </span>
  );
}
