import { type KeyboardEvent, useState } from "react";
import type { Person } from "../../core/protocol.ts";
import { candidatesFor, mentionBeing } from "./mentions.ts";

export interface MentionPicker {
  readonly being: { readonly start: number; readonly query: string } | null;
  readonly candidates: readonly Person[];
  readonly selected: number;
  follow(text: string, caret: number): void;
  close(): void;
  /** Whether the key was for the list of candidates and is used up. */
  onKey(event: KeyboardEvent, pick: (person: Person) => void): boolean;
}

/** Which mention is being typed, who may be meant, and who of them is chosen. */
export function useMentionPicker(people: readonly Person[]): MentionPicker {
  const [being, setBeing] = useState<MentionPicker["being"]>(null);
  const [selected, setSelected] = useState(0);
  const candidates = being ? candidatesFor(being.query, people) : [];
  const close = () => setBeing(null);

  return {
    being,
    candidates,
    selected: Math.min(selected, Math.max(0, candidates.length - 1)),
    close,
    follow: (text, caret) => {
      const next = mentionBeing(text, caret);
      setBeing(next);
      if (next?.query !== being?.query) setSelected(0);
    },
    onKey: (event, pick) => {
      if (candidates.length === 0) return false;
      const chosen = candidates[selected] ?? candidates[0];
      switch (event.key) {
        case "ArrowDown":
          setSelected((selected + 1) % candidates.length);
          break;
        case "ArrowUp":
          setSelected((selected + candidates.length - 1) % candidates.length);
          break;
        case "Enter":
        case "Tab":
          if (chosen) pick(chosen);
          break;
        case "Escape":
          close();
          break;
        default:
          return false;
      }
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}
