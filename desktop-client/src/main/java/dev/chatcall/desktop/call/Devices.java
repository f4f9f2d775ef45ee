package dev.chatcall.desktop.call;

import java.util.List;

/**
 * What there is to choose from.
 *
 * @param soundMissing this system has no sound at all: a call goes on without
 */
public record Devices(
        List<Device> microphones,
        List<Device> cameras,
        List<Device> speakers,
        DeviceChoice choice,
        boolean soundMissing,
        boolean canShareScreen) {

    public record Device(String id, String label) {}

    public static final Devices NONE =
            new Devices(List.of(), List.of(), List.of(), DeviceChoice.DEFAULTS, false, false);
}
