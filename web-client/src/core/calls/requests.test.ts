import { beforeEach, describe, expect, test } from "vitest";
import { createStore } from "../observable.ts";
import type { CallReply, ClientFrame } from "../protocol.ts";
import { FakeTimers, settled } from "../testing/fakeTimers.ts";
import type { ConnectionState } from "../types.ts";
import { ANSWER_WITHIN_MS, CallRequests } from "./requests.ts";

describe("requests about calls", () => {
  let timers: FakeTimers;
  let connection: ReturnType<typeof createStore<ConnectionState>>;
  let said: Extract<ClientFrame, { type: "call.request" }>[];
  let requests: CallRequests;

  const live = (yes: boolean) =>
    connection.set(yes ? { name: "live" } : { name: "waiting", retryAt: timers.now() });
  const answer = (reply: CallReply, requestId = said.at(-1)?.requestId ?? "") =>
    requests.replied({ type: "call.reply", requestId, reply });
  const refuse = (code: "call.full" | "rate.limited", retryAfterMs: number | null = null) =>
    requests.refused({
      type: "error",
      requestId: said.at(-1)?.requestId ?? "",
      code,
      detail: "",
      retryAfterMs,
    });

  beforeEach(() => {
    timers = new FakeTimers();
    connection = createStore<ConnectionState>({ name: "live" });
    said = [];
    let ids = 0;
    requests = new CallRequests({
      timers,
      random: { uuid: () => `request-${++ids}` },
      connection,
      send: (frame) => {
        if (connection.get().name !== "live" || frame.type !== "call.request") return false;
        said.push(frame);
        return true;
      },
    });
  });

  test("each has its own answer", async () => {
    const first = requests.ask({ type: "ice_servers" });
    const second = requests.ask({ type: "decline", callId: "x" });
    answer({ type: "done" }, said[1]?.requestId);
    answer({ type: "ice_servers", iceServers: [] }, said[0]?.requestId);
    expect(await first).toEqual({ type: "ice_servers", iceServers: [] });
    expect(await second).toEqual({ type: "done" });
  });

  test("a refusal says why, and one of something else is not taken", async () => {
    const asked = requests.ask({ type: "decline", callId: "x" });
    expect(refuse("call.full")).toBe(true);
    await expect(asked).rejects.toMatchObject({ code: "call.full" });
    expect(refuse("call.full")).toBe(false);
  });

  test("what may be repeated outlives the line, what may not fails", async () => {
    const repeatable = requests.ask({ type: "decline", callId: "x" });
    const once = requests.ask({ type: "react", callId: "x", emoji: "👏" });
    live(false);
    await expect(once).rejects.toMatchObject({ code: "network.unreachable" });
    live(true);
    expect(said.map(({ request }) => request.type)).toEqual(["decline", "react", "decline"]);
    expect(said[2]?.requestId).toBe(said[0]?.requestId);
    answer({ type: "done" });
    expect(await repeatable).toEqual({ type: "done" });
  });

  test("what is asked without a line is said when there is one, or fails after a while", async () => {
    live(false);
    const later = requests.ask({ type: "react", callId: "x", emoji: "👏" });
    expect(said).toEqual([]);
    live(true);
    answer({ type: "done" });
    await later;
    live(false);
    const never = requests.ask({ type: "ice_servers" });
    timers.advance(ANSWER_WITHIN_MS);
    await expect(never).rejects.toMatchObject({ code: "network.unreachable" });
  });

  test("what came too fast is said again when it may, but not for ever", async () => {
    const asked = requests.ask({ type: "ice_servers" });
    const failed = expect(asked).rejects.toMatchObject({ code: "rate.limited" });
    for (let i = 0; i < 4; i++) {
      expect(said).toHaveLength(i + 1);
      refuse("rate.limited", 200);
      timers.advance(199);
      expect(said).toHaveLength(i + 1);
      timers.advance(1);
      await settled();
    }
    await failed;
  });

  test("closing leaves nobody waiting", async () => {
    const asked = requests.ask({ type: "ice_servers" });
    requests.close();
    await expect(asked).rejects.toMatchObject({ code: "network.unreachable" });
  });
});
