import { type KeyboardEvent, useId, useLayoutEffect, useRef } from "react";
import { useClient } from "../../app/ClientContext.ts";
import { useConversationFace, useMyId, usePeople } from "../../app/people.ts";
import { useObservable } from "../../app/useObservable.ts";
import { type ConversationView, LIMITS } from "../../core/index.ts";
import type { Person } from "../../core/protocol.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { classes } from "../../ui/classes.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { SendIcon } from "../../ui/icons.ts";
import styles from "./Composer.module.css";
import { EmojiButton } from "./EmojiButton.tsx";
import { MentionList } from "./MentionList.tsx";
import { mentionedIn } from "./mentions.ts";
import { TypingLine } from "./TypingLine.tsx";
import { useMentionPicker } from "./useMentionPicker.ts";

/** From here on the characters that are left are counted. */
const COUNT_FROM = LIMITS.MESSAGE_MAX - 200;

interface Props {
  readonly conversation: ConversationView;
  /** One's own message is on its way: the list goes to its end. */
  readonly onSent: () => void;
}

/** Where messages are written. The draft lives in the core, so it is there after a reload. */
export function Composer({ conversation, onSent }: Props) {
  const { t } = useTexts();
  const { state, messages } = useClient();
  const { id } = conversation;
  const listId = useId();
  const text = useObservable(state.draft(id));
  const { enterSends } = useObservable(state.preferences);
  const others = useOthers(conversation);
  const face = useConversationFace(conversation);
  const input = useRef<HTMLTextAreaElement>(null);
  const picker = useMentionPicker(conversation.kind === "group" ? others : []);
  useGrowing(input, text);

  const length = [...text].length;
  const tooLong = length > LIMITS.MESSAGE_MAX;
  const sendable = text.trim() !== "" && !tooLong;

  const change = (next: string, caret: number) => {
    messages.setDraft(id, next);
    messages.setTyping(id, next.trim() !== "");
    picker.follow(next, caret);
  };
  const send = () => {
    if (!sendable) return;
    void messages.sendText(id, text.trim(), mentionedIn(text, others));
    messages.setDraft(id, "");
    messages.setTyping(id, false);
    picker.close();
    input.current?.focus();
    onSent();
  };
  /** Puts a piece in place of a part of the text and the caret behind it. */
  const insert = (piece: string, from: number, to: number) => {
    messages.setDraft(id, text.slice(0, from) + piece + text.slice(to));
    picker.close();
    const field = input.current;
    field?.focus();
    requestAnimationFrame(() => field?.setSelectionRange(from + piece.length, from + piece.length));
  };
  const insertEmoji = (emoji: string) => {
    const field = input.current;
    insert(emoji, field?.selectionStart ?? text.length, field?.selectionEnd ?? text.length);
  };
  const pick = (person: Person) => {
    if (picker.being)
      insert(`@${person.username} `, picker.being.start, input.current?.selectionStart ?? text.length);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (picker.onKey(event, pick)) return;
    const wished = enterSends ? !event.shiftKey : event.ctrlKey || event.metaKey;
    if (event.key === "Enter" && wished) {
      event.preventDefault();
      send();
    }
  };

  return (
    <div className={styles.composer}>
      <TypingLine conversationId={id} />
      {picker.candidates.length === 0 ? null : (
        <MentionList id={listId} people={picker.candidates} selected={picker.selected} onPick={pick} />
      )}
      <div className={styles.box}>
        <EmojiButton className={styles.round ?? ""} onPick={insertEmoji} />
        <textarea
          ref={input}
          className={styles.input}
          rows={1}
          dir="auto"
          value={text}
          placeholder={t("composer.placeholder")}
          aria-label={`${t("composer.placeholder")} – ${face.name}`}
          aria-autocomplete="list"
          aria-controls={picker.candidates.length > 0 ? listId : undefined}
          aria-activedescendant={picker.candidates.length > 0 ? `${listId}-${picker.selected}` : undefined}
          aria-invalid={tooLong || undefined}
          enterKeyHint={enterSends ? "send" : "enter"}
          data-composer=""
          onChange={(event) => change(event.currentTarget.value, event.currentTarget.selectionStart)}
          onSelect={(event) => picker.follow(text, event.currentTarget.selectionStart)}
          onBlur={() => messages.setTyping(id, false)}
          onKeyDown={onKeyDown}
        />
        {length < COUNT_FROM ? null : (
          <span className={classes(styles.count, tooLong && styles.tooLong)} role="status">
            {tooLong
              ? t("composer.tooLong", { count: length - LIMITS.MESSAGE_MAX })
              : t("composer.left", { count: LIMITS.MESSAGE_MAX - length })}
          </span>
        )}
        <IconButton
          className={classes(styles.send, styles.round)}
          label={t("composer.send")}
          icon={<SendIcon className="flips" />}
          disabled={!sendable}
          onClick={send}
        />
      </div>
    </div>
  );
}

/** The profiles of everybody else in the conversation. */
function useOthers(conversation: ConversationView): readonly Person[] {
  const me = useMyId();
  const ids = conversation.members.map((member) => member.accountId).filter((id) => id !== me);
  return usePeople(ids).filter((person) => person !== null);
}

/** The field is as high as its text; the style sheet says where that ends. */
function useGrowing(input: { readonly current: HTMLTextAreaElement | null }, text: string) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    const field = input.current;
    if (!field) return;
    field.style.blockSize = "auto";
    field.style.blockSize = `${field.scrollHeight}px`;
  }, [input, text]);
}
