package dev.chatcall.desktop.ui.form;

import dev.chatcall.desktop.text.Texts;
import dev.chatcall.protocol.Limits;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A password to be chosen, with its strength told while it is typed. */
public final class NewPasswordInput extends PasswordInput {
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");
    private static final int BARS = 4;

    private final Texts texts;
    private final Supplier<List<String>> others;
    private final HBox bars = new HBox(4);

    /** @param others what makes a bad password: the person's own names */
    public NewPasswordInput(String label, Texts texts, Supplier<List<String>> others) {
        super(label, texts);
        this.texts = texts;
        this.others = others;
        bars.getStyleClass().add("strength-bars");
        for (int bar = 0; bar < BARS; bar++) {
            Region part = new Region();
            part.getStyleClass().add("strength-bar");
            HBox.setHgrow(part, Priority.ALWAYS);
            bars.getChildren().add(part);
        }
        getChildren().add(bars);
        text().addListener((observable, before, now) -> judge(now));
        judge("");
    }

    private void judge(String password) {
        PasswordStrength strength = PasswordStrength.of(password, others.get());
        hint(advice(strength, password));
        say(PasswordStrength.isTooLong(password) ? texts.t("error.account.password_weak") : null);
        int lit = strength.ordinal() - PasswordStrength.SHORT.ordinal();
        for (int bar = 0; bar < BARS; bar++) {
            bars.getChildren().get(bar).pseudoClassStateChanged(ON, bar < lit);
        }
        for (PasswordStrength each : PasswordStrength.values()) {
            bars.pseudoClassStateChanged(PseudoClass.getPseudoClass(each.level()), each == strength);
        }
        bars.setAccessibleText(texts.t("password.strength", Map.of("level", strength.level())));
    }

    private String advice(PasswordStrength strength, String password) {
        return switch (strength) {
            case NONE -> texts.t("register.passwordRule");
            case SHORT ->
                texts.t("password.short", Map.of("missing", Limits.PASSWORD_MIN - PasswordStrength.length(password)));
            case WEAK, FAIR, GOOD, STRONG -> texts.t("password." + strength.level());
        };
    }
}
