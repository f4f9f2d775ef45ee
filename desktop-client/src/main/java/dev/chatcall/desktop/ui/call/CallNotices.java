package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.call.CallActions;
import dev.chatcall.desktop.call.CallNotice;
import dev.chatcall.desktop.call.CallNotice.DeviceKind;
import dev.chatcall.desktop.call.Devices;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.desktop.text.Texts;
import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.desktop.ui.Toasts.Toast;
import dev.chatcall.desktop.ui.form.Attempt;
import dev.chatcall.protocol.call.Call;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells once what happened to a call or to a device, as a toast. Listens from the beginning. */
final class CallNotices implements Subscription {
    private final Screens screens;
    private final CallActions calls;
    private final Subscription listening;

    CallNotices(Screens screens) {
        this.screens = screens;
        this.calls = screens.client().calls();
        this.listening = calls.onNotice(notice -> screens.fx().execute(() -> tell(notice)));
    }

    @Override
    public void close() {
        listening.close();
    }

    private void tell(CallNotice notice) {
        screens.toasts()
                .show(
                        switch (notice) {
                            case CallNotice.AnsweredElsewhere(var callId) ->
                                new Toast(callId.toString(), null, screens.t("call.answeredElsewhere"), null, null);
                            case CallNotice.DeclinedElsewhere(var callId) ->
                                new Toast(callId.toString(), null, screens.t("call.declinedElsewhere"), null, null);
                            case CallNotice.Missed(Call call) -> missed(call);
                            case CallNotice.DeviceLost lost -> lost(lost);
                            case CallNotice.DeviceAdded(DeviceKind kind, String label) -> added(kind, label);
                        });
    }

    private Toast missed(Call call) {
        String text = screens.texts().t("calls.missed", Map.of("kind", call.video() ? "video" : "voice"));
        return new Toast(
                call.id().toString(),
                CallFace.nameOf(screens, call.startedBy()),
                text,
                null,
                () -> screens.navigation().go(new Place.Conversation(call.conversationId())));
    }

    private Toast lost(CallNotice.DeviceLost lost) {
        Texts texts = screens.texts();
        String kind = lost.kind().name().toLowerCase(Locale.ROOT);
        String label = lost.label();
        String text = label == null
                ? texts.t("call.deviceGone", Map.of("kind", kind))
                : texts.t("call.deviceReplaced", Map.of("kind", kind, "label", label));
        return new Toast("device-" + kind, null, text, null, null);
    }

    private Toast added(DeviceKind kind, String label) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return new Toast(
                "device-" + name,
                screens.texts().t("call.deviceAdded", Map.of("kind", name, "label", label)),
                screens.t("call.deviceUse"),
                null,
                () -> use(kind, label));
    }

    /** Uses the device of that name; nothing changes where it is gone again. */
    private void use(DeviceKind kind, String label) {
        Devices devices = calls.devices().get();
        List<Devices.Device> all = switch (kind) {
            case MICROPHONE -> devices.microphones();
            case CAMERA -> devices.cameras();
            case SPEAKER -> devices.speakers();
        };
        all.stream()
                .filter(device -> device.label().equals(label))
                .findFirst()
                .ifPresent(device ->
                        Attempt.run(screens, calls.choose(DeviceFields.with(kind, devices.choice(), device.id()))));
    }
}
