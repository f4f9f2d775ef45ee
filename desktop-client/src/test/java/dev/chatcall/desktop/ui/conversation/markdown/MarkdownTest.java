package dev.chatcall.desktop.ui.conversation.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MarkdownTest {
    private static final Map<String, Mentioned> ADA = Map.of("ada", new Mentioned("ADA", false));

    private static String html(String text) {
        return html(text, Map.of());
    }

    private static String html(String text, Map<String, Mentioned> mentions) {
        return blocks(Markdown.parse(text, mentions));
    }

    private static String blocks(List<Block> blocks) {
        return blocks.stream().map(MarkdownTest::block).collect(Collectors.joining());
    }

    private static String block(Block block) {
        return switch (block) {
            case Block.Paragraph(var content) -> "<p>" + inlines(content) + "</p>";
            case Block.CodeBlock(var code) -> "<pre>" + code + "</pre>";
            case Block.Quote(var content) -> "<quote>" + blocks(content) + "</quote>";
            case Block.Items(var ordered, var start, var items) ->
                items.stream()
                        .map(item -> "<li>" + blocks(item) + "</li>")
                        .collect(Collectors.joining(
                                "", ordered ? "<ol " + start + ">" : "<ul>", ordered ? "</ol>" : "</ul>"));
        };
    }

    private static String inlines(List<Inline> inlines) {
        return inlines.stream().map(MarkdownTest::inline).collect(Collectors.joining());
    }

    private static String inline(Inline inline) {
        return switch (inline) {
            case Inline.Words(var text) -> text.replace("\n", "<br>");
            case Inline.Strong(var content) -> "<b>" + inlines(content) + "</b>";
            case Inline.Emphasis(var content) -> "<i>" + inlines(content) + "</i>";
            case Inline.Code(var text) -> "<code>" + text + "</code>";
            case Inline.Link(var address, var content) -> "<a " + address + ">" + inlines(content) + "</a>";
            case Inline.Mention(var name, var me) -> "<@" + name + ">";
        };
    }

    @Test
    void drawsTheSubset() {
        assertThat(html("**b** *i* `c`")).isEqualTo("<p><b>b</b> <i>i</i> <code>c</code></p>");
        assertThat(html("a\nb")).isEqualTo("<p>a<br>b</p>");
        assertThat(html("> q")).isEqualTo("<quote><p>q</p></quote>");
        assertThat(html("- a\n- b")).isEqualTo("<ul><li><p>a</p></li><li><p>b</p></li></ul>");
        assertThat(html("3. a")).isEqualTo("<ol 3><li><p>a</p></li></ol>");
        assertThat(html("```js\nlet a;\n```")).isEqualTo("<pre>let a;</pre>");
    }

    @Test
    void followsOnlyAddressesThatLeadToTheWebOrToMail() {
        assertThat(html("[x](https://example.org/)")).isEqualTo("<p><a https://example.org/>x</a></p>");
        assertThat(html("https://example.org/a."))
                .isEqualTo("<p><a https://example.org/a>https://example.org/a</a>.</p>");
        assertThat(html("(see https://example.org/a_(b))"))
                .isEqualTo("<p>(see <a https://example.org/a_(b)>https://example.org/a_(b)</a>)</p>");
        assertThat(html("[x](javascript:alert(1))")).doesNotContain("<a");
        assertThat(html("[x](data:text/html,hi)")).doesNotContain("<a");
        assertThat(html("[x](file:///etc/passwd)")).doesNotContain("<a");
        assertThat(html("https://example.org/?a=1&b=2")).contains("<a https://example.org/?a=1&b=2>");
    }

    @Test
    void keepsEverythingElseAsTheTextThatWasTyped() {
        assertThat(html("<b>x</b> &amp; <script>alert(1)</script>"))
                .isEqualTo("<p><b>x</b> &amp; <script>alert(1)</script></p>");
        assertThat(html("# not a heading")).isEqualTo("<p># not a heading</p>");
        assertThat(html("![x](https://example.org/a.png)")).isEqualTo("<p>![x](https://example.org/a.png)</p>");
        assertThat(html("    four spaces")).contains("four spaces");
        assertThat(html("a\n---")).isEqualTo("<p>a<br>---</p>");
        assertThat(html("[x]: https://example.org/")).contains("[x]:");
        assertThat(html("| a | b |\n|---|---|")).contains("| a | b |");
        assertThat(html("~~gone~~")).isEqualTo("<p>~~gone~~</p>");
    }

    @Test
    void showsWhoIsMentionedAndLeavesOtherAtSignsAlone() {
        assertThat(html("hi @ada, mail ada@ada.org @eve", ADA))
                .isEqualTo("<p>hi <@ADA>, mail <a mailto:ada@ada.org>ada@ada.org</a> @eve</p>");
        assertThat(html("`@ada`", ADA)).isEqualTo("<p><code>@ada</code></p>");
        assertThat(html("**@ada**", ADA)).isEqualTo("<p><b><@ADA></b></p>");
    }

    @Test
    void survivesWhatNobodyWrites() {
        assertThat(Markdown.parse(">".repeat(8_000), Map.of())).isNotNull();
        assertThat(Markdown.parse("*a ".repeat(2_600), Map.of())).isNotNull();
        assertThat(Markdown.parse("[".repeat(8_000), Map.of())).isNotNull();
        assertThat(Markdown.parse("- ".repeat(4_000), Map.of())).isNotNull();
    }
}
