import { type Caller, caller } from "../support/calls.ts";
import { MEDIA, untilMedia } from "../support/mediaService.ts";
import type { People } from "../support/people.ts";
import { expect, test } from "../support/test.ts";

const CALLS = 20;

declare global {
  interface Window {
    acceptedAt: number;
    firstFrameAt: number;
  }
}

test("from accepting to the first picture of the other", async ({ startServer, peopleAt }) => {
  const server = await startServer(MEDIA);
  await untilMedia(server.url);
  const people = peopleAt(server.url);
  const [ada, ben] = [await measured(people, "Ada"), await measured(people, "Ben")];
  await ada.person.befriend(ben.person);
  const places: readonly Place[] = [
    { way: "between two", id: await ada.person.directWith(ben.person), group: false },
    { way: "media service", id: await ada.person.groupOf("Bench", ben.person), group: true },
  ];
  for (const place of places) {
    const times: number[] = [];
    for (let call = 0; call < CALLS; call += 1) times.push(await once(ada, ben, place));
    times.sort((a, b) => a - b);
    const at = (share: number) => Math.round(times[Math.floor((times.length - 1) * share)] ?? 0);
    console.info(
      `${place.way}: ${CALLS} calls, median ${at(0.5)} ms, p90 ${at(0.9)} ms, longest ${at(1)} ms`,
    );
  }
});

/** Where two people call each other. */
interface Place {
  readonly way: string;
  readonly id: string;
  readonly group: boolean;
}

/** Somebody on whose page one can see when the first picture of the other came. */
function measured(people: People, name: string): Promise<Caller> {
  return caller(people, { name }, async ({ context, id }) => {
    await context.addInitScript((mine) => {
      const watched = new WeakSet<HTMLVideoElement>();
      const watch = () => {
        for (const video of document.querySelectorAll("video")) {
          const tile = video.closest("[data-tile]")?.getAttribute("data-tile");
          if (watched.has(video) || tile === undefined || tile === null || tile === mine) continue;
          watched.add(video);
          video.requestVideoFrameCallback((now) => {
            window.firstFrameAt ||= now;
          });
        }
      };
      new MutationObserver(watch).observe(document, { childList: true, subtree: true });
      document.addEventListener(
        "click",
        () => {
          window.acceptedAt = performance.now();
          window.firstFrameAt = 0;
        },
        { capture: true },
      );
    }, id);
  });
}

/** @returns milliseconds */
async function once(ada: Caller, ben: Caller, { id, group }: Place): Promise<number> {
  await ada.person.screen.openById(id);
  await ada.call.start("video");
  await ben.call.accept({ video: true });
  await expect
    .poll(() => ben.call.page.evaluate(() => window.firstFrameAt), { intervals: [50] })
    .toBeGreaterThan(0);
  const took = await ben.call.page.evaluate(() => window.firstFrameAt - window.acceptedAt);
  await ada.call.leave();
  if (group) await ben.call.leave();
  await expect(ben.call.controls).toBeHidden();
  return took;
}
