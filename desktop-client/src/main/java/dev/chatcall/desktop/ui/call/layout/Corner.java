package dev.chatcall.desktop.ui.call.layout;

/** Where one's own small picture stands. */
public enum Corner {
    TOP_START,
    TOP_END,
    BOTTOM_START,
    BOTTOM_END;

    /** Where an arrow key points. */
    public enum Arrow {
        UP,
        DOWN,
        LEFT,
        RIGHT
    }

    public boolean top() {
        return this == TOP_START || this == TOP_END;
    }

    public boolean start() {
        return this == TOP_START || this == BOTTOM_START;
    }

    /** The corner nearest to a point of the stage, in pixels from its start and its top. */
    public static Corner nearest(double x, double y, StageSize stage) {
        return of(y < stage.height() / 2, x < stage.width() / 2);
    }

    /** The corner that an arrow key leads to; the way it points in either direction of text. */
    public Corner moved(Arrow arrow, boolean rightToLeft) {
        return switch (arrow) {
            case UP -> of(true, start());
            case DOWN -> of(false, start());
            case LEFT -> of(top(), !rightToLeft);
            case RIGHT -> of(top(), rightToLeft);
        };
    }

    private static Corner of(boolean top, boolean start) {
        if (top) {
            return start ? TOP_START : TOP_END;
        }
        return start ? BOTTOM_START : BOTTOM_END;
    }
}
