package dev.chatcall.desktop.ui.conversation.composer;

import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.conversation.message.Face;
import dev.chatcall.desktop.ui.conversation.message.Look;
import dev.chatcall.desktop.ui.conversation.message.Names;
import dev.chatcall.desktop.ui.conversation.rows.Direction;
import dev.chatcall.desktop.ui.form.PushButton;
import dev.chatcall.desktop.ui.fx.Watching;
import dev.chatcall.desktop.ui.icon.Icon;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.conversation.ConversationKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Where messages are written. */
public final class Composer extends VBox {
    private final Screens screens;
    private final Supplier<ConversationView> conversation;
    private final Runnable onSent;
    private final Names names;
    private final ComposerModel model;
    private final GrowingText input = new GrowingText();
    private final MentionList mentions;
    private final Label count = new Label();
    private final PushButton send;

    /**
     * @param conversation as it is now
     * @param onSent one's own message is on its way: the list goes to its end
     */
    public Composer(Screens screens, Supplier<ConversationView> conversation, Runnable onSent) {
        this.screens = screens;
        this.conversation = conversation;
        this.onSent = onSent;
        ConversationView now = conversation.get();
        Watching watching = new Watching(this);
        names = new Names(screens.client().state(), watching, this::draw);
        model = new ComposerModel(
                now.id(), screens.client().messages(), this::others, now.kind() == ConversationKind.GROUP);
        mentions = new MentionList(screens, this::pick);
        Button emoji = Look.iconButton(screens.t("composer.emoji"), Icon.EMOJI, 20);
        emoji.getStyleClass().add("composer-emoji");
        EmojiPopover popover = new EmojiPopover(screens, this::insert);
        emoji.setOnAction(event -> popover.toggle(emoji));
        send = Look.iconButton(screens.t("composer.send"), Icon.SEND, 20);
        send.getStyleClass().add("composer-send");
        send.setOnAction(event -> send());
        build(now, emoji);
        listen();
        watching.watch(screens.client().state().draft(now.id()), this::restore);
    }

    private void build(ConversationView now, Button emoji) {
        getStyleClass().add("composer");
        count.getStyleClass().add("composer-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(input, Priority.ALWAYS);
        HBox box = new HBox(emoji, input, count, send);
        box.getStyleClass().add("composer-box");
        box.setAlignment(Pos.BOTTOM_CENTER);
        mentions.setManaged(false);
        getChildren().addAll(new TypingLine(screens, now.id()), box, mentions);
        String placeholder = screens.t("composer.placeholder");
        input.setPromptText(placeholder);
        input.setAccessibleText(
                placeholder + " – " + Face.of(now, names, screens.texts()).name());
        input.setId("composer");
        Look.show(count, false);
    }

    private void listen() {
        input.textProperty().addListener((observable, before, now) -> typed());
        input.caretPositionProperty().addListener((observable, before, now) -> typed());
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        input.focusedProperty().addListener((observable, before, focused) -> {
            if (!focused) {
                model.stopTyping();
            }
        });
    }

    /** Puts the caret into the field. */
    public void write() {
        input.requestFocus();
    }

    /** The profiles of everybody else in the conversation. */
    private List<Person> others() {
        return conversation.get().members().stream()
                .map(member -> member.accountId())
                .filter(id -> !id.equals(names.me()))
                .map(names::of)
                .filter(Objects::nonNull)
                .toList();
    }

    private void restore(String draft) {
        // Once one has written, what comes back from the core is what the field said a while ago.
        if (!model.isWritten() && !draft.equals(input.getText())) {
            model.restore(draft);
            input.setText(draft);
            input.end();
        }
        draw();
    }

    private void typed() {
        model.type(input.getText(), input.getCaretPosition());
        draw();
    }

    private void draw() {
        send.setUnavailable(!model.isSendable());
        mentions.show(model.candidates(), model.selected());
        Look.state(input, "too-long", model.isTooLong());
        Look.show(count, model.left().isPresent());
        model.left().ifPresent(left -> {
            Look.state(count, "too-long", left < 0);
            count.setText(
                    left < 0
                            ? screens.texts().t("composer.tooLong", Map.of("count", -left))
                            : screens.texts().t("composer.left", Map.of("count", left)));
        });
        boolean rtl = Direction.rightToLeft(model.text(), screens.texts().rightToLeft());
        input.setNodeOrientation(rtl ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        requestLayout();
    }

    private void send() {
        if (model.send()) {
            input.clear();
            draw();
            onSent.run();
        }
        input.requestFocus();
    }

    private void insert(String piece) {
        input.replaceSelection(piece);
        input.requestFocus();
    }

    private void pick(Person person) {
        model.mentionStart().ifPresent(start -> {
            int caret = input.getCaretPosition();
            input.replaceText(start, caret, "@" + person.username() + " ");
            model.closeMentions();
            draw();
        });
        input.requestFocus();
    }

    private void onKey(KeyEvent event) {
        if (!model.candidates().isEmpty() && forMentions(event.getCode())) {
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            onEnter(event);
        }
    }

    private boolean forMentions(KeyCode key) {
        switch (key) {
            case DOWN -> model.select(1);
            case UP -> model.select(-1);
            case ENTER, TAB -> pick(model.candidates().get(model.selected()));
            case ESCAPE -> model.closeMentions();
            default -> {
                return false;
            }
        }
        draw();
        return true;
    }

    private void onEnter(KeyEvent event) {
        boolean enterSends = screens.client().state().preferences().get().enterSends();
        boolean sends = enterSends ? !event.isShiftDown() : event.isShortcutDown();
        event.consume();
        if (sends) {
            send();
        } else {
            input.replaceSelection("\n");
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double width = Math.min(360, getWidth() - 2 * 16);
        double height = mentions.prefHeight(width);
        mentions.resizeRelocate(16, 20 - height, width, height);
    }
}
