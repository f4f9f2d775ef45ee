package dev.chatcall.desktop.ui.settings;

import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.Field;
import dev.chatcall.desktop.ui.form.Notice;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.PushButton.Look;
import dev.chatcall.desktop.ui.form.Select;
import dev.chatcall.desktop.ui.form.Submit;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.admin.Invitation;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Makes a link with which people create accounts. */
final class NewInvitation extends VBox {
    private static final List<Integer> USES = List.of(1, 5, 20, 100);
    private static final List<Integer> DAYS = List.of(1, 7, 30, 365);

    private static final int CHOICE_PX = 148;

    private final Screens screens;
    private final Consumer<Invitation> onMade;
    private final Submit submit;
    private final Field note;
    private final Select<Integer> uses;
    private final Select<Integer> days;

    NewInvitation(Screens screens, Consumer<Invitation> onMade) {
        super(12);
        this.screens = screens;
        this.onMade = onMade;
        Texts texts = screens.texts();
        submit = new Submit(screens.fx());
        note = new Field(screens.t("admin.invitationNote"), "", Limits.NOTE_MAX)
                .prompt(screens.t("admin.invitationNotePlaceholder"));
        uses = new Select<>(
                screens.t("admin.invitationUses"),
                USES,
                count -> count == 1 ? texts.t("admin.usesOnce") : texts.t("admin.usesTimes", Map.of("count", count)),
                chosen -> {});
        days = new Select<>(
                screens.t("admin.validFor"),
                DAYS,
                count -> texts.t("admin.days", Map.of("count", count)),
                chosen -> {});
        uses.show(USES.getFirst());
        days.show(DAYS.get(1));
        Watching watching = new Watching(this);
        PushButton create = new PushButton(Look.PRIMARY, screens.t("admin.createInvitation"), this::create)
                .follow(submit, watching);
        create.getStyleClass().add("large");
        note.input().setOnAction(event -> create.fire());
        uses.setPrefWidth(CHOICE_PX);
        days.setPrefWidth(CHOICE_PX);
        FlowPane choices = new FlowPane(12, 12, uses, days, create);
        choices.setRowValignment(VPos.BOTTOM);
        getChildren().addAll(Notice.of(submit, texts, watching), note, choices);
    }

    private void create() {
        submit.run(
                () -> screens.client().admin().createInvitation(note.value().strip(), uses.value(), days.value()),
                made -> {
                    note.text().set("");
                    onMade.accept(made);
                });
    }
}
