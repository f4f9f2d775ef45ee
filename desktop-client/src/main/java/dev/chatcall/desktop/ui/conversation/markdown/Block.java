package dev.chatcall.desktop.ui.conversation.markdown;

import java.util.List;

/** A part of a message that stands on lines of its own. */
public sealed interface Block {
    record Paragraph(List<Inline> content) implements Block {}

    record CodeBlock(String code) implements Block {}

    record Quote(List<Block> content) implements Block {}

    /**
     * @param ordered with numbers instead of dots
     * @param start the first number
     */
    record Items(boolean ordered, int start, List<List<Block>> items) implements Block {
        /** What stands before an item. */
        public String sign(int item) {
            return ordered ? start + item + "." : "•";
        }
    }

    /** Whether something more can stand on its last line. */
    default boolean endsInText() {
        return switch (this) {
            case Paragraph _ -> true;
            case Items list ->
                !list.items().isEmpty()
                        && !list.items().getLast().isEmpty()
                        && list.items().getLast().getLast().endsInText();
            case CodeBlock _, Quote _ -> false;
        };
    }
}
