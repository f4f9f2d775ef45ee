package dev.chatcall.desktop.call;

import java.util.List;

/**
 * What there is to choose from.
 *
 * @param soundMissing this system has no sound at all: a call goes on without
 * @param soundChoosable microphone and speaker can be chosen here; otherwise the system alone decides
 */
public record Devices(
        List<Device> microphones,
        List<Device> cameras,
        List<Device> speakers,
        DeviceChoice choice,
        boolean soundMissing,
        boolean soundChoosable,
        boolean canShareScreen) {

    public record Device(String id, String label) {}

    public static final Devices NONE =
            new Devices(List.of(), List.of(), List.of(), DeviceChoice.DEFAULTS, false, true, false);
}
