package dev.chatcall.desktop.call;

import dev.chatcall.protocol.call.Call;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person should be told once. */
public sealed interface CallNotice {
    record AnsweredElsewhere(UUID callId) implements CallNotice {}

    record DeclinedElsewhere(UUID callId) implements CallNotice {}

    record Missed(Call call) implements CallNotice {}

    /** The device in use went away; {@code label} is the one used now, null when there is none. */
    record DeviceLost(DeviceKind kind, @Nullable String label) implements CallNotice {}

    record DeviceAdded(DeviceKind kind, String label) implements CallNotice {}

    enum DeviceKind {
        MICROPHONE,
        CAMERA,
        SPEAKER
    }
}
