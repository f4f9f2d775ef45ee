import { usePerson } from "../../../app/people.ts";
import type { CurrentCall } from "../../../core/calls/types.ts";
import { useLaterTexts } from "../../../text/LaterTexts.tsx";
import styles from "./Reactions.module.css";

type Reaction = CurrentCall["reactions"][number];

/** Reactions rise for a moment; under reduced motion they just stand there. */
export function Reactions({ reactions }: { readonly reactions: readonly Reaction[] }) {
  return (
    <ul className={styles.reactions} aria-live="polite">
      {reactions.map((reaction) => (
        <ReactionMark key={reaction.key} reaction={reaction} />
      ))}
    </ul>
  );
}

function ReactionMark({ reaction }: { readonly reaction: Reaction }) {
  const { t } = useLaterTexts();
  const person = usePerson(reaction.accountId);
  return (
    <li className={styles.reaction} style={{ insetInlineStart: `${8 + (reaction.key % 5) * 9}%` }}>
      <span className={styles.emoji}>{reaction.emoji}</span>
      <bdi className={styles.name}>{person?.displayName ?? t("system.someone")}</bdi>
    </li>
  );
}
