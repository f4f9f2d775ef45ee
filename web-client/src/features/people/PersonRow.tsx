import type { ReactNode } from "react";
import { avatarUrl, useOnline } from "../../app/people.ts";
import type { Person } from "../../core/protocol.ts";
import { Avatar } from "../../ui/Avatar.tsx";
import { classes } from "../../ui/classes.ts";
import styles from "./PersonRow.module.css";

interface Props {
  readonly person: Person;
  /** The second line; the user name where it is left out. */
  readonly text?: string;
  /** Makes the whole row a button. */
  readonly onOpen?: () => void;
  /** Controls at the row's end; not together with `onOpen`. */
  readonly actions?: ReactNode;
  /** The controls stand below the name, where they would leave it no room. */
  readonly stacked?: boolean;
}

export function PersonRow({ person, text, onOpen, actions, stacked }: Props) {
  const online = useOnline(person.id);
  const content = (
    <>
      <Avatar
        id={person.id}
        name={person.displayName}
        pictureUrl={avatarUrl(person.avatarId)}
        online={online}
      />
      <span className={styles.lines}>
        <span className={styles.name}>
          <bdi>{person.displayName}</bdi>
        </span>
        <span className={styles.text}>
          <bdi>{text ?? `@${person.username}`}</bdi>
        </span>
      </span>
    </>
  );
  if (onOpen) {
    return (
      <button type="button" className={styles.row} onClick={onOpen}>
        {content}
        {actions}
      </button>
    );
  }
  return (
    <div className={classes(styles.row, stacked && styles.stacked)}>
      {content}
      {actions ? <span className={styles.actions}>{actions}</span> : null}
    </div>
  );
}
