import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import type { Call, CallRequest, Signal } from "../protocol.ts";
import { aCall, participant } from "../testing/calls.ts";
import { FakePlatform, fakeTrack } from "../testing/fakeMedia.ts";
import { Air } from "../testing/fakePeers.ts";
import { FakeTimers, settled } from "../testing/fakeTimers.ts";
import { ApiError } from "../types.ts";
import { DirectLeg } from "./directLeg.ts";
import { NO_TRACKS } from "./leg.ts";
import type { Asking } from "./requests.ts";

/** Two people, the server between them, and the air. */
class Pair {
  readonly timers = new FakeTimers();
  readonly air = new Air();
  readonly legs = new Map<string, DirectLeg>();
  readonly noWay: string[] = [];
  readonly endpoints = new Map<string, string>();
  /** How long each next signal takes; the order between two is kept, as the server does. */
  latencies: number[] = [];
  /** False: the line to the server is lost, and so is what is said. */
  line = true;

  enter(accountId: string, endpointId: string, offers: boolean): DirectLeg {
    this.legs.get(accountId)?.close();
    this.endpoints.set(accountId, endpointId);
    const leg = new DirectLeg(
      {
        accountId,
        endpointId,
        platform: new FakePlatform(this.air),
        timers: this.timers,
        asking: this.#asking(accountId),
        iceServers: [],
        events: { noWay: () => this.noWay.push(accountId) },
      },
      offers,
    );
    this.legs.set(accountId, leg);
    return leg;
  }

  /** The server tells both who is in the call. */
  tell(): Call {
    const call = aCall({
      answeredAt: 1,
      participants: [...this.endpoints].map(([accountId, endpointId]) =>
        participant(accountId, "joined", { endpointId }),
      ),
    });
    for (const leg of this.legs.values()) leg.update(call);
    return call;
  }

  states(): readonly string[] {
    return [...this.legs.values()].map(({ state }) => state.get());
  }

  async pass(milliseconds: number): Promise<void> {
    for (let left = milliseconds; left > 0; left -= 20) {
      await settled();
      this.timers.advance(Math.min(left, 20));
    }
    await settled();
  }

  #asking(from: string): Asking {
    let last = 0;
    const deliver = (to: string, signal: Signal) => {
      const [accountId] = [...this.endpoints].find(([, endpoint]) => endpoint === to) ?? [];
      const sender = this.endpoints.get(from) ?? "";
      if (accountId) this.legs.get(accountId)?.happened({ type: "signal", from: sender, signal });
    };
    const ask = async (request: CallRequest) => {
      if (!this.line) throw new ApiError("network.unreachable");
      if (request.type === "ice_servers") return { type: "ice_servers", iceServers: [] };
      if (request.type !== "signal") throw new Error(request.type);
      last = Math.max(last, this.timers.now() + (this.latencies.shift() ?? 10));
      const { to, signal } = request;
      this.timers.after(last - this.timers.now(), () => deliver(to, signal));
      return { type: "done" };
    };
    return { ask } as Asking;
  }
}

describe("a direct call", () => {
  let pair: Pair;

  beforeEach(() => {
    pair = new Pair();
  });

  async function connected(): Promise<void> {
    pair.enter("ann", "a", false);
    pair.enter("ben", "b", true);
    await pair.pass(100);
    pair.tell();
    await pair.pass(500);
    expect(pair.states()).toEqual(["connected", "connected"]);
  }

  test("connects who waits with who comes", async () => {
    await connected();
    expect([...(pair.legs.get("ann")?.remote.get().keys() ?? [])]).toEqual(["ben"]);
  });

  test("says nothing before somebody answered", async () => {
    pair.enter("ann", "a", false);
    pair.enter("ben", "b", true);
    await pair.pass(10_000);
    expect(pair.states()).toEqual(["waiting", "waiting"]);
    expect(pair.noWay).toEqual([]);
  });

  test("carries each track on its own line, also those that come later", async () => {
    await connected();
    const [camera, screen] = [fakeTrack("video"), fakeTrack("video")];
    pair.legs.get("ann")?.send({ ...NO_TRACKS, camera, screen });
    await pair.pass(20);
    const peers = [...pair.air.peers.values()];
    const sent = peers.map(({ lines }) => lines.map(({ sender }) => sender.track));
    expect(sent).toContainEqual([null, camera, screen, null]);
    for (const { lines } of peers)
      expect(lines.map(({ direction }) => direction)).toEqual(Array(4).fill("sendrecv"));
    pair.legs.get("ann")?.send(NO_TRACKS);
    await pair.pass(20);
    expect(peers.every(({ lines }) => lines.every(({ sender }) => sender.track === null))).toBe(true);
  });

  test("meets a reloaded page like a new one", async () => {
    await connected();
    pair.enter("ben", "b", true);
    pair.tell();
    await pair.pass(500);
    expect(pair.states()).toEqual(["connected", "connected"]);
    pair.enter("ann", "a", true);
    pair.tell();
    await pair.pass(500);
    expect(pair.states()).toEqual(["connected", "connected"]);
  });

  test("follows a person to another device", async () => {
    await connected();
    pair.enter("ben", "c", true);
    pair.tell();
    await pair.pass(500);
    expect(pair.states()).toEqual(["connected", "connected"]);
  });

  test("looks for another way when one is lost", async () => {
    await connected();
    pair.air.cut();
    expect(pair.states()).toEqual(["lost", "lost"]);
    pair.air.clear();
    await pair.pass(1_000);
    expect(pair.states()).toEqual(["lost", "lost"]);
    await pair.pass(5_000);
    expect(pair.states()).toEqual(["connected", "connected"]);
    expect(pair.noWay).toEqual([]);
  });

  test("says so when there is no way: at first, and after one is lost", async () => {
    pair.air.cut();
    pair.enter("ann", "a", false);
    pair.enter("ben", "b", true);
    pair.tell();
    await pair.pass(7_900);
    expect(pair.noWay).toEqual([]);
    await pair.pass(200);
    expect(pair.noWay.toSorted()).toEqual(["ann", "ben"]);
    pair.air.clear();
    await pair.pass(8_000);
    expect(pair.states()).toEqual(["connected", "connected"]);
  });

  test("makes good what was lost with the line", async () => {
    pair.line = false;
    pair.enter("ann", "a", false);
    pair.enter("ben", "b", true);
    const call = pair.tell();
    await pair.pass(2_000);
    expect(pair.states()).toEqual(["connecting", "connecting"]);
    pair.line = true;
    for (const leg of pair.legs.values()) leg.lineBack(call);
    await pair.pass(1_000);
    expect(pair.states()).toEqual(["connected", "connected"]);
  });

  test("begins again by itself where an offer, or its answer, got lost", async () => {
    pair.line = false;
    pair.enter("ann", "a", false);
    pair.enter("ben", "b", true);
    pair.tell();
    await pair.pass(1_000);
    pair.line = true;
    await pair.pass(2_000);
    expect(pair.states()).toEqual(["connected", "connected"]);
    pair.enter("ben", "c", true);
    pair.tell();
    await pair.pass(15);
    pair.line = false;
    await pair.pass(100);
    pair.line = true;
    await pair.pass(3_000);
    expect(pair.states()).toEqual(["connected", "connected"]);
    expect(pair.noWay).toEqual([]);
  });

  test("connects whoever offers, in whichever order it arrives", async () => {
    const latency = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        latency,
        async (one, other, swap, latencies) => {
          fc.pre(one || other);
          pair = new Pair();
          pair.latencies = [...latencies];
          pair.enter("ann", swap ? "b" : "a", one);
          pair.enter("ben", swap ? "a" : "b", other);
          pair.tell();
          await pair.pass(7_000);
          expect(pair.states()).toEqual(["connected", "connected"]);
          // Both lose the way at once, and both look for another.
          pair.latencies = latencies.toReversed();
          pair.air.cut();
          pair.air.clear();
          await pair.pass(11_000);
          expect(pair.states()).toEqual(["connected", "connected"]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("leaves nothing open", async () => {
    await connected();
    for (const leg of pair.legs.values()) leg.close();
    await pair.pass(20_000);
    expect(pair.air.peers.size).toBe(0);
    expect(pair.noWay).toEqual([]);
  });
});
