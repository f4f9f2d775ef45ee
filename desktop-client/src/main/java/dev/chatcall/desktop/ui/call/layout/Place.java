package dev.chatcall.desktop.ui.call.layout;

/** Where a tile stands: in pixels from the start (the left, or the right where one reads so) and the top of the stage. */
public record Place(double x, double y, double width, double height, Role role) {

    public enum Role {
        GRID,
        /** The large one. */
        MAIN,
        /** One of the small ones beside it. */
        STRIP,
        /** One's own small picture, which lies over the others. */
        SELF
    }

    /** Behind the bars above and below too. */
    public boolean full() {
        return role == Role.MAIN && y == 0;
    }
}
