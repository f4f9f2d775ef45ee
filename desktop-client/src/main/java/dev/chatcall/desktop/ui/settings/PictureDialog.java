package dev.chatcall.desktop.ui.settings;

import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.Notice;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.form.PushButton.Look;
import dev.chatcall.desktop.ui.form.Submit;
import dev.chatcall.desktop.ui.form.Words;
import dev.chatcall.desktop.ui.fx.Watching;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** Choosing a picture file, and the square of it that is shown. */
public final class PictureDialog extends VBox {
    private static final int WIDTH_PX = 400;

    private final Screens screens;
    private final boolean hasPicture;
    private final Function<Optional<byte[]>, CompletableFuture<Void>> set;
    private final Submit submit;
    private final Submit removal;
    private final VBox body = new VBox(12);
    private final Notice unreadable;
    private final HBox actions = new HBox();
    private @Nullable BufferedImage picture;
    private @Nullable CropStage stage;

    PictureDialog(Screens screens, boolean hasPicture, Function<Optional<byte[]>, CompletableFuture<Void>> set) {
        this.screens = screens;
        this.hasPicture = hasPicture;
        this.set = set;
        submit = new Submit(screens.fx());
        removal = new Submit(screens.fx());
        unreadable = new Notice(Notice.Tone.DANGER);
        getStyleClass().add("form");
        setPrefWidth(WIDTH_PX);
        body.setAlignment(Pos.CENTER);
        actions.getStyleClass().add("form-actions");
        Watching watching = new Watching(this);
        getChildren()
                .addAll(
                        unreadable,
                        Notice.of(submit, screens.texts(), watching),
                        Notice.of(removal, screens.texts(), watching),
                        body,
                        actions);
        showChoice();
    }

    /**
     * Opens it over the window.
     *
     * @param set gives the picture to the server, or takes it away where it is empty
     */
    public static void show(
            Screens screens, boolean hasPicture, Function<Optional<byte[]>, CompletableFuture<Void>> set) {
        screens.dialogs().show(new PictureDialog(screens, hasPicture, set), screens.t("profile.choosePicture"));
    }

    private void showChoice() {
        VBox drop = new VBox(
                12,
                new PushButton(Look.PRIMARY, screens.t("profile.choosePicture"), this::choose),
                Words.explanation(screens.t("desktop.profile.pictureRule")));
        drop.setAlignment(Pos.CENTER);
        drop.getStyleClass().add("picture-drop");
        drop.setOnDragOver(PictureDialog::acceptFile);
        drop.setOnDragDropped(this::dropped);
        body.getChildren().setAll(drop);
        actions.getChildren().clear();
        if (hasPicture) {
            PushButton remove = new PushButton(Look.DANGER_PLAIN, screens.t("profile.removePicture"), this::remove);
            actions.getChildren().add(remove.follow(removal, new Watching(remove)));
        }
        actions.getChildren().add(cancel());
    }

    private void showCrop(BufferedImage read) {
        CropStage crop = new CropStage(read, screens.texts());
        picture = read;
        stage = crop;
        PushButton use = new PushButton(Look.PRIMARY, screens.t("profile.usePicture"), this::use);
        body.getChildren().setAll(crop, Words.explanation(screens.t("profile.cropHint")));
        actions.getChildren().setAll(cancel(), use.follow(submit, new Watching(use)));
        crop.requestFocus();
    }

    private Node cancel() {
        return new PushButton(Look.QUIET, screens.t("action.cancel"), screens.dialogs()::close);
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(screens.t("profile.choosePicture"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        screens.t("profile.picture"), "*.png", "*.jpg", "*.jpeg", "*.PNG", "*.JPG", "*.JPEG"));
        File chosen = chooser.showOpenDialog(getScene().getWindow());
        if (chosen != null) {
            open(chosen.toPath());
        }
    }

    /** Reads a file beside the JavaFX thread, and shows it to be cropped. */
    void open(Path file) {
        unreadable.say(null);
        CompletableFuture.supplyAsync(() -> readFile(file)).thenAcceptAsync(this::opened, screens.fx());
    }

    private void opened(Optional<BufferedImage> read) {
        read.ifPresentOrElse(this::showCrop, () -> unreadable.say(screens.t("profile.pictureUnreadable")));
    }

    private static Optional<BufferedImage> readFile(Path file) {
        try {
            return SquarePicture.read(Files.readAllBytes(file));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private void use() {
        BufferedImage chosen = picture;
        CropStage crop = stage;
        if (chosen == null || crop == null) {
            return;
        }
        submit.run(
                () -> CompletableFuture.supplyAsync(() -> SquarePicture.crop(chosen, crop.crop()))
                        .thenCompose(file -> set.apply(Optional.of(file))),
                done -> screens.dialogs().close());
    }

    private void remove() {
        removal.run(() -> set.apply(Optional.empty()), done -> screens.dialogs().close());
    }

    private static void acceptFile(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        event.setDropCompleted(!files.isEmpty());
        event.consume();
        if (!files.isEmpty()) {
            open(files.getFirst().toPath());
        }
    }
}
