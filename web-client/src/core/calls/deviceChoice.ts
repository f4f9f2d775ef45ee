/** Which devices a person chose, how they are asked for, and what it means when they are not given. Pure. */
import type { SettingsPort } from "../ports.ts";
import type { Device, DeviceChoice, DeviceProblem } from "./types.ts";

const KEY = "chatcall.devices";

export const DEFAULT_CHOICE: DeviceChoice = {
  microphoneId: null,
  cameraId: null,
  speakerId: null,
  noiseSuppression: true,
  echoCancellation: true,
  gainControl: true,
  backgroundBlur: false,
};

export function keepChoice(settings: SettingsPort, choice: DeviceChoice): void {
  settings.write(KEY, JSON.stringify(choice));
}

/** Only what is of the right kind: another version of the program may have written it. */
export function keptChoice(settings: SettingsPort): DeviceChoice {
  let kept: unknown;
  try {
    kept = JSON.parse(settings.read(KEY) ?? "{}");
  } catch {
    return DEFAULT_CHOICE;
  }
  if (typeof kept !== "object" || kept === null) return DEFAULT_CHOICE;
  const values = kept as Record<string, unknown>;
  const fields = Object.entries(DEFAULT_CHOICE).map(([name, fallback]) => {
    const value = values[name];
    const fits = typeof fallback === "boolean" ? typeof value === "boolean" : typeof value === "string";
    return [name, fits ? value : fallback];
  });
  return Object.fromEntries(fields) as unknown as DeviceChoice;
}

/** `exact`: Chromium 156 gives the system's microphone to who asks for another as `ideal`. */
export function audioConstraints(choice: DeviceChoice): MediaTrackConstraints {
  return {
    ...(choice.microphoneId !== null && { deviceId: { exact: choice.microphoneId } }),
    noiseSuppression: choice.noiseSuppression,
    echoCancellation: choice.echoCancellation,
    autoGainControl: choice.gainControl,
  };
}

export function videoConstraints(choice: DeviceChoice): MediaTrackConstraints {
  return {
    ...(choice.cameraId === null ? { facingMode: "user" } : { deviceId: { exact: choice.cameraId } }),
    width: { ideal: 1280 },
    height: { ideal: 720 },
    frameRate: { ideal: 30 },
  };
}

/** Where the chosen one is gone, another is better than none. */
export function anyOf(constraints: MediaTrackConstraints): MediaTrackConstraints {
  const { deviceId: _, ...rest } = constraints;
  return rest;
}

/** What the browser's refusal means. */
export function problemOf(error: unknown, secure: boolean): DeviceProblem {
  if (!secure) return "insecure";
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "denied";
  return name === "NotFoundError" || name === "OverconstrainedError" ? "missing" : "busy";
}

/**
 * Devices of one kind that can be chosen. Before the person allowed any they have no name and no id; "default" and
 * "communications" stand for others of the list, and for null in a choice.
 */
export function devicesOf(all: readonly MediaDeviceInfo[], kind: MediaDeviceKind): readonly Device[] {
  return all
    .filter((device) => device.kind === kind && !["", "default", "communications"].includes(device.deviceId))
    .map(({ deviceId, label }) => ({ id: deviceId, label }));
}
