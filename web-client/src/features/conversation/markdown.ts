import { Marked, type Token } from "marked";

/**
 * The subset that both clients draw: bold, italic, code, code blocks, quotes, lists and links. What else Markdown
 * knows (headings, tables, images, HTML, reference links, rules) stays the text that was typed.
 */
const marked = new Marked({
  breaks: true,
  gfm: true,
  tokenizer: {
    heading: () => undefined,
    lheading: () => undefined,
    hr: () => undefined,
    table: () => undefined,
    html: () => undefined,
    tag: () => undefined,
    def: () => undefined,
    reflink: () => undefined,
    del: () => undefined,
    code: () => undefined,
  },
});

export type { Token };

const cache = new Map<string, readonly Token[]>();
const CACHED = 500;

/** The syntax tree of a message; the last few hundred are kept, since lists draw the same ones again and again. */
export function parseMarkdown(text: string): readonly Token[] {
  const known = cache.get(text);
  if (known) return known;
  const tokens = marked.lexer(text);
  const oldest = cache.keys().next().value;
  if (cache.size >= CACHED && oldest !== undefined) cache.delete(oldest);
  cache.set(text, tokens);
  return tokens;
}

/** The address if it may be followed (http, https, mailto), else null. */
export function safeAddress(address: string): string | null {
  try {
    const { protocol, href } = new URL(address);
    return protocol === "https:" || protocol === "http:" || protocol === "mailto:" ? href : null;
  } catch {
    return null;
  }
}
