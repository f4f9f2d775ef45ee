package dev.chatcall.desktop.ui.emoji;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a text what JavaFX can show of it: plain pieces, and pictures where emoji are. The pictures are read when the
 * first emoji is met, and the latest few hundred stay decoded. Used on the JavaFX thread.
 */
public final class Emojis {
    /** 16 KB each. */
    private static final int KEPT = 256;
    /** How much larger than the text's letters a picture is. */
    private static final double LARGER = 1.3;
    /** How far of its height it reaches below the line that letters stand on. */
    private static final double BELOW = 0.18;
    /** Below this no character is an emoji by itself, but # * and digits begin some. */
    private static final int FIRST = 0xa9;

    private final Map<String, Image> decoded = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Image> eldest) {
            return size() > KEPT;
        }
    };
    private @Nullable EmojiPack pack;

    /**
     * The text's pieces in order, {@link Text} and {@link ImageView}, for a text flow.
     *
     * @param size of the text, in pixels: emoji are a little larger than its letters
     */
    public List<Node> nodes(String text, double size) {
        if (!mayHold(text)) {
            return text.isEmpty() ? List.of() : List.of(new Text(text));
        }
        List<Node> nodes = new ArrayList<>();
        int plainFrom = 0;
        int at = 0;
        while (at < text.length()) {
            EmojiPack.Found found = pack().at(text, at);
            if (found == null) {
                at += Character.charCount(text.codePointAt(at));
                continue;
            }
            if (at > plainFrom) {
                nodes.add(new Text(text.substring(plainFrom, at)));
            }
            nodes.add(view(found.sequence(), text.substring(at, at + found.length()), size * LARGER));
            at += found.length();
            plainFrom = at;
        }
        if (plainFrom < text.length()) {
            nodes.add(new Text(text.substring(plainFrom)));
        }
        return nodes;
    }

    /** Whether a picture would stand anywhere in the text. */
    public boolean anyIn(String text) {
        if (!mayHold(text)) {
            return false;
        }
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (pack().at(text, at) != null) {
                return true;
            }
        }
        return false;
    }

    /** One emoji as a picture so many pixels high; empty where the text is anything else. */
    public Optional<Image> image(String emoji) {
        if (emoji.isEmpty() || !mayHold(emoji)) {
            return Optional.empty();
        }
        EmojiPack.Found found = pack().at(emoji, 0);
        if (found == null || found.length() != emoji.length()) {
            return Optional.empty();
        }
        return Optional.of(picture(found.sequence()));
    }

    /** How many emoji the text consists of, or 0 when there is anything else in it but white space. */
    public int countAlone(String text) {
        if (!mayHold(text)) {
            return 0;
        }
        int count = 0;
        int at = 0;
        while (at < text.length()) {
            EmojiPack.Found found = pack().at(text, at);
            if (found != null) {
                count++;
                at += found.length();
            } else if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else {
                return 0;
            }
        }
        return count;
    }

    private ImageView view(String sequence, String text, double size) {
        ImageView view = new ImageView(picture(sequence));
        view.setFitWidth(size);
        view.setFitHeight(size);
        view.setSmooth(true);
        view.setTranslateY(size * BELOW);
        view.getStyleClass().add("emoji");
        view.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        view.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        view.setAccessibleText(text);
        // What copies the text of a flow finds the emoji here.
        view.setUserData(text);
        return view;
    }

    private Image picture(String sequence) {
        return decoded.computeIfAbsent(sequence, pack()::read);
    }

    private EmojiPack pack() {
        EmojiPack open = pack;
        if (open == null) {
            open = EmojiPack.open();
            pack = open;
        }
        return open;
    }

    private static boolean mayHold(String text) {
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter >= FIRST && (letter >= 0x200d || letter == 0xa9 || letter == 0xae)) {
                return true;
            }
        }
        return false;
    }
}
