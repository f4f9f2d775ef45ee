package dev.chatcall.desktop.ui.conversation.message;

import dev.chatcall.desktop.ui.conversation.markdown.Block;
import dev.chatcall.desktop.ui.conversation.markdown.Inline;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The text of a message in the direction in which it is written; the tail (time, mark) ends its last line. */
final class MessageText extends Region {
    private static final double GAP = 6;
    private static final double TAIL_GAP = 10;
    private static final double TAIL_DROP = 4;
    /** Deeper quotes and lists are drawn as flat ones: nobody reads them, and each level takes room. */
    private static final int DEEPEST = 8;

    private final RowScope scope;
    private final Region tail;
    private final List<Region> blocks = new ArrayList<>();
    private final SelectableText selectable;
    private @Nullable FlowText plain;
    private boolean tailInside;
    private boolean dressed;

    MessageText(RowScope scope, Region tail) {
        this.scope = scope;
        this.tail = tail;
        selectable = new SelectableText(scope.selection());
        getStyleClass().add("message-text");
        getChildren().add(tail);
    }

    SelectableText selectable() {
        return selectable;
    }

    /** @param large a few emoji and nothing else */
    void show(List<Block> content, boolean rightToLeft, boolean large) {
        setNodeOrientation(rightToLeft ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        selectable.begin();
        tailInside = !content.isEmpty() && content.getLast().endsInText();
        if (!large && showsInPlace(content)) {
            return;
        }
        blocks.clear();
        plain = null;
        for (int at = 0; at < content.size(); at++) {
            blocks.add(block(content.get(at), tailInside && at == content.size() - 1, large, 0));
        }
        List<Node> children = new ArrayList<>(blocks);
        children.add(tail);
        getChildren().setAll(children);
        dressed = false;
        plain = !large && blocks.size() == 1 && blocks.getFirst() instanceof FlowText only ? only : null;
    }

    /** Most messages are one paragraph of words: the next one takes the place of the one before. */
    private boolean showsInPlace(List<Block> content) {
        FlowText shown = plain;
        if (shown == null
                || content.size() != 1
                || !(content.getFirst() instanceof Block.Paragraph(var words))
                || !shown.replace(words)) {
            return false;
        }
        shown.leaveRoom(tail.prefWidth(-1) + TAIL_GAP, 1);
        selectable.add(shown);
        return true;
    }

    private Region block(Block block, boolean last, boolean large, int depth) {
        return switch (block) {
            case Block.Paragraph(var content) -> paragraph(content, last, large);
            case Block.CodeBlock(var code) -> {
                CodeText text = new CodeText(scope, code);
                selectable.add(text.flow());
                yield text;
            }
            case Block.Quote(var content) -> {
                VBox quote = column(content, false, depth);
                quote.getStyleClass().add("quote");
                yield quote;
            }
            case Block.Items items -> items(items, last, depth);
        };
    }

    private FlowText paragraph(List<Inline> content, boolean last, boolean large) {
        FlowText text = new FlowText(scope, content, large);
        selectable.add(text);
        if (last) {
            // The tail is drawn over this room, or the room makes a line for it.
            text.leaveRoom(tail.prefWidth(-1) + TAIL_GAP, 1);
        }
        return text;
    }

    private VBox column(List<Block> content, boolean last, int depth) {
        VBox column = new VBox(GAP);
        if (depth < DEEPEST) {
            for (int at = 0; at < content.size(); at++) {
                column.getChildren().add(block(content.get(at), last && at == content.size() - 1, false, depth + 1));
            }
        }
        return column;
    }

    private VBox items(Block.Items list, boolean last, int depth) {
        VBox items = new VBox();
        items.getStyleClass().add("items");
        for (int at = 0; at < list.items().size(); at++) {
            Label sign = new Label(list.sign(at));
            sign.getStyleClass().add("item-sign");
            sign.setMinWidth(USE_PREF_SIZE);
            VBox content =
                    column(list.items().get(at), last && at == list.items().size() - 1, depth);
            HBox.setHgrow(content, Priority.ALWAYS);
            HBox item = new HBox(sign, content);
            item.getStyleClass().add("item");
            items.getChildren().add(item);
        }
        return items;
    }

    /** Gives what was shown last its style; what is around it has its own. */
    void dress() {
        if (!dressed) {
            blocks.forEach(Node::applyCss);
            dressed = true;
        }
    }

    /** The tail changed its width, so the room for it must, too. */
    double tailWidth() {
        return tail.prefWidth(-1);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        double widest = tail.prefWidth(-1);
        for (Region block : blocks) {
            widest = Math.max(widest, block.prefWidth(-1));
        }
        return Math.ceil(widest);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double sum = 0;
        for (Region block : blocks) {
            sum += block.prefHeight(width) + (sum > 0 ? GAP : 0);
        }
        return tailInside ? sum : sum + tail.prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        double y = 0;
        for (Region block : blocks) {
            double height = block.prefHeight(getWidth());
            block.resizeRelocate(0, y, getWidth(), height);
            y += height + GAP;
        }
        tail.autosize();
        double drop = tailInside ? TAIL_DROP : 0;
        tail.relocate(getWidth() - tail.getWidth(), getHeight() - tail.getHeight() + drop);
    }
}
