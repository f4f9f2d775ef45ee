import { expect, test, vi } from "vitest";
import { FakeTimers } from "../testing/fakeTimers.ts";
import { deviceName } from "./device.ts";
import { LeaseLocks } from "./locks.ts";
import { uuidV7 } from "./random.ts";

test("ids are UUIDs of version 7, ascending with time", () => {
  const bytes = new Uint8Array(10).fill(255);
  const earlier = uuidV7(1_764_000_000_000, bytes);
  expect(earlier).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(earlier.replaceAll("-", "").slice(0, 12), 16)).toBe(1_764_000_000_000);
  expect(earlier < uuidV7(1_764_000_000_001, new Uint8Array(10))).toBe(true);
});

test("a browser is called by its own name, not by those it also names", () => {
  const chrome =
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36";
  expect(deviceName(chrome)).toBe("Chrome on Linux");
  expect(deviceName(`${chrome} Edg/142.0`)).toBe("Edge on Linux");
  const safari =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 Version/19.0 Safari/604.1";
  expect(deviceName(safari)).toBe("Safari on iPhone");
  expect(deviceName("curl/8")).toBe("Browser");
});

/** The settings that all tabs share; each tab may have a clock of its own. */
function tabs() {
  const timers = new FakeTimers();
  const settings = new Map<string, string>();
  let ids = 0;
  const port = {
    read: (key: string) => settings.get(key) ?? null,
    write: (key: string, value: string | null) =>
      void (value === null ? settings.delete(key) : settings.set(key, value)),
  };
  const tab = (clock = timers) =>
    new LeaseLocks(port, clock, { fraction: () => 0.5, uuid: () => `id ${++ids}` });
  return { timers, tab };
}

test("a lease goes to one tab, and on to the next when it is given back", () => {
  const { timers, tab } = tabs();
  const [first, second] = [vi.fn(), vi.fn()];
  const one = tab();
  one.hold("lock", first);
  tab().hold("lock", second);
  timers.advance(300_000);
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 0]);
  one.releaseAll();
  timers.advance(3_000);
  expect(second).toHaveBeenCalledOnce();
});

test("the lease of a page that is gone without a word runs out", () => {
  const { timers, tab } = tabs();
  const stopped = new FakeTimers(timers.now());
  const held = vi.fn();
  tab(stopped).hold("lock", () => {});
  stopped.advance(100);
  tab().hold("lock", held);
  timers.advance(60_000);
  expect(held).not.toHaveBeenCalled();
  timers.advance(60_000);
  expect(held).toHaveBeenCalledOnce();
});

test("what is exclusive runs one after the other", async () => {
  const { timers, tab } = tabs();
  const order: string[] = [];
  const task = (name: string) => async () => {
    order.push(`${name} begins`);
    await Promise.resolve();
    order.push(`${name} ends`);
  };
  const all = Promise.all([tab().exclusive("lock", task("one")), tab().exclusive("lock", task("other"))]);
  for (let second = 0; second < 10; second++) {
    timers.advance(1_000);
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  }
  await all;
  expect(order).toEqual(["one begins", "one ends", "other begins", "other ends"]);
});
