import { beforeEach, describe, expect, test } from "vitest";
import type { LineEvents } from "../ports.ts";
import type { ClientFrame, ServerFrame } from "../protocol.ts";
import { FakeTimers, settled } from "../testing/fakeTimers.ts";
import { ApiError } from "../types.ts";
import { Connection } from "./connection.ts";

class Wire {
  readonly timers = new FakeTimers();
  readonly lines: LineEvents[] = [];
  sent: ClientFrame[] = [];
  received: ServerFrame[] = [];
  visible = true;
  sessionOver = false;
  signedOut = 0;
  online = () => {};
  seen = () => {};
  readonly connection = new Connection(
    {
      transport: {
        open: (events) => {
          this.lines.push(events);
          return { send: (text) => this.sent.push(JSON.parse(text) as ClientFrame), close: () => {} };
        },
      },
      timers: this.timers,
      environment: {
        visible: () => this.visible,
        onVisible: (listener) => {
          this.seen = listener;
          return () => {};
        },
        onOnline: (listener) => {
          this.online = listener;
          return () => {};
        },
      },
    },
    { delay: () => 1_000 },
    {
      hello: () => ({ type: "ping" }),
      received: (frame) => this.received.push(frame),
      checkSession: async () => {
        if (this.sessionOver) throw new ApiError("auth.session_ended");
      },
      signedOut: () => {
        this.signedOut += 1;
      },
    },
  );

  get line(): LineEvents {
    const line = this.lines.at(-1);
    if (!line) throw new Error("no line");
    return line;
  }

  get state(): string {
    return this.connection.state.get().name;
  }

  say(frame: ServerFrame): void {
    this.line.received(JSON.stringify(frame));
  }

  goLive(): void {
    this.connection.start();
    this.line.opened();
    this.say({ type: "sync.done" });
    this.sent = [];
  }
}

describe("a connection", () => {
  let wire: Wire;
  beforeEach(() => {
    wire = new Wire();
  });

  test("says hello, syncs, and is live then", () => {
    expect(wire.state).toBe("idle");
    wire.connection.start();
    expect(wire.state).toBe("connecting");
    wire.line.opened();
    expect([wire.state, wire.sent.length]).toEqual(["syncing", 1]);
    expect(wire.connection.send({ type: "ping" })).toBe(false);
    wire.say({ type: "sync.done" });
    expect(wire.state).toBe("live");
    expect(wire.connection.send({ type: "ping" })).toBe(true);
  });

  test("waits as the policy says when it is lost, and comes back", () => {
    wire.goLive();
    wire.line.closed(1006);
    expect(wire.connection.state.get()).toEqual({ name: "waiting", retryAt: wire.timers.now() + 1_000 });
    wire.timers.advance(999);
    expect(wire.lines).toHaveLength(1);
    wire.timers.advance(1);
    expect(wire.lines).toHaveLength(2);
  });

  test("comes back at once when the network or the person does", () => {
    wire.goLive();
    wire.line.closed(1001);
    wire.online();
    expect(wire.lines).toHaveLength(2);
    wire.line.opened();
    wire.line.closed(1013);
    wire.visible = false;
    wire.seen();
    expect(wire.state).toBe("waiting");
    wire.visible = true;
    wire.seen();
    expect(wire.lines).toHaveLength(3);
  });

  test("asks a silent line whether it lives, and gives it up after forty seconds", () => {
    wire.goLive();
    wire.timers.advance(20_000);
    expect(wire.sent).toEqual([{ type: "ping" }]);
    wire.say({ type: "pong" });
    wire.timers.advance(39_999);
    expect(wire.state).toBe("live");
    wire.timers.advance(1);
    expect(wire.state).toBe("waiting");
  });

  test("does not trust a line that slept, when the person comes back", () => {
    wire.goLive();
    wire.timers.advance(10_000);
    wire.seen();
    expect(wire.sent).toEqual([{ type: "ping" }]);
    wire.timers.advance(4_000);
    expect(wire.state).toBe("waiting");
  });

  test("finds out whether the session holds where a line could not be opened", async () => {
    wire.connection.start();
    wire.line.closed(1006);
    await settled();
    expect([wire.state, wire.signedOut]).toEqual(["waiting", 0]);
    wire.sessionOver = true;
    wire.timers.advance(1_000);
    wire.line.closed(1006);
    await settled();
    expect([wire.state, wire.signedOut]).toEqual(["signedOut", 1]);
    wire.timers.advance(60_000);
    expect(wire.lines).toHaveLength(2);
  });

  test("is signed out with close code 4401, if the session really is over", async () => {
    wire.goLive();
    wire.sessionOver = true;
    wire.line.closed(4401);
    await settled();
    expect(wire.signedOut).toBe(1);
  });

  test("does not come back to a server of another version", () => {
    wire.goLive();
    wire.say({
      type: "error",
      requestId: null,
      code: "protocol.unsupported",
      detail: "",
      retryAfterMs: null,
    });
    wire.line.closed(4426);
    expect(wire.state).toBe("unsupported");
    wire.timers.advance(60_000);
    expect(wire.lines).toHaveLength(1);
  });

  test("passes over what is no frame, and what an older line still says", () => {
    wire.goLive();
    const [old] = wire.lines;
    wire.received = [];
    wire.line.received("not json");
    wire.line.received("[]");
    expect(wire.received).toEqual([]);
    wire.line.closed(1006);
    wire.timers.advance(1_000);
    old?.received('{"type":"pong"}');
    expect(wire.received).toEqual([]);
  });
});
