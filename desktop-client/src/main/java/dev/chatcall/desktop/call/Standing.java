package dev.chatcall.desktop.call;

import dev.chatcall.desktop.call.CurrentCall.CallProblem;
import dev.chatcall.desktop.call.CurrentCall.Ending;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.ParticipantState;
import org.jspecify.annotations.Nullable;

/**
 * Where a call stands, from what is known of it. Pure.
 *
 * @param line the server can be reached and knows that one is in the call
 * @param wasConnected media has flowed before
 * @param unserved the media service is needed and there is none
 */
record Standing(
        Call call, @Nullable Ending ending, LegState media, boolean line, boolean wasConnected, boolean unserved) {

    CallPhase phase() {
        if (ending != null) {
            return CallPhase.ENDED;
        }
        // In a large group nobody is rung, and one waits for whoever comes.
        boolean rings =
                call.participants().stream().anyMatch(participant -> participant.state() == ParticipantState.RINGING);
        if (call.answeredAt() == null && rings) {
            return CallPhase.RINGING;
        }
        if (media == LegState.CONNECTED) {
            return line ? CallPhase.CONNECTED : CallPhase.RECONNECTING;
        }
        return wasConnected ? CallPhase.RECONNECTING : CallPhase.CONNECTING;
    }

    @Nullable
    CallProblem problem() {
        if (ending != null) {
            return null;
        }
        if (unserved && media != LegState.CONNECTED) {
            return CallProblem.MEDIA_SERVICE;
        }
        if (!line) {
            return CallProblem.LINE;
        }
        return wasConnected && media != LegState.CONNECTED && media != LegState.WAITING ? CallProblem.MEDIA : null;
    }
}
