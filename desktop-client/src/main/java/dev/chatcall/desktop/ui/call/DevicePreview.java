package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.call.CurrentCall.DeviceProblem;
import dev.chatcall.desktop.call.MediaChoice;
import dev.chatcall.desktop.call.Preview;
import dev.chatcall.desktop.media.VideoSource;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.call.video.FrameCounts;
import dev.chatcall.desktop.ui.call.video.VideoCanvas;
import dev.chatcall.desktop.ui.form.Attempt;
import dev.chatcall.desktop.ui.form.Notice;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.icon.Icon;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * One's own picture, the microphone's level and a sound from the speaker; what is denied, and what to do. The devices are
 * open as long as it is on screen.
 */
public final class DevicePreview extends VBox {
    private static final double WIDTH = 400;
    private static final double ARC = 24;

    private final Screens screens;
    private final StackPane frame = new Frame();
    private final FacePicture own;
    private final DarkControl microphone = new DarkControl("preview-control", 20);
    private final DarkControl camera = new DarkControl("preview-control", 20);
    private final LevelMeter level;
    private final Notice problem = new Notice(Notice.Tone.WARNING);
    private final FrameCounts counts = new FrameCounts();
    private MediaChoice choice;
    private @Nullable Preview preview;
    private @Nullable VideoCanvas canvas;

    public DevicePreview(Screens screens, MediaChoice first) {
        super(12);
        this.screens = screens;
        this.choice = first;
        own = new FacePicture(screens, 64);
        level = new LevelMeter(screens.t("call.level"));
        setPrefWidth(WIDTH);
        Button test = new Button(screens.t("call.testSpeaker"), Icon.SPEAKER.at(16));
        test.setMinWidth(USE_PREF_SIZE);
        test.setOnAction(event -> testSpeaker());
        HBox.setHgrow(level, Priority.ALWAYS);
        HBox sound = new HBox(12, level, test);
        sound.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(makeFrame(), sound, problem);
        showControls();
        Watching watching = new Watching(this);
        watching.add(this::open);
        watching.watch(
                screens.client().state().account(),
                account -> account.ifPresent(known -> own.show(new CallFace(
                        known.person().id(),
                        known.person().displayName(),
                        known.person().avatarId(),
                        false))));
    }

    /** What one would begin with. */
    public MediaChoice choice() {
        return choice;
    }

    private StackPane makeFrame() {
        frame.getStyleClass().addAll("call-dark", "preview-frame");
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(frame.widthProperty());
        clip.heightProperty().bind(frame.heightProperty());
        clip.setArcWidth(ARC);
        clip.setArcHeight(ARC);
        frame.setClip(clip);
        microphone.setOnAction(event -> change(new MediaChoice(!choice.microphone(), choice.camera())));
        camera.setOnAction(event -> change(new MediaChoice(choice.microphone(), !choice.camera())));
        HBox controls = new HBox(8, microphone, camera);
        controls.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        controls.setTranslateY(-10);
        StackPane.setAlignment(controls, Pos.BOTTOM_CENTER);
        frame.getChildren().addAll(own, controls);
        return frame;
    }

    private Subscription open() {
        Preview opened = screens.client().calls().preview(choice);
        preview = opened;
        Subscription changes = opened.state().watch(state -> screens.fx().execute(() -> show(opened, state)));
        return () -> {
            preview = null;
            changes.close();
            opened.close();
        };
    }

    private void show(Preview from, Preview.State state) {
        if (from != preview) {
            return;
        }
        showVideo(choice.camera() ? state.video() : null);
        level.show(choice.microphone() ? state.level() : 0);
        problem.say(problemOf(state));
    }

    private @Nullable String problemOf(Preview.State state) {
        DeviceProblem sound = choice.microphone() ? state.microphoneProblem() : null;
        DeviceProblem picture = choice.camera() ? state.cameraProblem() : null;
        if (screens.client().calls().devices().get().soundMissing()) {
            return screens.t("desktop.call.soundMissing");
        }
        if (sound == null) {
            return picture == null ? null : DeviceProblems.text(screens, "camera", picture);
        }
        String first = DeviceProblems.text(screens, "microphone", sound);
        return picture == null ? first : first + "\n" + DeviceProblems.text(screens, "camera", picture);
    }

    private void showVideo(@Nullable VideoSource source) {
        VideoCanvas before = canvas;
        if (before != null && before.source() != source) {
            frame.getChildren().remove(before);
            canvas = null;
        }
        if (source != null && canvas == null) {
            VideoCanvas next = new VideoCanvas(source, counts.of("preview"));
            next.setMirrored(true);
            canvas = next;
            frame.getChildren().add(1, next);
        }
        own.setVisible(canvas == null);
    }

    private void change(MediaChoice next) {
        choice = next;
        showControls();
        if (preview != null) {
            preview.set(next);
            show(preview, preview.state().get());
        }
    }

    private void showControls() {
        microphone.show(
                screens.t(choice.microphone() ? "call.mute" : "call.unmute"),
                null,
                choice.microphone() ? Icon.MICROPHONE : Icon.MICROPHONE_OFF);
        microphone.mark("off", !choice.microphone());
        camera.show(
                screens.t(choice.camera() ? "call.cameraOff" : "call.cameraOn"),
                null,
                choice.camera() ? Icon.VIDEO : Icon.VIDEO_OFF);
        camera.mark("off", !choice.camera());
    }

    private void testSpeaker() {
        if (preview != null) {
            Attempt.run(screens, preview.testSpeaker());
        }
    }

    /** As wide as there is room, up to a limit, and of a camera's form. */
    private static final class Frame extends StackPane {
        private Frame() {
            setMinWidth(0);
            setMaxWidth(WIDTH);
            setMaxHeight(USE_PREF_SIZE);
            setMinHeight(USE_PREF_SIZE);
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefWidth(double height) {
            return WIDTH;
        }

        @Override
        protected double computePrefHeight(double width) {
            return (width < 0 ? WIDTH : Math.min(width, WIDTH)) * 9 / 16;
        }
    }
}
