import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { audioPacket, opus, vp8 } from "../testing/rtp.ts";
import { noWorker, TestEndpoint, TestMedia, type TestServer } from "../testing/TestMedia.ts";

const PACKET_MS = 20;

describe.skipIf(noWorker)(`rooms${noWorker ? ` (${noWorker})` : ""}`, () => {
  let media: TestMedia;
  afterEach(() => media.close());

  async function started(adjust: Parameters<typeof TestMedia.start>[0] = {}): Promise<TestServer> {
    media = await TestMedia.start(adjust);
    return media.server();
  }

  it("tell which layers anybody wants, more at once and less when it stays so", async () => {
    const server = await started();
    const roomId = randomUUID();
    const [anna, ben, cleo] = await joined(server, roomId, 3);
    const producerId = await anna.produced("video", vp8(3));
    const wanted = (layer: number | null) =>
      server.event("producer.layer", (event) => event.spatialLayer === layer);
    const layers = () => server.events.map((event) => "spatialLayer" in event && event.spatialLayer);

    await wanted(null);
    const bens = await ben.consumed(producerId);
    const cleos = await cleo.consumed(producerId);
    await server.ask(ben.set(bens, false, 0), "done");
    await server.ask(cleo.set(cleos, false, 2), "done");
    await server.ask(cleo.set(cleos, true, 2), "done");
    await server.ask(cleo.set(cleos, false, 5), "done");
    expect(await wanted(2)).toEqual({
      type: "producer.layer",
      roomId,
      endpointId: anna.endpointId,
      producerId,
      spatialLayer: 2,
    });
    expect(layers()).toEqual([null, 0, 2]);

    await server.ask({ type: "endpoint.close", ...cleo.ids() }, "done");
    await server.until(() => (layers().length === 4 ? true : undefined));
    await server.ask(ben.set(bens, true, 0), "done");
    await server.until(() => (layers().length === 5 ? true : undefined));
    expect(layers()).toEqual([null, 0, 2, 0, null]);
  });

  it("count one layer for a screen that has no more", async () => {
    const server = await started();
    const [anna, ben] = await joined(server, randomUUID(), 2);
    const producerId = await anna.produced("video", vp8(1));
    await server.ask(ben.set(await ben.consumed(producerId), false, 2), "done");

    expect((await server.event("producer.layer")).spatialLayer).toBe(0);
  });

  it("tell who is heard, who dominates first, and silence", async () => {
    const server = await started();
    const roomId = randomUUID();
    const [anna, ben] = await joined(server, roomId, 2);
    const room = media.service.rooms.get(roomId);
    const branch = room.endpoints.get(anna.endpointId)?.branch;
    const direct = await branch?.router.createDirectTransport();
    const loudness = { quiet: 40, loud: 10 };
    const speaker = async (endpointId: string, dbov: number) => {
      const rtpParameters = opus();
      const producer = await direct?.produce({ kind: "audio", rtpParameters, appData: { endpointId } });
      if (producer === undefined) {
        throw new Error("no transport");
      }
      await branch?.observe(producer);
      let sequence = 0;
      return setInterval(() => producer.send(audioPacket(rtpParameters, ++sequence, dbov)), PACKET_MS);
    };
    const timers = [
      await speaker(anna.endpointId, loudness.quiet),
      await speaker(ben.endpointId, loudness.loud),
    ];
    const heard = (ids: string[]) =>
      server.event("room.speaking", (event) => event.endpointIds.join() === ids.join());

    await heard([ben.endpointId, anna.endpointId]);
    for (const timer of timers) {
      clearInterval(timer);
    }
    await heard([]);
    expect(server.events.length).toBeLessThan(8);
  });

  it("go on to another worker when one has enough, and reach across", async () => {
    const server = await started({ workers: 2, consumersPerWorker: 1 });
    const roomId = randomUUID();
    const [anna, ben] = await joined(server, roomId, 2);
    const camera = await anna.produced("video", vp8(3));
    await ben.consumed(camera);
    const cleo = await TestEndpoint.join(server, roomId);
    const room = media.service.rooms.get(roomId);
    expect(room.branchCount()).toBe(2);

    const cleos = await cleo.consumed(camera);
    await server.ask(cleo.set(cleos, false, 2), "done");
    expect((await server.event("producer.layer")).spatialLayer).toBe(2);
    const back = await cleo.produced("audio", opus());
    expect((await server.ask(anna.consume(back), "consumer")).kind).toBe("audio");
    expect((await server.ask(ben.consume(back), "consumer")).kind).toBe("audio");

    await server.ask({ type: "producer.close", ...anna.ids(), producerId: camera }, "done");
    // It closes across the pipe, after the answer.
    await vi.waitFor(() => expect(room.endpoints.get(cleo.endpointId)?.consumers.has(cleos)).toBe(false));
  });

  it("spread over workers by what they have to do", async () => {
    const server = await started({ workers: 2 });
    const [anna, ben] = await joined(server, randomUUID(), 2);
    await ben.consumed(await anna.produced("audio", opus()));
    const other = await TestEndpoint.join(server, randomUUID());

    const worker = (endpoint: TestEndpoint) =>
      media.service.rooms.get(endpoint.roomId).endpoints.get(endpoint.endpointId)?.branch.worker.port;
    expect(worker(other)).not.toBe(worker(anna));
  });

  it("are told lost when their worker dies, and another takes its place", async () => {
    const server = await started({ workers: 2 });
    const roomId = randomUUID();
    const [anna] = await joined(server, roomId, 1);
    const dead = media.service.rooms.get(roomId).endpoints.get(anna.endpointId)?.branch.worker;
    process.kill(dead?.worker.pid ?? 0, "SIGKILL");

    await server.event("room.lost", (event) => event.roomId === roomId);
    expect(await server.refusal(anna.openTransport(true))).toBe("not_found");
    await vi.waitFor(() => expect(media.service.workers.all().length).toBe(2), { timeout: 5_000 });
    const again = await TestEndpoint.join(server, roomId);
    expect(await again.produced("audio", opus())).toMatch(/-/);
  });

  it("are opened again even when the only worker has just died", async () => {
    const server = await started();
    const roomId = randomUUID();
    await joined(server, roomId, 1);
    process.kill(media.service.workers.all()[0]?.worker.pid ?? 0, "SIGKILL");

    await server.event("room.lost");
    await server.ask({ type: "room.open", roomId }, "room");
  });

  it("that nobody uses are closed and told lost", async () => {
    const server = await started();
    const roomId = randomUUID();
    await joined(server, roomId, 1);
    media.service.rooms.closeUnused(Date.now() + 60_000);
    expect(media.service.rooms.find(roomId)).toBeDefined();

    media.service.rooms.closeUnused(Date.now() + 130_000);
    await server.event("room.lost", (event) => event.roomId === roomId);
    expect(media.service.rooms.find(roomId)).toBeUndefined();
  });
});

async function joined<N extends number>(server: TestServer, roomId: string, count: N) {
  const endpoints: TestEndpoint[] = [];
  for (let i = 0; i < count; i++) {
    endpoints.push(await TestEndpoint.join(server, roomId));
  }
  return endpoints as [TestEndpoint, TestEndpoint, TestEndpoint];
}
