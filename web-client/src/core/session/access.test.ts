import { beforeEach, expect, test } from "vitest";
import { openApi } from "../http/api.ts";
import { Requester } from "../http/requester.ts";
import type { HttpResponse } from "../ports.ts";
import { FakeLocks } from "../testing/fakeLocks.ts";
import { FakeTimers, settled } from "../testing/fakeTimers.ts";
import { Access } from "./access.ts";

const QUARTER_MS = 15 * 60_000;

let timers: FakeTimers;
let settings: Map<string, string>;
let locks: FakeLocks;
let refreshes: number;
let answer: () => Partial<HttpResponse>;
let ended: number;

/** One tab's view of the session that all tabs share. */
function tab(): Access {
  const http = {
    request: async () => {
      refreshes += 1;
      return { status: 200, body: "", date: timers.now(), ...answer() };
    },
  };
  const port = {
    read: (key: string) => settings.get(key) ?? null,
    write: (key: string, value: string | null) =>
      void (value === null ? settings.delete(key) : settings.set(key, value)),
  };
  return new Access(openApi(new Requester(http)), locks.ofPage(), port, timers, () => {
    ended += 1;
  });
}

beforeEach(() => {
  timers = new FakeTimers();
  settings = new Map();
  locks = new FakeLocks();
  refreshes = 0;
  ended = 0;
  answer = () => ({ body: JSON.stringify({ accessExpiresAt: timers.now() + QUARTER_MS }) });
});

test("two tabs that meet a dead token at once renew it once", async () => {
  const [one, other] = [tab(), tab()];
  await one.renew(null);
  timers.advance(QUARTER_MS);
  const used = one.current();
  await Promise.all([one.renew(used), other.renew(used)]);
  expect(refreshes).toBe(2);
  expect(other.current()).toBe(timers.now() + QUARTER_MS);
});

test("it renews a minute ahead of time, for as long as it may", async () => {
  const access = tab();
  await access.renew(null);
  access.keepFresh();
  timers.advance(QUARTER_MS - 60_001);
  await settled();
  expect(refreshes).toBe(1);
  timers.advance(1);
  await settled();
  expect(refreshes).toBe(2);
  access.rest();
  timers.advance(10 * QUARTER_MS);
  await settled();
  expect(refreshes).toBe(2);
});

test("a device whose clock is wrong renews no more often for that", async () => {
  const wrong = timers.now() - 86_400_000;
  answer = () => ({ date: wrong, body: JSON.stringify({ accessExpiresAt: wrong + QUARTER_MS }) });
  const access = tab();
  await access.renew(null);
  expect(access.current()).toBe(timers.now() + QUARTER_MS);
});

test("a refused renewal ends the session; an unreachable server does not", async () => {
  const access = tab();
  answer = () => ({ status: 502 });
  await expect(access.renew(null)).rejects.toMatchObject({ code: "network.unreachable" });
  expect(ended).toBe(0);
  answer = () => ({ status: 401, body: JSON.stringify({ code: "auth.session_ended" }) });
  await expect(access.renew(null)).rejects.toMatchObject({ code: "auth.session_ended" });
  expect(ended).toBe(1);
});
