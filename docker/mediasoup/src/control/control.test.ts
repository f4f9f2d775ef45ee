import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WebSocket } from "ws";
import { noWorker, SECRET, TestEndpoint, TestMedia } from "../testing/TestMedia.ts";

describe.skipIf(noWorker)(`the control connection${noWorker ? ` (${noWorker})` : ""}`, () => {
  let media: TestMedia;

  beforeAll(async () => {
    media = await TestMedia.start({ workers: 2 });
  });
  afterAll(() => media.close());

  it("begins with a welcome that is the same for every server", async () => {
    const one = await media.server();
    const other = await media.server();

    expect(one.welcome).toMatchObject({
      version: 1,
      mediasoup: "3.27.1",
      workers: 2,
      announcedAddress: "127.0.0.1",
    });
    expect(one.welcome?.ports).toHaveLength(2);
    expect(other.welcome).toEqual(one.welcome);
  });

  it.each([
    ["a wrong secret", () => media.socket("not-the-secret-of-these-tests-at-all"), 401],
    ["a part of the secret", () => media.socket(SECRET.slice(0, -1)), 401],
    ["another place", () => media.socket(SECRET, "/"), 404],
  ])("is not opened for %s", async (_, open, status) => {
    const socket = open();
    const [, response] = (await once(socket, "unexpected-response")) as [unknown, { statusCode: number }];
    expect(response.statusCode).toBe(status);
  });

  it.each([
    ["garbage", (socket: WebSocket) => socket.send("}{"), 1008],
    ["a frame without an id", (socket: WebSocket) => socket.send('{"type":"command"}'), 1008],
    ["an array", (socket: WebSocket) => socket.send("[]"), 1008],
    ["a binary frame", (socket: WebSocket) => socket.send(Buffer.from("{}")), 1008],
    ["a frame that is too large", (socket: WebSocket) => socket.send("x".repeat(500_001)), 1009],
  ])("ends at %s, and others go on", async (_, send, code) => {
    const good = await media.server();
    const bad = await media.server();
    const closed = once(bad.socket, "close");
    send(bad.socket);

    expect((await closed)[0]).toBe(code);
    await good.ask({ type: "room.close", roomId: randomUUID() }, "done");
  });

  it("tells a server of its own rooms only, and another of what it cannot hear any more", async () => {
    const own = await TestMedia.start();
    try {
      const [first, second] = [await own.server(), await own.server()];
      const roomIds = [randomUUID(), randomUUID()] as const;
      await TestEndpoint.join(first, roomIds[0]);
      own.service.rooms.closeUnused(Date.now() + 130_000);
      await first.event("room.lost");
      await second.ask({ type: "room.close", roomId: randomUUID() }, "done");
      expect(second.events).toEqual([]);

      await TestEndpoint.join(first, roomIds[1]);
      first.socket.close();
      await once(first.socket, "close");
      own.service.rooms.closeUnused(Date.now() + 130_000);
      expect((await second.event("room.lost")).roomId).toBe(roomIds[1]);
    } finally {
      own.close();
    }
  });

  it("shows operators what there is", async () => {
    const server = await media.server();
    await TestEndpoint.join(server, randomUUID());
    const health: unknown = await (await fetch(media.url("/health"))).json();
    const metrics = await (await fetch(media.url("/metrics"))).text();

    expect(health).toMatchObject({ status: "ok", workers: 2 });
    expect(metrics).toMatch(/^chatcall_media_workers 2$/m);
    expect(metrics).toMatch(/^chatcall_media_transports [1-9]/m);
    expect(metrics).toMatch(/^chatcall_media_worker_cpu_seconds_total\{port="45\d+"\} \d/m);
    expect((await fetch(media.url("/control"))).status).toBe(404);
    expect((await fetch(media.url("/health"), { method: "POST" })).status).toBe(405);
  });
});
