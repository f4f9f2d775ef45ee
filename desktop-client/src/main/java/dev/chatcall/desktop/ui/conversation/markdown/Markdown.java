package dev.chatcall.desktop.ui.conversation.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * The subset that both clients draw: bold, italic, code, code blocks, quotes, lists and links. What else Markdown knows
 * (headings, tables, images, HTML, reference links, rules) stays the text that was typed.
 */
public final class Markdown {
    /** Stands for "&" while a text is parsed, so that no entity is one. */
    private static final char AMPERSAND = '\uE0A6';

    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of(BlockQuote.class, FencedCodeBlock.class, ListBlock.class))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private final String source;
    private final WordParts words;

    private Markdown(String source, Map<String, Mentioned> mentions) {
        this.source = source;
        this.words = new WordParts(mentions);
    }

    /** @param mentions the user names that are mentions here */
    public static List<Block> parse(String text, Map<String, Mentioned> mentions) {
        String source = text.replace('&', AMPERSAND);
        return new Markdown(source, mentions).blocks(PARSER.parse(source));
    }

    private List<Block> blocks(Node parent) {
        List<Block> blocks = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            blocks.add(block(node));
        }
        return List.copyOf(blocks);
    }

    private Block block(Node node) {
        return switch (node) {
            case Paragraph paragraph -> new Block.Paragraph(inlines(paragraph));
            case FencedCodeBlock code ->
                new Block.CodeBlock(typed(code.getLiteral()).stripTrailing());
            case BlockQuote quote -> new Block.Quote(blocks(quote));
            case BulletList list -> new Block.Items(false, 1, items(list));
            case OrderedList list -> {
                Integer start = list.getMarkerStartNumber();
                yield new Block.Items(true, start == null ? 1 : start, items(list));
            }
            default -> new Block.Paragraph(List.of(new Inline.Words(raw(node))));
        };
    }

    private List<List<Block>> items(Node list) {
        List<List<Block>> items = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            items.add(blocks(item));
        }
        return List.copyOf(items);
    }

    private List<Inline> inlines(Node parent) {
        List<Inline> found = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                // Neighbours are one text: an address or a mention may go across them.
                case org.commonmark.node.Text text -> plain.append(typed(text.getLiteral()));
                case SoftLineBreak _, HardLineBreak _ -> plain.append('\n');
                default -> {
                    flush(plain, found);
                    found.add(inline(node));
                }
            }
        }
        flush(plain, found);
        return List.copyOf(found);
    }

    private void flush(StringBuilder plain, List<Inline> into) {
        if (!plain.isEmpty()) {
            into.addAll(words.of(plain.toString()));
            plain.setLength(0);
        }
    }

    private Inline inline(Node node) {
        return switch (node) {
            case StrongEmphasis strong -> new Inline.Strong(inlines(strong));
            case Emphasis emphasis -> new Inline.Emphasis(inlines(emphasis));
            case org.commonmark.node.Code code -> new Inline.Code(typed(code.getLiteral()));
            case org.commonmark.node.Link link -> link(link);
            default -> new Inline.Words(raw(node));
        };
    }

    private Inline link(org.commonmark.node.Link link) {
        String raw = raw(link);
        boolean byReference = !raw.endsWith(")") && !raw.endsWith(">");
        var address = WebAddress.safe(typed(link.getDestination()));
        if (byReference || address.isEmpty()) {
            return new Inline.Words(raw);
        }
        return new Inline.Link(address.get(), new Markdown(source, Map.of()).withoutLinks(link));
    }

    /** What a link shows: an address in it is no second link. */
    private List<Inline> withoutLinks(Node link) {
        return inlines(link).stream()
                .flatMap(part -> part instanceof Inline.Link inner ? inner.content().stream() : List.of(part).stream())
                .toList();
    }

    /** As it was typed. */
    private String raw(Node node) {
        StringBuilder raw = new StringBuilder();
        for (SourceSpan span : node.getSourceSpans()) {
            if (!raw.isEmpty()) {
                raw.append('\n');
            }
            raw.append(source, span.getInputIndex(), span.getInputIndex() + span.getLength());
        }
        return typed(raw.toString());
    }

    private static String typed(String parsed) {
        return parsed.replace(AMPERSAND, '&');
    }
}
