import type { Tokens } from "marked";
import { type ReactNode, useState } from "react";
import { useTexts } from "../../text/TextsContext.ts";
import { classes } from "../../ui/classes.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { CopyIcon, SentIcon } from "../../ui/icons.ts";
import styles from "./Markdown.module.css";
import { parseMarkdown, safeAddress, type Token } from "./markdown.ts";

interface Props {
  readonly text: string;
  /** The user names that are mentions here, and what to call them. */
  readonly mentions: ReadonlyMap<string, { readonly name: string; readonly me: boolean }>;
  /** What stands at the end of the last line: time and delivery mark. */
  readonly tail: ReactNode;
}

/** A message's text. Only React elements are made: no HTML of anybody's is ever put into the page. */
export function Markdown({ text, mentions, tail }: Props) {
  const tokens = parseMarkdown(text).filter((token) => token.type !== "space");
  const last = tokens.at(-1);
  const tailInside = last !== undefined && endsInText(last);
  return (
    <div className={styles.text} dir="auto">
      {placed(tokens).map(({ token, place }) => (
        <Block
          key={place}
          token={token}
          mentions={mentions}
          tail={token === last && tailInside ? tail : null}
        />
      ))}
      {tailInside ? null : <div className={styles.tail}>{tail}</div>}
    </div>
  );
}

/** Whether the tail can stand on the last line of this block. */
function endsInText(token: Token): boolean {
  if (token.type === "list") {
    const last = (token as Tokens.List).items.at(-1)?.tokens.at(-1);
    return last !== undefined && endsInText(last);
  }
  return token.type === "paragraph" || token.type === "text";
}

function innerOf(token: Token): readonly Token[] | undefined {
  return "tokens" in token ? token.tokens : undefined;
}

/** Each token with the place in the text where it begins, which tells it from its siblings. */
function placed<T extends { readonly raw: string }>(tokens: readonly T[]) {
  let end = 0;
  return tokens.map((token) => {
    const place = end;
    end += token.raw.length;
    return { token, place };
  });
}

interface BlockProps {
  readonly token: Token;
  readonly mentions: Props["mentions"];
  readonly tail: ReactNode;
}

function Block({ token, mentions, tail }: BlockProps) {
  const blocks = (tokens: readonly Token[] | undefined, end: ReactNode = null) =>
    tokens &&
    placed(tokens).map(({ token: inner, place }) => (
      <Block key={place} token={inner} mentions={mentions} tail={inner === tokens.at(-1) ? end : null} />
    ));
  switch (token.type) {
    case "space":
      return null;
    case "code":
      return <CodeBlock code={(token as Tokens.Code).text} />;
    case "blockquote":
      return <blockquote className={styles.quote}>{blocks(innerOf(token))}</blockquote>;
    case "list": {
      const { ordered, start, items } = token as Tokens.List;
      const children = placed(items).map(({ token: item, place }) => (
        <li key={place}>
          {blocks(
            item.tokens.filter((inner) => inner.type !== "checkbox"),
            item === items.at(-1) ? tail : null,
          )}
        </li>
      ));
      if (!ordered) return <ul className={styles.list}>{children}</ul>;
      return (
        <ol className={styles.list} start={start === "" ? 1 : start}>
          {children}
        </ol>
      );
    }
    default:
      return (
        <p>
          <Inlines tokens={innerOf(token) ?? [token]} mentions={mentions} />
          {tail}
        </p>
      );
  }
}

function Inlines({
  tokens,
  mentions,
}: {
  readonly tokens: readonly Token[];
  readonly mentions: Props["mentions"];
}) {
  return placed(tokens).map(({ token, place }) => <Inline key={place} token={token} mentions={mentions} />);
}

function Inline({ token, mentions }: { readonly token: Token; readonly mentions: Props["mentions"] }) {
  const inner = () => <Inlines tokens={innerOf(token) ?? []} mentions={mentions} />;
  switch (token.type) {
    case "strong":
      return <strong>{inner()}</strong>;
    case "em":
      return <em>{inner()}</em>;
    case "codespan":
      return <code className={styles.code}>{(token as Tokens.Codespan).text}</code>;
    case "br":
      return <br />;
    case "escape":
      return (token as Tokens.Escape).text;
    case "link": {
      const address = safeAddress((token as Tokens.Link).href);
      if (address === null) return token.raw;
      return (
        <a href={address} target="_blank" rel="noopener noreferrer nofollow">
          {inner()}
        </a>
      );
    }
    case "text":
      if (innerOf(token)) return inner();
      return <TextWithMentions text={(token as Tokens.Text).text} mentions={mentions} />;
    default:
      return token.raw;
  }
}

const MENTION = /(?<![\p{L}\p{N}_.-])@([a-z0-9][a-z0-9._-]*[a-z0-9_]|[a-z0-9])/gu;

function TextWithMentions({
  text,
  mentions,
}: {
  readonly text: string;
  readonly mentions: Props["mentions"];
}) {
  if (mentions.size === 0) return text;
  const parts: ReactNode[] = [];
  let end = 0;
  for (const match of text.matchAll(MENTION)) {
    const person = mentions.get(match[1] ?? "");
    if (!person) continue;
    parts.push(text.slice(end, match.index));
    parts.push(
      <span key={match.index} className={classes(styles.mention, person.me && styles.mentionMe)}>
        @{person.name}
      </span>,
    );
    end = match.index + match[0].length;
  }
  parts.push(text.slice(end));
  return parts;
}

function CodeBlock({ code }: { readonly code: string }) {
  const { t } = useTexts();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(code);
    setCopied(true);
  };
  return (
    <div className={styles.block} dir="ltr">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide block scrolls with the keyboard */}
      <pre className={styles.pre} tabIndex={0}>
        <code>{code}</code>
      </pre>
      <IconButton
        className={styles.copy ?? ""}
        label={copied ? t("action.copied") : t("message.copyCode")}
        icon={copied ? <SentIcon size={16} /> : <CopyIcon size={16} />}
        onClick={copy}
      />
    </div>
  );
}
