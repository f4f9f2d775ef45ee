package dev.chatcall.desktop.ui.conversation.rows;

import dev.chatcall.desktop.text.Texts;
import dev.chatcall.protocol.call.EndReason;
import dev.chatcall.protocol.message.MessageBody;
import java.util.Map;

/** What became of a call, in a few words. */
public final class CallTexts {
    private CallTexts() {}

    /** One rang in vain for oneself: it stands out. */
    public static boolean wasMissed(MessageBody.CallEnded call, boolean mine) {
        return !mine
                && switch (call.reason()) {
                    case MISSED, CANCELLED, BUSY -> true;
                    case FINISHED, DECLINED, MOVED, LOST -> false;
                };
    }

    /** @param mine oneself was the caller */
    public static String of(Texts texts, MessageBody.CallEnded call, boolean mine) {
        Map<String, Object> values =
                Map.of("kind", call.video() ? "video" : "voice", "duration", texts.duration(call.durationMs()));
        return texts.t(wasMissed(call, mine) ? "calls.missed" : key(call.reason()), values);
    }

    private static String key(EndReason reason) {
        return switch (reason) {
            case FINISHED -> "calls.finished";
            case LOST -> "calls.lost";
            case MISSED -> "calls.unanswered";
            case DECLINED -> "calls.declined";
            case BUSY -> "calls.busy";
            case CANCELLED -> "calls.cancelled";
            case MOVED -> "calls.moved";
        };
    }
}
