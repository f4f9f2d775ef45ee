package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.call.CallActions;
import dev.chatcall.desktop.call.CallPhase;
import dev.chatcall.desktop.call.MediaChoice;
import dev.chatcall.desktop.ui.CallStage;
import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.form.Attempt;
import java.util.UUID;

/** The ways into a call. */
public record CallStarts(Screens screens) {

    /** Rings the others of a conversation, or joins the call it has; after the preview where one wants it. */
    public void start(UUID conversationId, boolean camera) {
        if (isHere(conversationId)) {
            show(conversationId);
        } else if (wantsPreview()) {
            screens.stage().prepare(new CallStage.Preparation(conversationId, camera, null));
        } else {
            ring(conversationId, new MediaChoice(true, camera));
        }
    }

    /** Joins a call that runs; after the preview where one wants it. */
    public void join(UUID conversationId, UUID callId, boolean camera) {
        if (isHere(conversationId)) {
            show(conversationId);
        } else if (wantsPreview()) {
            screens.stage().prepare(new CallStage.Preparation(conversationId, camera, callId));
        } else {
            enter(conversationId, callId, new MediaChoice(true, camera));
        }
    }

    /** Accepts or joins at once. */
    void enter(UUID conversationId, UUID callId, MediaChoice choice) {
        show(conversationId);
        Attempt.run(screens, calls().join(callId, choice));
    }

    /** Rings at once. */
    void ring(UUID conversationId, MediaChoice choice) {
        show(conversationId);
        Attempt.run(screens, calls().start(conversationId, choice));
    }

    private void show(UUID conversationId) {
        screens.navigation().go(new Place.Conversation(conversationId));
        screens.stage().show();
    }

    /** Nothing is asked where one is in that call already. */
    private boolean isHere(UUID conversationId) {
        return calls().current()
                .get()
                .filter(current -> current.call().conversationId().equals(conversationId))
                .filter(current -> current.phase() != CallPhase.ENDED)
                .isPresent();
    }

    private boolean wantsPreview() {
        return screens.client().state().preferences().get().callPreview();
    }

    private CallActions calls() {
        return screens.client().calls();
    }
}
