import { useEffect, useRef } from "react";
import { useLaterTexts } from "../../../text/LaterTexts.tsx";
import { useCalls } from "../useCalls.ts";
import styles from "./ReactionChoice.module.css";

const EMOJI = ["👍", "❤️", "😂", "😮", "👏", "🎉"] as const;

/** A row of emoji above the controls; it stays open, so that one may send several. */
export function ReactionChoice({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLaterTexts();
  const calls = useCalls();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <fieldset
      className={styles.row}
      aria-label={t("call.react")}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      {EMOJI.map((emoji, at) => (
        <button
          key={emoji}
          ref={at === 0 ? first : undefined}
          type="button"
          className={styles.emoji}
          aria-label={t("call.reactWith", { emoji })}
          onClick={() => calls.react(emoji)}
        >
          {emoji}
        </button>
      ))}
    </fieldset>
  );
}
