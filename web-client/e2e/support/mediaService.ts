import { ROOT } from "./places.ts";
import { expect } from "./test.ts";

/** What a server needs to start a media service of its own. */
export const MEDIA: Readonly<Record<string, string>> = {
  CHATCALL_MEDIA: "on",
  CHATCALL_MEDIA_COMMAND: `${ROOT}tools/launcher/media.sh`,
};

/** Waits until the server at that address has its media service. */
export async function untilMedia(url: string): Promise<void> {
  await expect
    .poll(
      async () => ((await (await fetch(`${url}/health`)).json()) as Record<string, string>).mediaService,
      {
        timeout: 60_000,
      },
    )
    .toBe("ok");
}
