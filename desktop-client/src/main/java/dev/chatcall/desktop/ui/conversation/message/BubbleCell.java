package dev.chatcall.desktop.ui.conversation.message;

import dev.chatcall.desktop.client.TimelineEntry;
import dev.chatcall.desktop.ui.conversation.list.Cell;
import dev.chatcall.desktop.ui.conversation.markdown.Markdown;
import dev.chatcall.desktop.ui.conversation.markdown.Mentioned;
import dev.chatcall.desktop.ui.conversation.rows.Direction;
import dev.chatcall.desktop.ui.conversation.rows.Row;
import dev.chatcall.desktop.ui.icon.Icon;
import dev.chatcall.desktop.ui.widget.Avatar;
import dev.chatcall.desktop.ui.widget.Tones;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.conversation.ConversationKind;
import dev.chatcall.protocol.message.MessageBody;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javafx.beans.InvalidationListener;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What somebody wrote: a bubble with the writer beside it, and what went wrong below it. */
final class BubbleCell extends Cell<Row> {
    private static final double FACE = 32;
    private static final double GAP = 8;
    private static final double SIDE = 16;
    /** About 68 characters. */
    private static final double WIDEST = 632;

    private static final double WIDEST_SHARE = 0.82;
    /** Up to so many emoji and nothing else are drawn large. */
    private static final int MOST_LARGE = 3;

    private static final double FIRST_ABOVE = 10;
    private static final double ABOVE = 2;

    private final RowScope scope;
    private final Portrait portrait;
    private final Avatar face;
    private final boolean mine;
    private final Label name = new Label();
    private final MessageMeta meta;
    private final MessageText text;
    /** Behind the bubble and not around it: how its corners are changes often, and its letters need not know. */
    private final Region ground = new Region();

    private final VBox bubble;
    private final FailedLine failed;
    private final Button actions;

    private @Nullable Drawn drawn;
    private boolean withFace;
    private boolean first;

    /** What the text was made of, to leave it alone where that did not change. */
    private record Drawn(String text, Map<String, Mentioned> mentions, double tailWidth) {}

    /** @param mine for what oneself wrote */
    BubbleCell(RowScope scope, boolean mine) {
        this.scope = scope;
        this.mine = mine;
        portrait = new Portrait(scope.screens().pictures(), FACE);
        face = portrait.avatar();
        getStyleClass().add("message-cell");
        name.getStyleClass().add("writer-name");
        meta = new MessageMeta(scope.screens());
        text = new MessageText(scope, meta);
        bubble = new VBox(name, text);
        bubble.getStyleClass().add("bubble");
        text.selectable().followMouse(bubble);
        ground.getStyleClass().add("bubble-ground");
        ground.setMouseTransparent(true);
        Look.state(this, "own", mine);
        Look.state(ground, "own", mine);
        failed = new FailedLine(scope);
        actions = Look.iconButton(scope.t("message.actions"), Icon.MORE, 18);
        actions.getStyleClass().add("message-actions");
        actions.setOnAction(event -> openBeside());
        bubble.setOnContextMenuRequested(this::openAt);
        actions.setOpacity(0);
        InvalidationListener near = observable -> actions.setOpacity(isHover() || actions.isFocusVisible() ? 1 : 0);
        hoverProperty().addListener(near);
        actions.focusVisibleProperty().addListener(near);
        getChildren().addAll(face, ground, bubble, failed, actions);
    }

    @Override
    protected void show(Row row) {
        if (!(row instanceof Row.Bubble(var entry, var isFirst, var isLast))
                || !(entry.body() instanceof MessageBody.Text body)) {
            return;
        }
        boolean faced = !mine && scope.conversation().get().kind() == ConversationKind.GROUP;
        if (first != isFirst || withFace != faced) {
            requestLayout();
        }
        first = isFirst;
        withFace = faced;
        Person writer = withFace ? scope.names().of(entry.senderId()) : null;
        showWriter(entry.senderId(), writer, isLast);
        if (meta.show(entry)) {
            meta.applyCss();
        }
        showText(body);
        text.selectable().belongTo(row.key());
        failed.show(entry);
        Look.state(ground, "first", isFirst);
        Look.state(ground, "last", isLast);
    }

    @Override
    protected void dress() {
        text.dress();
        ground.applyCss();
        if (name.isManaged()) {
            name.applyCss();
        }
        if (face.isManaged()) {
            face.applyCss();
        }
        if (failed.isManaged()) {
            failed.applyCss();
        }
    }

    private void showWriter(UUID id, @Nullable Person writer, boolean isLast) {
        String called = writer == null ? scope.t("system.someone") : writer.displayName();
        Look.show(name, withFace && first);
        name.setText(called);
        Look.show(face, withFace && isLast);
        if (withFace) {
            int tone = Tones.toneOf(id.toString());
            String colour = "-fx-text-fill: -cc-writer-" + tone + ";";
            if (!colour.equals(name.getStyle())) {
                name.setStyle(colour);
            }
            portrait.show(writer == null ? "" : called, id, writer == null ? null : writer.avatarId());
        }
    }

    private void showText(MessageBody.Text body) {
        Map<String, Mentioned> mentions = mentions(body);
        Drawn next = new Drawn(body.text(), mentions, text.tailWidth());
        if (next.equals(drawn)) {
            return;
        }
        drawn = next;
        int emoji = scope.screens().emojis().countAlone(body.text());
        boolean large = emoji > 0 && emoji <= MOST_LARGE;
        Look.state(this, "large", large);
        var blocks = Markdown.parse(body.text(), mentions);
        boolean pageRtl = scope.screens().texts().rightToLeft();
        text.show(blocks, Direction.rightToLeft(body.text(), pageRtl), large);
    }

    private Map<String, Mentioned> mentions(MessageBody.Text body) {
        Map<String, Mentioned> mentions = new HashMap<>();
        for (UUID id : body.mentions()) {
            Person person = scope.names().of(id);
            if (person != null) {
                mentions.put(
                        person.username(),
                        new Mentioned(
                                person.displayName(), id.equals(scope.names().me())));
            }
        }
        return mentions;
    }

    SelectableText selectable() {
        return text.selectable();
    }

    private void openBeside() {
        Point2D corner = actions.localToScreen(0, actions.getHeight());
        if (corner != null) {
            open(corner.getX(), corner.getY());
        }
    }

    private void openAt(ContextMenuEvent event) {
        open(event.getScreenX(), event.getScreenY());
        event.consume();
    }

    private void open(double x, double y) {
        TimelineEntry entry = row() instanceof Row.Bubble shown ? shown.entry() : null;
        if (entry != null) {
            scope.menu().open(entry, bubble, x, y);
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** How wide the bubble may be. */
    private double room(double width) {
        double beside = 2 * SIDE + actions.prefWidth(-1) + GAP + (withFace ? FACE + GAP : 0);
        return Math.max(40, Math.floor(Math.min(Math.min(WIDEST, width * WIDEST_SHARE), width - beside)));
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = room(width);
        double bubbleWidth = Math.min(room, Math.ceil(bubble.prefWidth(-1)));
        double below = failed.isManaged() ? failed.prefHeight(room) : 0;
        return (first ? FIRST_ABOVE : ABOVE) + Math.ceil(bubble.prefHeight(bubbleWidth)) + below;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double top = first ? FIRST_ABOVE : ABOVE;
        double room = room(width);
        double bubbleWidth = Math.min(room, Math.ceil(bubble.prefWidth(-1)));
        double height = Math.ceil(bubble.prefHeight(bubbleWidth));
        double start = SIDE + (withFace ? FACE + GAP : 0);
        double x = mine ? width - SIDE - bubbleWidth : start;
        bubble.resizeRelocate(x, top, bubbleWidth, height);
        ground.resizeRelocate(x, top, bubbleWidth, height);
        face.autosize();
        face.relocate(SIDE, top + height - FACE);
        actions.autosize();
        double beside = mine ? x - GAP - actions.getWidth() : x + bubbleWidth + GAP;
        actions.relocate(beside, Math.round(top + (height - actions.getHeight()) / 2));
        double failedHeight = failed.isManaged() ? failed.prefHeight(room) : 0;
        failed.resizeRelocate(width - SIDE - room, top + height, room, failedHeight);
    }
}
