package dev.chatcall.desktop.ui.settings;

import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.Notice;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.PushButton.Look;
import dev.chatcall.desktop.ui.form.SearchField;
import dev.chatcall.desktop.ui.form.Submit;
import dev.chatcall.desktop.ui.form.Words;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.people.PeopleSearch;
import dev.chatcall.desktop.ui.people.PersonRow;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.admin.PasswordResetLink;
import java.util.Map;
import javafx.scene.layout.VBox;

/** For somebody who forgot their password on a server without mail. */
final class ResetLinks extends VBox {
    private final Screens screens;
    private final PeopleSearch people;
    private final SearchField search;
    private final Submit submit;
    private final VBox made = new VBox(12);
    private final VBox found = new VBox();

    ResetLinks(Screens screens) {
        this.screens = screens;
        people = new PeopleSearch(screens.client().contacts(), screens.fx());
        search = new SearchField(screens.t("admin.choosePerson"), screens.texts());
        submit = new Submit(screens.fx());
        getStyleClass().add("settings-section");
        Watching watching = new Watching(this);
        watching.watch(people.result(), this::show);
        search.text().addListener((observable, before, query) -> people.ask(query));
        getChildren()
                .addAll(
                        Words.heading(screens.t("admin.reset")),
                        Words.explanation(screens.t("admin.resetText")),
                        Notice.of(submit, screens.texts(), watching),
                        made,
                        search,
                        found);
    }

    private void show(PeopleSearch.Result result) {
        found.getChildren().setAll(result.people().stream().map(this::row).toList());
        switch (result) {
            case PeopleSearch.Result.Failed(var failure) ->
                found.getChildren()
                        .add(new Notice(Notice.Tone.DANGER, screens.texts().error(failure)));
            case PeopleSearch.Result.Found(var matching)
            when matching.isEmpty() ->
                found.getChildren()
                        .add(Words.explanation(screens.texts()
                                .t(
                                        "contacts.findNothing",
                                        Map.of("query", search.text().get()))));
            case PeopleSearch.Result.Found _, PeopleSearch.Result.Searching _, PeopleSearch.Result.Idle _ -> {}
        }
    }

    private PersonRow row(Person person) {
        PushButton create = new PushButton(
                        Look.QUIET,
                        screens.t("action.create"),
                        () -> submit.run(
                                () -> screens.client().admin().passwordResetLink(person.id()),
                                link -> showMade(person, link)))
                .called(screens.texts().t("admin.resetCreate", Map.of("name", person.displayName())));
        return new PersonRow(screens, person).with(create.follow(submit, new Watching(create)));
    }

    private void showMade(Person person, PasswordResetLink link) {
        String when = screens.texts().full(link.expiresAt());
        String text = screens.texts().t("admin.resetMade", Map.of("name", person.displayName(), "when", when));
        made.getChildren().setAll(new Notice(Notice.Tone.CALM, text), new LinkBox(screens, link.link()));
        search.text().set("");
    }
}
