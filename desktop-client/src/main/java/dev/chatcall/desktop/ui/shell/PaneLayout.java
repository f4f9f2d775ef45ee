package dev.chatcall.desktop.ui.shell;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.layout.Region;

/**
 * The rail, the list, what is open and its details, side by side; the details lie over what is open where there is less
 * room, and where there is least only one pane is shown, with the rail below the list.
 */
final class PaneLayout extends Region {
    private static final double NARROW_BELOW = 720;
    private static final double SLIM_BELOW = 960;
    private static final double WIDE_FROM = 1200;
    private static final double RAIL = 60;
    private static final double BAR = 60;
    private static final double LIST = 340;
    private static final double SLIM_LIST = 300;
    private static final double DETAILS = 320;

    private final Region rail;
    private final Region list;
    private final Region content;
    private final Region details;
    private final ReadOnlyBooleanWrapper narrow = new ReadOnlyBooleanWrapper(this, "narrow");
    private boolean inside;
    private boolean withDetails;

    PaneLayout(Region rail, Region list, Region content, Region details) {
        this.rail = rail;
        this.list = list;
        this.content = content;
        this.details = details;
        getChildren().addAll(rail, list, content, details);
        widthProperty().addListener((property, before, width) -> narrow.set(width.doubleValue() < NARROW_BELOW));
    }

    /** Whether only one pane fits. */
    ReadOnlyBooleanProperty narrowProperty() {
        return narrow.getReadOnlyProperty();
    }

    /**
     * What there is to show.
     *
     * @param contentOpen where one pane fits it is the content, not the list
     */
    void show(boolean contentOpen, boolean detailsOpen) {
        inside = contentOpen;
        withDetails = detailsOpen;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        boolean one = width < NARROW_BELOW;
        rail.setVisible(!one || !inside);
        list.setVisible(!one || !inside);
        content.setVisible(!one || inside);
        details.setVisible(withDetails);
        if (one) {
            double above = inside ? height : height - BAR;
            list.resizeRelocate(0, 0, width, above);
            content.resizeRelocate(0, 0, width, height);
            rail.resizeRelocate(0, height - BAR, width, BAR);
            details.resizeRelocate(0, 0, width, height);
            return;
        }
        double listWidth = width < SLIM_BELOW ? SLIM_LIST : LIST;
        double from = RAIL + listWidth;
        boolean beside = withDetails && width >= WIDE_FROM;
        rail.resizeRelocate(0, 0, RAIL, height);
        list.resizeRelocate(RAIL, 0, listWidth, height);
        content.resizeRelocate(from, 0, width - from - (beside ? DETAILS : 0), height);
        details.resizeRelocate(width - DETAILS, 0, DETAILS, height);
    }
}
