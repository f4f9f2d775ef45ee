import { EmojiPicker as Base, type EmojiData, type EmojiPickerListComponents } from "frimousse";
import { useTexts } from "../../text/TextsContext.ts";
import type { Language } from "../../text/texts.ts";
import styles from "./EmojiPicker.module.css";

/** The emoji names come with the page; languages that have none get the English ones. */
const DATA: Partial<Record<Language, () => Promise<{ default: EmojiData }>>> = {
  de: () => import("virtual:emoji/de"),
};

async function load(language: string): Promise<EmojiData> {
  const loader = DATA[language as Language] ?? (() => import("virtual:emoji/en"));
  return (await loader()).default;
}

const PARTS: Partial<EmojiPickerListComponents> = {
  CategoryHeader: ({ category, ...props }) => (
    <div {...props} className={styles.category}>
      {category.label}
    </div>
  ),
  Row: ({ children, ...props }) => (
    <div {...props} {...fromOne("aria-rowindex", props)} className={styles.line}>
      {children}
    </div>
  ),
  Emoji: ({ emoji, ...props }) => (
    <button {...props} {...fromOne("aria-colindex", props)} type="button" className={styles.emoji}>
      {emoji.emoji}
    </button>
  ),
};

/** The picker counts its rows and columns from 0; those who read them out count from 1. */
function fromOne<K extends "aria-rowindex" | "aria-colindex">(
  name: K,
  props: { [key in K]?: number | undefined },
) {
  const index = props[name];
  return index === undefined ? {} : { [name]: index + 1 };
}

interface Props {
  readonly onPick: (emoji: string) => void;
}

export function EmojiPicker({ onPick }: Props) {
  const { t, language } = useTexts();
  return (
    <Base.Root
      className={styles.root}
      columns={9}
      locale={language}
      resolveEmojiData={load}
      onEmojiSelect={({ emoji }) => onPick(emoji)}
    >
      <Base.Search
        className={styles.search}
        placeholder={t("emoji.search")}
        aria-label={t("emoji.search")}
        autoFocus
      />
      <Base.Viewport className={styles.viewport}>
        <Base.Loading className={styles.loading}>{t("emoji.loading")}</Base.Loading>
        <Base.Empty className={styles.loading}>{t("emoji.none")}</Base.Empty>
        <Base.List components={PARTS} />
      </Base.Viewport>
      <div className={styles.foot}>
        <Base.ActiveEmoji>
          {({ emoji }) => (
            <span className={styles.active}>
              {emoji ? (
                <>
                  <span className={styles.big}>{emoji.emoji}</span>
                  {emoji.label}
                </>
              ) : (
                t("emoji.pick")
              )}
            </span>
          )}
        </Base.ActiveEmoji>
        <Base.SkinToneSelector className={styles.tone} aria-label={t("emoji.skinTone")} />
      </div>
    </Base.Root>
  );
}
