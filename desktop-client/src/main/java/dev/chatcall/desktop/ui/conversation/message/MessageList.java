package dev.chatcall.desktop.ui.conversation.message;

import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.client.MessageActions;
import dev.chatcall.desktop.client.Timeline;
import dev.chatcall.desktop.client.TimelineEntry;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.conversation.list.Place;
import dev.chatcall.desktop.ui.conversation.list.VirtualList;
import dev.chatcall.desktop.ui.conversation.rows.Row;
import dev.chatcall.desktop.ui.conversation.rows.Rows;
import dev.chatcall.desktop.ui.fx.Watching;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The messages of one conversation, with what floats over them. */
public final class MessageList extends StackPane {
    /** Closer to an end of what is loaded than this many rows, the next page is asked for. */
    private static final int LOAD_AHEAD = 12;

    private static final double LINE = 40;
    private static final double PAGE_SHARE = 0.9;

    private final UUID id;
    private final MessageActions messages;
    private final Names names;
    private final VirtualList<Row> list;
    private final ListOverlay overlay;
    private final ReadMarks readMarks;
    private final RowScope scope;
    private final Selection selection = new Selection();
    private final SelectionKeys selectionKeys;
    private Timeline timeline;
    private boolean placed;
    private @Nullable ContextMenu menu;

    /** @param conversation as it is now */
    public MessageList(Screens screens, UUID id, Supplier<ConversationView> conversation, Links links) {
        this.id = id;
        messages = screens.client().messages();
        timeline = Timeline.empty(id);
        Watching watching = new Watching(this);
        names = new Names(screens.client().state(), watching, this::refresh);
        scope = new RowScope(screens, names, conversation, links, this::openMenu, selection);
        list = new VirtualList<>(new RowCells(scope));
        selectionKeys = new SelectionKeys(list, selection);
        list.setFocusTraversable(true);
        list.setAccessibleRole(AccessibleRole.LIST_VIEW);
        list.setAccessibleText(screens.t("conversation.messages"));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, this::onPress);
        overlay = new ListOverlay(screens, this::jumpDown, this::loadAgain);
        readMarks = new ReadMarks(list, seq -> messages.markRead(id, seq));
        getStyleClass().add("message-list");
        getChildren().add(list);
        overlay.addTo(this);
        list.setOnPlaced(any -> onPlaced());
        watching.watch(screens.client().state().timeline(id), this::show);
        watching.add(() -> readMarks.watchWindow(this));
    }

    /** Who is named in the rows changed, or the conversation did. */
    public void refresh() {
        list.refresh();
        overlay.unread(scope.conversation().get().unread());
    }

    /** One's own message is on its way. */
    public void showNewest() {
        jumpDown();
    }

    private void show(Timeline next) {
        Timeline before = timeline;
        timeline = next;
        boolean complete = !next.hasOlder() && next.loading() != Timeline.Loading.AROUND;
        List<Row> rows = Rows.of(next.entries(), complete, next.newLineSeq(), ZoneId.systemDefault());
        if (isElsewhere(rows)) {
            placed = false;
        }
        // A page that comes after a gap must not carry the reader along, only what is said now may.
        list.setRows(rows, !before.hasNewer());
        placeFirst(rows);
        overlay.loading(rows.isEmpty() && next.loading() == Timeline.Loading.AROUND);
        overlay.failed(next.error() != null);
    }

    /** Nothing of what was there is there any more. */
    private boolean isElsewhere(List<Row> rows) {
        Set<String> keys = new HashSet<>();
        rows.forEach(row -> keys.add(row.key()));
        return list.geometry().rows().stream().noneMatch(row -> keys.contains(row.key()));
    }

    /** Goes to the "new messages" line when there is one, otherwise to the end, until the first page is in. */
    private void placeFirst(List<Row> rows) {
        if (placed || rows.isEmpty()) {
            return;
        }
        int line = rows.indexOf(new Row.NewLine());
        if (line < 0) {
            list.scrollToEnd();
        } else {
            list.scrollTo(Math.max(0, line - 1), 0);
        }
        placed = timeline.loading() == null;
    }

    private void onPlaced() {
        boolean atEnd = list.geometry().atEnd();
        overlay.jump(!atEnd || timeline.hasNewer());
        overlay.stickyDay(topEntry(), scope.now());
        loadAhead();
        readMarks.mark();
    }

    private @Nullable TimelineEntry topEntry() {
        int top = list.geometry().topIndex();
        if (top < 0 || list.geometry().visibleShare() >= 1) {
            return null;
        }
        return switch (list.geometry().rows().get(top)) {
            case Row.Bubble bubble -> bubble.entry();
            case Row.Event(var entry) -> entry;
            case Row.Beginning _, Row.Day _, Row.NewLine _ -> null;
        };
    }

    /** Asks for the next page before its place comes into sight. */
    private void loadAhead() {
        List<Place> places = list.geometry().places();
        if (!placed || places.isEmpty() || timeline.loading() != null || timeline.error() != null) {
            return;
        }
        if (timeline.hasOlder() && places.getFirst().index() < LOAD_AHEAD) {
            messages.loadOlder(id);
        } else if (timeline.hasNewer()
                && places.getLast().index() > list.geometry().rows().size() - LOAD_AHEAD) {
            messages.loadNewer(id);
        }
    }

    private void loadAgain() {
        if (timeline.entries().isEmpty()) {
            messages.open(id);
        } else if (timeline.hasNewer()) {
            messages.loadNewer(id);
        } else {
            messages.loadOlder(id);
        }
    }

    private void jumpDown() {
        messages.jumpToNewest(id)
                .whenComplete((done, failure) -> scope.screens().fx().execute(list::scrollToEnd));
    }

    /** Whoever presses outside of a text selects nothing any more; in a text, it begins anew after this. */
    private void onPress(MouseEvent event) {
        list.requestFocus();
        if (event.getButton() == MouseButton.PRIMARY && !event.isShiftDown()) {
            selection.clear();
        }
    }

    private void onKey(KeyEvent event) {
        if (selectionKeys.take(event)) {
            event.consume();
            return;
        }
        double page = list.getHeight() * PAGE_SHARE;
        switch (event.getCode()) {
            case UP -> list.scrollBy(-LINE);
            case DOWN -> list.scrollBy(LINE);
            case PAGE_UP -> list.scrollBy(-page);
            case PAGE_DOWN, SPACE -> list.scrollBy(page);
            case HOME -> list.scrollToFraction(0);
            case END -> jumpDown();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void openMenu(TimelineEntry entry, Node anchor, double x, double y) {
        if (menu != null) {
            menu.hide();
        }
        ContextMenu next = new MessageMenu(scope, entry).make();
        menu = next;
        next.show(anchor, x, y);
    }
}
