package dev.chatcall.desktop.ui.signin;

import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.Submit;
import dev.chatcall.desktop.ui.fx.Watching;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** What the forms of these pages have in common. */
final class Forms {
    private Forms() {}

    /** The wide button that sends a form. */
    static PushButton submit(String text, Submit submit, Watching watching, Runnable act) {
        PushButton button = new PushButton(PushButton.Look.PRIMARY, text, act).follow(submit, watching);
        button.getStyleClass().add("large");
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    /** Enter in any field of the form presses its button. */
    static void enterSubmits(Region form, PushButton button) {
        form.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof TextField && !button.isDisabled()) {
                event.consume();
                button.fire();
            }
        });
    }

    /** The secret in a link that the server made, such as {@code …/register?invitation=SECRET}, or the text itself. */
    static String secretOf(String link, String parameter) {
        String text = link.strip();
        try {
            String query = new URI(text).getQuery();
            if (query != null) {
                Matcher found = Pattern.compile("(?:^|&)" + Pattern.quote(parameter) + "=([^&]+)")
                        .matcher(query);
                return found.find() ? found.group(1) : "";
            }
        } catch (URISyntaxException e) {
            return "";
        }
        return text;
    }
}
