package dev.chatcall.desktop.ui.widget;

import java.util.UUID;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;

/** A person's or group's picture, or their letters. Decoration: the name always stands beside it. */
public final class Avatar extends StackPane {
    private static final PseudoClass[] TONE_CLASSES = new PseudoClass[10];

    static {
        for (int tone = 0; tone < TONE_CLASSES.length; tone++) {
            TONE_CLASSES[tone] = PseudoClass.getPseudoClass("tone" + tone);
        }
    }

    private final Label letters = new Label();
    private final ImageView picture = new ImageView();
    private final Region dot = new Region();
    private int tone = -1;

    /** @param size in pixels; the web's are 20, 28, 32, 40, 64 and 96 */
    public Avatar(double size) {
        getStyleClass().add("avatar");
        setAccessibleRole(AccessibleRole.NODE);
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        letters.getStyleClass().add("avatar-letters");
        letters.setStyle("-fx-font-size: " + Math.round(size * 0.375) + "px;");
        letters.setMinSize(size, size);
        letters.setPrefSize(size, size);
        letters.setAlignment(Pos.CENTER);
        picture.setFitWidth(size);
        picture.setFitHeight(size);
        picture.setSmooth(true);
        picture.setClip(new Circle(size / 2, size / 2, size / 2));
        double dotSize = Math.clamp(size * 0.28, 10, 16);
        dot.getStyleClass().add("avatar-presence");
        dot.setMinSize(dotSize, dotSize);
        dot.setMaxSize(dotSize, dotSize);
        dot.setVisible(false);
        setAlignment(dot, Pos.BOTTOM_RIGHT);
        getChildren().addAll(letters, picture, dot);
        setMouseTransparent(true);
    }

    /**
     * @param id chooses the colour behind the letters
     * @param image square, or null for the letters
     */
    public void show(String name, UUID id, @Nullable Image image) {
        letters.setText(Tones.initialsOf(name));
        letters.setVisible(image == null);
        picture.setImage(image);
        int next = Tones.toneOf(id.toString());
        if (next != tone) {
            if (tone >= 0) {
                pseudoClassStateChanged(TONE_CLASSES[tone], false);
            }
            pseudoClassStateChanged(TONE_CLASSES[next], true);
            tone = next;
        }
    }

    /** Whether the dot of somebody who is online is shown. */
    public void presence(boolean online) {
        dot.setVisible(online);
    }
}
