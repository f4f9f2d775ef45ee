package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.call.CallPhase;
import dev.chatcall.desktop.call.CurrentCall;
import dev.chatcall.desktop.call.Tile;
import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.ui.call.layout.Arrangement;
import dev.chatcall.desktop.ui.call.layout.Corner;
import dev.chatcall.desktop.ui.call.layout.GridLayout;
import dev.chatcall.desktop.ui.call.layout.SpeakerLayout;
import dev.chatcall.desktop.ui.call.layout.StageSize;
import dev.chatcall.desktop.ui.call.layout.TileLayout;
import dev.chatcall.protocol.conversation.Role;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one chose of how the call is shown, and what follows of it. Without a toolkit; used on the JavaFX thread. */
final class CallPaneModel {
    private final Hands hands = new Hands();
    private @Nullable Arrangement chosen;
    private @Nullable String pinned;
    private @Nullable String mainBefore;
    private Corner corner = Corner.BOTTOM_END;

    Arrangement arrangement(List<Tile> tiles) {
        return pinned == null ? Arrangement.of(tiles, chosen) : Arrangement.SPEAKER;
    }

    /** Takes the large one back, or shows all alike. */
    void choose(Arrangement next) {
        pinned = null;
        chosen = next;
    }

    /** Makes a tile large for good, or lets go of it where it is. */
    void pin(String tileId) {
        if (tileId.equals(pinned)) {
            pinned = null;
        } else {
            pinned = tileId;
            chosen = Arrangement.SPEAKER;
        }
    }

    boolean isPinned(String tileId) {
        return tileId.equals(pinned);
    }

    Corner corner() {
        return corner;
    }

    void moveSelf(Corner next) {
        corner = next;
    }

    /** Where everything stands now. Whoever is large stays so until somebody else speaks. */
    TileLayout layout(CurrentCall current, StageSize stage) {
        List<Tile> tiles = current.tiles();
        String main = SpeakerLayout.mainOf(tiles, current.speaking(), pinned, mainBefore);
        mainBefore = main;
        return arrangement(tiles) == Arrangement.GRID
                ? GridLayout.of(tiles, stage)
                : SpeakerLayout.of(tiles, main, corner, stage);
    }

    /** Who has a hand up, in the order in which they raised it. */
    List<UUID> hands(CurrentCall current) {
        return hands.update(current.tiles());
    }

    /** Whether one may end the call for everybody; the server decides, this saves a refusal. */
    static boolean mayEnd(Optional<ConversationView> conversation) {
        return conversation
                .filter(group -> group.otherId() == null && group.myRole() != Role.MEMBER)
                .isPresent();
    }

    static boolean mayAdd(Optional<ConversationView> conversation, CallPhase phase) {
        boolean group = conversation.filter(each -> each.otherId() == null).isPresent();
        return phase == CallPhase.CONNECTED || (group && phase != CallPhase.ENDED);
    }
}
