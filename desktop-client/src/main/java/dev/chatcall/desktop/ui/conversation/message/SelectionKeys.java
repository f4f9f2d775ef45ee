package dev.chatcall.desktop.ui.conversation.message;

import dev.chatcall.desktop.ui.conversation.list.Place;
import dev.chatcall.desktop.ui.conversation.list.VirtualList;
import dev.chatcall.desktop.ui.conversation.rows.Row;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Selects and copies text of the messages by keys, as in any text: it goes on where something is selected, and begins in the
 * message that has the focus, otherwise in the newest one that is wholly seen.
 */
final class SelectionKeys {
    private final VirtualList<Row> list;
    private final Selection selection;

    SelectionKeys(VirtualList<Row> list, Selection selection) {
        this.list = list;
        this.selection = selection;
    }

    /** Whether the key was one of these. */
    boolean take(KeyEvent event) {
        boolean copies = event.isShortcutDown() && !event.isShiftDown();
        boolean extending = event.isShiftDown() && !event.isAltDown();
        return switch (event.getCode()) {
            case C, COPY, INSERT -> copies && copy();
            case A -> copies && within(SelectableText::selectAll);
            case ESCAPE -> leave();
            case LEFT, RIGHT -> extending && within(text -> text.extend(direction(event), event.isShortcutDown()));
            case HOME -> extending && within(text -> text.extendToEnd(-1));
            case END -> extending && within(text -> text.extendToEnd(1));
            default -> false;
        };
    }

    private boolean copy() {
        if (selection.text().isEmpty()) {
            return false;
        }
        CodeText.copyText(selection.text());
        return true;
    }

    private boolean leave() {
        boolean any = selection.part() != null;
        selection.clear();
        return any;
    }

    private int direction(KeyEvent event) {
        boolean right = event.getCode() == KeyCode.RIGHT;
        BubbleCell cell = current();
        return right == (cell != null && cell.selectable().isRightToLeft()) ? -1 : 1;
    }

    private boolean within(Consumer<SelectableText> act) {
        BubbleCell cell = current();
        if (cell == null) {
            return false;
        }
        act.accept(cell.selectable());
        return true;
    }

    private @Nullable BubbleCell current() {
        Selection.Part held = selection.part();
        if (held != null) {
            return list.cellOf(held.key()) instanceof BubbleCell cell ? cell : null;
        }
        BubbleCell focused = focused();
        return focused == null ? newestSeen() : focused;
    }

    private @Nullable BubbleCell focused() {
        Node node = list.getScene() == null ? null : list.getScene().getFocusOwner();
        while (node != null && !(node instanceof BubbleCell)) {
            node = node.getParent();
        }
        return (BubbleCell) node;
    }

    private @Nullable BubbleCell newestSeen() {
        List<Place> places = list.geometry().places();
        for (Place place : places.reversed()) {
            String key = list.geometry().rows().get(place.index()).key();
            if (place.bottom() <= list.getHeight() + 1 && list.cellOf(key) instanceof BubbleCell cell) {
                return cell;
            }
        }
        return null;
    }
}
