package dev.chatcall.desktop.ui.conversation.list;

/**
 * Where a row is drawn.
 *
 * @param index of the row
 * @param y of its top, in pixels below the top of what is seen
 */
public record Place(int index, double y, double height) {
    public double bottom() {
        return y + height;
    }
}
