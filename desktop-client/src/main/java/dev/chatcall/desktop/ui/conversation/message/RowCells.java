package dev.chatcall.desktop.ui.conversation.message;

import dev.chatcall.desktop.ui.conversation.list.Cell;
import dev.chatcall.desktop.ui.conversation.list.VirtualList;
import dev.chatcall.desktop.ui.conversation.rows.Row;
import dev.chatcall.desktop.ui.conversation.rows.RowHeights;
import dev.chatcall.protocol.message.MessageBody;

/** Which cell shows which line. */
record RowCells(RowScope scope) implements VirtualList.Cells<Row> {
    private enum Sort {
        BEGINNING,
        DAY,
        NEW,
        EVENT,
        CALL,
        OWN_BUBBLE,
        OTHER_BUBBLE
    }

    @Override
    public Object key(Row row) {
        return row.key();
    }

    @Override
    public double estimate(Row row) {
        return RowHeights.estimate(row);
    }

    @Override
    public boolean steady(Row row) {
        return switch (row) {
            case Row.Bubble _, Row.Event _ -> true;
            // A day line goes up when older messages of its day come.
            case Row.Beginning _, Row.Day _, Row.NewLine _ -> false;
        };
    }

    @Override
    public Object sort(Row row) {
        return switch (row) {
            case Row.Beginning _ -> Sort.BEGINNING;
            case Row.Day _ -> Sort.DAY;
            case Row.NewLine _ -> Sort.NEW;
            case Row.Event(var entry) -> entry.body() instanceof MessageBody.CallEnded ? Sort.CALL : Sort.EVENT;
            // Apart, because a bubble that changes sides has to be dressed anew from top to bottom.
            case Row.Bubble bubble -> scope.isMine(bubble.entry()) ? Sort.OWN_BUBBLE : Sort.OTHER_BUBBLE;
        };
    }

    @Override
    public Cell<Row> make(Object sort) {
        return switch ((Sort) sort) {
            case BEGINNING -> new BeginningCell(scope);
            case DAY -> new LineCells.Day(scope);
            case NEW -> new LineCells.New(scope);
            case EVENT -> new LineCells.Event(scope);
            case CALL -> new CallCell(scope);
            case OWN_BUBBLE -> new BubbleCell(scope, true);
            case OTHER_BUBBLE -> new BubbleCell(scope, false);
        };
    }
}
