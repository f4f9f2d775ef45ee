/** A message's Markdown as one plain line, for previews and notifications. */
export function plainText(markdown: string): string {
  return markdown
    .slice(0, 400)
    .replace(/```[^\n]*\n?/g, " ")
    .replace(/\[([^\]]*)\]\([^)\s]*\)/g, "$1")
    .replace(/^\s*(?:>|[-*+]|\d+[.)])\s+/gm, "")
    .replace(/(\*\*|__|`+)(?=\S)(.*?)(?<=\S)\1/g, "$2")
    .replace(/(^|\W)([*_])(?=\S)(.+?)(?<=\S)\2(?=\W|$)/g, "$1$3")
    .replace(/\s+/g, " ")
    .trim();
}
