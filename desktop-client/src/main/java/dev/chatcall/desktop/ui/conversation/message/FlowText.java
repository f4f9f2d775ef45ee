package dev.chatcall.desktop.ui.conversation.message;

import dev.chatcall.desktop.ui.conversation.markdown.Inline;
import dev.chatcall.desktop.ui.widget.Unbroken;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** A paragraph of a message: words in their styles, pictures for emoji, chips for mentions, ground behind code. */
final class FlowText extends SelectableFlow {
    private static final double BODY = 15;
    private static final double LARGE = 36;
    private static final double EMOJI_DROP = 0.2;

    private record Range(int from, int to) {}

    private final RowScope scope;
    private final double size;
    private final List<Range> code = new ArrayList<>();
    private @Nullable Path ground;
    private @Nullable Text onlyText;
    private @Nullable Region room;

    FlowText(RowScope scope, List<Inline> content, boolean large) {
        this.scope = scope;
        this.size = large ? LARGE : BODY;
        add(content, List.of());
        if (plainWords(content) != null && getChildren().getFirst() instanceof Text only) {
            onlyText = only;
        }
        if (!code.isEmpty()) {
            Path behind = new Path();
            behind.getStyleClass().add("code-ground");
            behind.setManaged(false);
            getChildren().addFirst(behind);
            ground = behind;
        }
    }

    /** Keeps room for something at the end of the last line. */
    void leaveRoom(double width, double height) {
        if (room == null) {
            room = new Region();
            getChildren().add(room);
        }
        room.setMinSize(width, height);
        room.setPrefSize(width, height);
    }

    /** Shows other words; false where either needs more than one text. A text that stays need not be dressed anew. */
    boolean replace(List<Inline> content) {
        Text only = onlyText;
        String words = plainWords(content);
        if (only == null || words == null) {
            return false;
        }
        replaceText(only, words);
        return true;
    }

    private @Nullable String plainWords(List<Inline> content) {
        if (content.size() != 1 || !(content.getFirst() instanceof Inline.Words(String words))) {
            return null;
        }
        boolean plain =
                !Unbroken.anyRightToLeft(words) && !scope.screens().emojis().anyIn(words);
        return plain ? words : null;
    }

    private void add(List<Inline> content, List<String> styles) {
        for (Inline inline : content) {
            switch (inline) {
                case Inline.Words(String text) -> addWords(text, styles);
                case Inline.Strong(var inner) -> add(inner, with(styles, "strong"));
                case Inline.Emphasis(var inner) -> add(inner, with(styles, "emphasis"));
                case Inline.Code(String text) -> addCode(text, styles);
                case Inline.Link link -> addLink(link, styles);
                case Inline.Mention(String name, boolean me) -> addMention(name, me);
            }
        }
    }

    private static List<String> with(List<String> styles, String another) {
        List<String> both = new ArrayList<>(styles);
        both.add(another);
        return both;
    }

    private void addWords(String text, List<String> styles) {
        for (String piece : Unbroken.pieces(text)) {
            for (Node node : scope.screens().emojis().nodes(piece, size)) {
                style(node, styles);
                if (node instanceof Text words) {
                    addText(words);
                } else {
                    addObject(node, String.valueOf(node.getUserData()));
                }
            }
        }
    }

    private void style(Node node, List<String> styles) {
        if (node instanceof Text words) {
            node.getStyleClass().add("message-words");
            node.getStyleClass().addAll(styles);
            if (Unbroken.needsOneFont(words.getText())) {
                node.getStyleClass().add("arabic");
            }
        } else {
            // A picture stands on the line; emoji hang a little below it.
            node.setTranslateY(size * EMOJI_DROP);
        }
    }

    private void addCode(String text, List<String> styles) {
        Text words = new Text(text);
        style(words, with(styles, "code"));
        code.add(new Range(length(), length() + words.getText().length()));
        addText(words);
    }

    private void addMention(String name, boolean me) {
        Label chip = new Label("@" + name);
        chip.getStyleClass().add(me ? "mention-me" : "mention");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        addObject(chip, "@" + name);
    }

    private void addLink(Inline.Link link, List<String> styles) {
        int before = getChildren().size();
        add(link.content(), with(styles, "link"));
        List<Node> parts =
                List.copyOf(getChildren().subList(before, getChildren().size()));
        StringBuilder shown = new StringBuilder();
        parts.forEach(part -> shown.append(part instanceof Text words ? words.getText() : ""));
        Runnable follow = () -> scope.links().follow(link.address(), shown.toString());
        for (Node part : parts) {
            part.setOnMouseClicked(event -> {
                if (event.isStillSincePress()) {
                    follow.run();
                    event.consume();
                }
            });
            Tooltip.install(part, new Tooltip(link.address()));
        }
        if (!parts.isEmpty()) {
            reachByKeys(parts.getFirst(), shown.toString(), follow);
        }
    }

    private static void reachByKeys(Node link, String name, Runnable follow) {
        link.setFocusTraversable(true);
        link.setAccessibleRole(AccessibleRole.HYPERLINK);
        link.setAccessibleText(name);
        link.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                follow.run();
                event.consume();
            }
        });
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (ground == null) {
            return;
        }
        ground.getElements().clear();
        for (Range range : code) {
            ground.getElements().addAll(getRangeShape(range.from, range.to, false));
        }
    }
}
