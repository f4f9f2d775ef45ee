import { createStore, type Observable } from "../observable.ts";
import type { SettingsPort } from "../ports.ts";
import type { DevicePreferences } from "../types.ts";

const KEY = "chatcall.preferences";

const DEFAULTS: DevicePreferences = {
  theme: "system",
  language: null,
  sound: true,
  // Wanted unless refused; the browser's own permission decides in the end.
  notifications: true,
  notificationPreview: true,
  enterSends: true,
  callPreview: true,
};

/** What the person chose on this device; no secret, and the same for every account here. */
export class Preferences {
  readonly #settings: SettingsPort;
  readonly #state;

  constructor(settings: SettingsPort) {
    this.#settings = settings;
    this.#state = createStore<DevicePreferences>({ ...DEFAULTS, ...read(settings) });
  }

  get state(): Observable<DevicePreferences> {
    return this.#state;
  }

  set(change: Partial<DevicePreferences>): void {
    this.#state.update((held) => ({ ...held, ...change }));
    this.#settings.write(KEY, JSON.stringify(this.#state.get()));
  }
}

/** Only what is of the right kind: another version of the program may have written it. */
function read(settings: SettingsPort): Partial<DevicePreferences> {
  let kept: unknown;
  try {
    kept = JSON.parse(settings.read(KEY) ?? "{}");
  } catch {
    return {};
  }
  if (typeof kept !== "object" || kept === null) return {};
  const { theme, language, sound, notifications, notificationPreview, enterSends, callPreview } =
    kept as Record<string, unknown>;
  return {
    ...((theme === "light" || theme === "dark") && { theme }),
    ...(typeof language === "string" && { language }),
    ...(typeof sound === "boolean" && { sound }),
    ...(typeof notifications === "boolean" && { notifications }),
    ...(typeof notificationPreview === "boolean" && { notificationPreview }),
    ...(typeof enterSends === "boolean" && { enterSends }),
    ...(typeof callPreview === "boolean" && { callPreview }),
  };
}
