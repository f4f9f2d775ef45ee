import { render } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { inEnglish } from "../../testing/english.tsx";
import { Markdown } from "./Markdown.tsx";

function html(text: string, usernames: readonly string[] = []): string {
  const mentions = new Map(usernames.map((name) => [name, { name: name.toUpperCase(), me: false }]));
  const { container } = render(inEnglish(<Markdown text={text} mentions={mentions} tail={null} />));
  return (container.firstElementChild?.innerHTML ?? "")
    .replace(/ class="[^"]*"/g, "")
    .replace(/<div><\/div>$/, "");
}

describe("Markdown", () => {
  it("draws the subset", () => {
    expect(html("**b** *i* `c`")).toBe("<p><strong>b</strong> <em>i</em> <code>c</code></p>");
    expect(html("a\nb")).toBe("<p>a<br>b</p>");
    expect(html("> q")).toBe("<blockquote><p>q</p></blockquote>");
    expect(html("- a\n- b")).toBe("<ul><li><p>a</p></li><li><p>b</p></li></ul>");
    expect(html("3. a")).toBe('<ol start="3"><li><p>a</p></li></ol>');
  });

  it("follows only addresses that lead to the web or to mail", () => {
    expect(html("[x](https://example.org/)")).toContain('<a href="https://example.org/" target="_blank"');
    expect(html("https://example.org/a")).toContain('rel="noopener noreferrer nofollow"');
    expect(html("[x](javascript:alert(1))")).not.toContain("<a");
    expect(html("[x](data:text/html,hi)")).not.toContain("<a");
  });

  it("keeps everything else as the text that was typed", () => {
    expect(html("<b>x</b> &amp; <script>alert(1)</script>")).toBe(
      "<p>&lt;b&gt;x&lt;/b&gt; &amp;amp; &lt;script&gt;alert(1)&lt;/script&gt;</p>",
    );
    expect(html("# not a heading")).toBe("<p># not a heading</p>");
    expect(html("![x](https://example.org/a.png)")).not.toContain("<img");
    expect(html("    four spaces")).toContain("four spaces");
    expect(html("a\n---")).toBe("<p>a<br>---</p>");
    expect(html("| a | b |\n|---|---|\n| 1 | 2 |")).not.toContain("<table");
  });

  it("shows who is mentioned and leaves other at-signs alone", () => {
    expect(html("hi @ada, mail ada@ada.org @eve", ["ada"])).toBe(
      '<p>hi <span>@ADA</span>, mail <a href="mailto:ada@ada.org" target="_blank" rel="noopener noreferrer nofollow">ada@ada.org</a> @eve</p>',
    );
    expect(html("`@ada`", ["ada"])).toBe("<p><code>@ada</code></p>");
  });
});
