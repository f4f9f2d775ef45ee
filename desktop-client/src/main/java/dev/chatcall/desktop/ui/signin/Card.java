package dev.chatcall.desktop.ui.signin;

import dev.chatcall.desktop.ui.widget.Mark;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** The one card of the signed-out pages. */
final class Card extends StackPane {
    private static final double MARK = 48;
    private static final double WIDTH = 400;
    private static final double NARROW = 480;

    private final VBox card = new VBox();
    private final VBox body = new VBox();

    Card(String title, @Nullable String subtitle, Node... children) {
        getStyleClass().add("signin-page");
        Mark mark = new Mark(MARK);
        VBox.setMargin(mark, new Insets(0, 0, 12, 0));
        VBox head = new VBox(4, mark, centred(title, "display"));
        head.setAlignment(Pos.TOP_CENTER);
        if (subtitle != null) {
            head.getChildren().add(centred(subtitle, "muted"));
        }
        body.getStyleClass().add("signin-form");
        body.getChildren().addAll(children);
        card.getStyleClass().add("signin-card");
        card.getChildren().addAll(head, body);
        card.setMaxWidth(WIDTH);
        card.setMaxHeight(USE_PREF_SIZE);
        StackPane middle = new StackPane(card);
        middle.getStyleClass().add("signin-middle");
        ScrollPane scroll = new ScrollPane(middle);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        getChildren().add(scroll);
        widthProperty().addListener((property, before, width) -> fit(width.doubleValue() < NARROW));
    }

    /** A line of links below the form. */
    Card foot(Node... links) {
        VBox foot = new VBox(8, links);
        foot.setAlignment(Pos.CENTER);
        card.getChildren().add(foot);
        return this;
    }

    /** A sentence where a link would be. */
    static Label sentence(String text) {
        return centred(text, "secondary", "muted");
    }

    private void fit(boolean narrow) {
        getStyleClass().remove("narrow");
        if (narrow) {
            getStyleClass().add("narrow");
        }
        card.setMaxWidth(narrow ? Double.MAX_VALUE : WIDTH);
        StackPane.setAlignment(card, narrow ? Pos.TOP_CENTER : Pos.CENTER);
    }

    private static Label centred(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setTextAlignment(TextAlignment.CENTER);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
