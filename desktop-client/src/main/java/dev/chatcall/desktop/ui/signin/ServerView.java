package dev.chatcall.desktop.ui.signin;

import dev.chatcall.desktop.instance.SignInLink;
import dev.chatcall.desktop.server.ServerCheck;
import dev.chatcall.desktop.server.ServerCheck.Finding;
import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.form.Field;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.TextLink;
import dev.chatcall.desktop.ui.fx.FxThread;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Asks which server, and says what is wrong with what was typed. */
public final class ServerView extends StackPane {
    private static final int ADDRESS_MAX = 2_000;

    /**
     * Where the server is.
     *
     * @param link what was typed, where that is a link that the server made
     */
    public record Found(String url, Optional<SignInLink> link) {}

    private final Texts texts;
    private final ServerCheck check;
    private final FxThread fx;
    private final Consumer<Found> found;
    private final Field address;
    private final PushButton go;

    /**
     * @param found is given where the server is, once one answers that this program can speak with
     * @param back to what was open; null: there is nothing
     */
    public ServerView(Texts texts, ServerCheck check, FxThread fx, Consumer<Found> found, @Nullable Runnable back) {
        this.texts = texts;
        this.check = check;
        this.fx = fx;
        this.found = found;
        address = new Field(texts.t("desktop.server.address"), "", ADDRESS_MAX).prompt("chat.example.org");
        address.text().addListener(change -> address.say(null));
        go = new PushButton(PushButton.Look.PRIMARY, texts.t("desktop.server.submit"), this::ask);
        go.getStyleClass().add("large");
        go.setMaxWidth(Double.MAX_VALUE);
        VBox form = new VBox(12, address, go);
        Forms.enterSubmits(form, go);
        Card card = new Card(texts.t("desktop.server.title"), texts.t("desktop.server.text"), form);
        if (back != null) {
            card.foot(new TextLink(texts.t("action.back"), back));
        }
        getChildren().setAll(card);
        FirstField.focus(card);
    }

    private void ask() {
        if (address.value().isBlank()) {
            address.input().requestFocus();
            return;
        }
        go.setBusy(true);
        check.check(address.value()).thenAcceptAsync(this::answered, fx);
    }

    private void answered(ServerCheck.Result result) {
        go.setBusy(false);
        if (result.finding() == Finding.FINE) {
            found.accept(new Found(result.url(), SignInLink.parse(address.value())));
            return;
        }
        address.say(texts.t(keyOf(result.finding())));
        address.input().requestFocus();
    }

    private static String keyOf(Finding finding) {
        return switch (finding) {
            case INVALID, FINE -> "desktop.server.invalid";
            case INSECURE -> "desktop.server.insecure";
            case UNREACHABLE -> "desktop.server.unreachable";
            case CERTIFICATE -> "desktop.server.certificate";
            case NOT_CHAT_CALL -> "desktop.server.notChatCall";
            case UNHEALTHY -> "desktop.server.unhealthy";
            case OTHER_VERSION -> "desktop.server.otherVersion";
        };
    }
}
