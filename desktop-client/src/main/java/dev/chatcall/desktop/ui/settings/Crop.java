package dev.chatcall.desktop.ui.settings;

/**
 * What part of a picture is chosen: the middle of a square, in pixels of the picture.
 *
 * @param zoom 1 shows as much as fits; larger is closer
 */
public record Crop(double x, double y, double zoom) {
    public static final double MAX_ZOOM = 5;

    /** The largest square, in the middle. */
    public static Crop centred(double width, double height) {
        return new Crop(width / 2, height / 2, 1);
    }

    /** The side of the chosen square, in pixels of the picture. */
    public double sideOf(double width, double height) {
        return Math.min(width, height) / zoom;
    }

    /** The nearest crop that does not look past the picture's edges. */
    public Crop within(double width, double height) {
        Crop zoomed = new Crop(x, y, Math.clamp(zoom, 1, MAX_ZOOM));
        double half = zoomed.sideOf(width, height) / 2;
        return new Crop(Math.clamp(x, half, width - half), Math.clamp(y, half, height - half), zoomed.zoom());
    }

    /** Moved by so many pixels of the picture. */
    public Crop movedBy(double dx, double dy) {
        return new Crop(x + dx, y + dy, zoom);
    }

    public Crop zoomedTo(double next) {
        return new Crop(x, y, next);
    }
}
