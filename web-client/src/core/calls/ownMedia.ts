import type { Timers } from "../ports.ts";
import type { DeviceBook } from "./deviceBook.ts";
import { LivePreview } from "./livePreview.ts";
import { LocalMedia } from "./localMedia.ts";
import type { MediaPlatform } from "./platform.ts";
import type { CallNotice, MediaChoice, Preview } from "./types.ts";

/** Opens one's devices, for a preview or a call; a call goes on with what a preview has open. */
export class OwnMedia {
  readonly #platform: MediaPlatform;
  readonly #book: DeviceBook;
  readonly #timers: Timers;
  readonly #notify: (notice: CallNotice) => void;
  #preview: LivePreview | null = null;

  constructor(
    platform: MediaPlatform,
    book: DeviceBook,
    timers: Timers,
    notify: (notice: CallNotice) => void,
  ) {
    this.#platform = platform;
    this.#book = book;
    this.#timers = timers;
    this.#notify = notify;
  }

  /** What a preview has open. */
  get previewed(): LocalMedia | null {
    return this.#preview?.local ?? null;
  }

  /** One at a time: an earlier one is closed. */
  preview(choice: MediaChoice): Preview {
    const preview = new LivePreview(this.#platform, this.#book, this.#timers, this.#open(), choice);
    this.#preview?.close();
    this.#preview = preview;
    const { state } = preview;
    return {
      state,
      set: (next) => preview.set(next),
      testSpeaker: () => preview.testSpeaker(),
      close: () => {
        preview.close();
        if (this.#preview === preview) this.#preview = null;
      },
    };
  }

  /** For a call: what a preview has open already, or nothing yet. */
  take(): LocalMedia {
    const preview = this.#preview;
    this.#preview = null;
    return preview?.take() ?? this.#open();
  }

  close(): void {
    this.#preview?.close();
    this.#preview = null;
  }

  #open(): LocalMedia {
    return new LocalMedia(this.#platform, this.#book, this.#notify);
  }
}
