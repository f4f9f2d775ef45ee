import { avatarUrl } from "../../app/people.ts";
import type { Person } from "../../core/protocol.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { Avatar } from "../../ui/Avatar.tsx";
import styles from "./Composer.module.css";

interface Props {
  readonly id: string;
  readonly people: readonly Person[];
  readonly selected: number;
  readonly onPick: (person: Person) => void;
}

/** Those who may be meant; the focus stays in the text, which says who is chosen. */
export function MentionList({ id, people, selected, onPick }: Props) {
  const { t } = useTexts();
  return (
    <div id={id} role="listbox" aria-label={t("composer.mentions")} className={styles.candidates}>
      {people.map((person, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the text field
        <div
          key={person.id}
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === selected}
          className={styles.candidate}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(person)}
        >
          <Avatar
            id={person.id}
            name={person.displayName}
            pictureUrl={avatarUrl(person.avatarId)}
            size={28}
          />
          <span className={styles.candidateName}>{person.displayName}</span>
          <bdi className={styles.candidateUser}>@{person.username}</bdi>
        </div>
      ))}
    </div>
  );
}
