package dev.chatcall.desktop.ui.call;

import com.ibm.icu.text.ListFormatter;
import dev.chatcall.desktop.call.CallPhase;
import dev.chatcall.desktop.call.CurrentCall;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.icon.Icon;
import dev.chatcall.protocol.call.CallRoute;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Whom one talks to, for how long, which way, and the way back to the conversations. */
final class CallHeader extends HBox {
    private final Screens screens;
    private final Label name = new Label();
    private final RunningTime time;
    private final Label hands = new Label();
    private final Label route = new Label();
    private @Nullable CallRoute shownRoute;

    CallHeader(Screens screens, Runnable minimise) {
        this.screens = screens;
        time = new RunningTime(screens);
        getStyleClass().add("call-header");
        setAlignment(Pos.CENTER_LEFT);
        DarkControl small = new DarkControl("header-control", 20);
        small.show(screens.t("call.minimise"), "Esc", Icon.MINIMISE);
        small.setOnAction(event -> minimise.run());
        name.getStyleClass().add("call-name");
        name.setMinWidth(0);
        hands.getStyleClass().add("running-time");
        hands.setMinWidth(USE_PREF_SIZE);
        route.setMinWidth(USE_PREF_SIZE);
        route.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setPickOnBounds(false);
        getChildren().addAll(small, name, time, hands, route);
    }

    /** @param up who has a hand up, in the order in which they raised it */
    void show(CurrentCall current, List<UUID> up, String callName) {
        name.setText(callName);
        time.show(current);
        Styles.show(hands, !up.isEmpty());
        hands.setText(screens.texts().t("call.hands", Map.of("count", up.size())));
        hands.setTooltip(new Tooltip(ListFormatter.getInstance(screens.texts().locale())
                .format(up.stream().map(id -> CallFace.nameOf(screens, id)).toList())));
        Styles.show(route, current.phase() == CallPhase.CONNECTED);
        if (shownRoute != current.route()) {
            shownRoute = current.route();
            String text = screens.texts()
                    .t("call.route", Map.of("route", current.route().wire()));
            route.setGraphic((current.route() == CallRoute.DIRECT ? Icon.LOCK : Icon.SERVER).at(14));
            route.setAccessibleText(text);
            route.setTooltip(new Tooltip(text));
        }
    }
}
