package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.call.CallActions;
import dev.chatcall.desktop.call.CallPhase;
import dev.chatcall.desktop.call.CurrentCall;
import dev.chatcall.desktop.call.Tile;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.call.layout.SpeakerLayout;
import dev.chatcall.desktop.ui.call.video.FrameCounts;
import dev.chatcall.desktop.ui.form.Attempt;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.icon.Icon;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The call in the corner while one reads: who speaks, for how long, mute, leave and the way back. */
final class MiniCall extends VBox {
    private static final int WIDTH = 240;
    private static final int HEIGHT = 135;

    private final Screens screens;
    private final CallActions calls;
    private final TileFace picture;
    private final Label name = new Label();
    private final RunningTime time;
    private final DarkControl microphone = new DarkControl("mini-control", 18);
    private final DarkControl leave = new DarkControl("mini-control", 18);
    private @Nullable String shownTile;

    MiniCall(Screens screens, FrameCounts counts) {
        this.screens = screens;
        this.calls = screens.client().calls();
        picture = new TileFace(screens, counts);
        time = new RunningTime(screens);
        getStyleClass().addAll("call-dark", "mini-call");
        setMaxSize(WIDTH, USE_PREF_SIZE);
        setPrefWidth(WIDTH);
        name.getStyleClass().add("mini-name");
        name.setMinWidth(0);
        VBox words = new VBox(name, time);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(4, words, microphone, leave);
        line.getStyleClass().add("mini-line");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(openButton(), line);
        new Watching(this).add(() -> this::tellGone);
    }

    private Button openButton() {
        picture.setMinSize(WIDTH, HEIGHT);
        picture.setMaxSize(WIDTH, HEIGHT);
        StackPane large = new StackPane(Icon.LARGE.at(18));
        large.getStyleClass().add("mini-large");
        large.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(large, Pos.TOP_RIGHT);
        Button open = new Button(null, new StackPane(picture, large));
        open.getStyleClass().setAll("mini-open");
        open.setAccessibleText(screens.t("calls.back"));
        open.setMinSize(WIDTH, HEIGHT);
        open.setOnAction(event -> screens.stage().show());
        return open;
    }

    void show(CurrentCall current) {
        CallFace face = CallFace.of(screens, current.call());
        setAccessibleText(screens.texts().t("call.with", Map.of("name", face.name())));
        name.setText(face.name());
        time.show(current);
        if (current.ending() != null) {
            time.setText(RunningTime.endingOf(screens, current.ending(), face.name()));
        }
        showPicture(current, face);
        boolean ended = current.phase() == CallPhase.ENDED;
        Styles.show(microphone, !ended);
        boolean on = current.self().microphone();
        microphone.show(screens.t(on ? "call.mute" : "call.unmute"), "M", on ? Icon.MICROPHONE : Icon.MICROPHONE_OFF);
        microphone.mark("off", !on);
        microphone.setOnAction(event -> Attempt.run(screens, calls.setMicrophone(!on)));
        leave.show(screens.t(ended ? "action.close" : "call.leave"), null, ended ? Icon.CLOSE : Icon.HANG_UP);
        leave.mark("leave", !ended);
        leave.setOnAction(event -> Attempt.run(screens, calls.leave()));
    }

    private void showPicture(CurrentCall current, CallFace face) {
        String id = SpeakerLayout.mainOf(current.tiles(), current.speaking(), null, shownTile);
        Optional<Tile> main =
                current.tiles().stream().filter(tile -> tile.id().equals(id)).findFirst();
        if (!id.equals(shownTile)) {
            tellGone();
        }
        main.ifPresent(tile -> {
            picture.show(tile, face.name(), HEIGHT, null);
            if (!id.equals(shownTile)) {
                shownTile = id;
                calls.setTileSize(id, WIDTH);
            }
        });
    }

    private void tellGone() {
        if (shownTile != null) {
            calls.setTileSize(shownTile, 0);
            shownTile = null;
        }
    }
}
