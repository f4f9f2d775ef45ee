package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.call.CurrentCall;
import dev.chatcall.desktop.call.LinkQuality;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.call.video.FrameCounts;
import dev.chatcall.desktop.ui.fx.Watching;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What was measured over the last seconds, of each person; anew with each measurement. */
final class QualityPanel extends VBox {
    private final Screens screens;
    private final FrameCounts counts;
    private final LinkFacts facts;

    QualityPanel(Screens screens, FrameCounts counts) {
        super(16);
        this.screens = screens;
        this.counts = counts;
        this.facts = new LinkFacts(screens.texts());
        getStyleClass().add("quality-panel");
        setPrefWidth(520);
        new Watching(this).watch(screens.client().calls().current(), this::show);
    }

    private void show(Optional<CurrentCall> current) {
        getChildren().clear();
        current.ifPresent(call ->
                call.links().forEach((id, link) -> getChildren().add(personOf(id, link))));
        if (getChildren().isEmpty()) {
            Label none = new Label(screens.t("call.noStatistics"));
            none.getStyleClass().add("muted");
            getChildren().add(none);
        }
    }

    private VBox personOf(UUID accountId, LinkQuality link) {
        boolean me = accountId.equals(CallFace.myId(screens.client().state()));
        Label name = new Label(me ? screens.t("call.you") : CallFace.nameOf(screens, accountId));
        name.getStyleClass().add("quality-name");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox title = new HBox(8, new QualityMark(screens.texts(), link.grade()), name, space);
        title.setAlignment(Pos.CENTER_LEFT);
        if (link.way() != null) {
            Label way = new Label(screens.texts()
                    .t("call.way", Map.of("way", link.way().name().toLowerCase(Locale.ROOT))));
            way.getStyleClass().add("muted");
            title.getChildren().add(way);
        }
        FlowPane grid = new FlowPane(16, 8);
        for (LinkFacts.Fact fact : facts.of(link, counts.of(accountId.toString()))) {
            grid.getChildren().add(factOf(fact));
        }
        return new VBox(8, title, grid);
    }

    private static VBox factOf(LinkFacts.Fact fact) {
        Label name = new Label(fact.name());
        name.getStyleClass().add("muted");
        Label value = new Label(fact.value());
        value.getStyleClass().add("fact-value");
        VBox box = new VBox(name, value);
        box.setPrefWidth(158);
        return box;
    }
}
