import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Command } from "../protocol.ts";
import { opus, vp8 } from "../testing/rtp.ts";
import { noWorker, TestEndpoint, TestMedia, type TestServer } from "../testing/TestMedia.ts";

const DTLS = JSON.stringify({
  role: "client",
  fingerprints: [{ algorithm: "sha-256", value: Array(32).fill("AB").join(":") }],
});

describe.skipIf(noWorker)(`commands${noWorker ? ` (${noWorker})` : ""}`, () => {
  let media: TestMedia;
  let server: TestServer;
  let anna: TestEndpoint;
  let ben: TestEndpoint;

  beforeAll(async () => {
    media = await TestMedia.start();
    server = await media.server();
  });
  afterAll(() => media.close());
  beforeEach(async () => {
    const roomId = randomUUID();
    anna = await TestEndpoint.join(server, roomId);
    ben = await TestEndpoint.join(server, roomId);
  });

  it("open a room once and tell what it can carry", async () => {
    const roomId = randomUUID();
    const first = await server.ask({ type: "room.open", roomId }, "room");
    const second = await server.ask({ type: "room.open", roomId }, "room");

    expect(second).toEqual(first);
    const codecs: { mimeType: string }[] = JSON.parse(first.rtpCapabilities).codecs;
    const names = codecs.map((codec) => codec.mimeType);
    expect(names).toEqual(expect.arrayContaining(["audio/opus", "video/VP8", "video/H264", "video/VP9"]));
  });

  it("offer a transport on the announced address, by UDP before TCP", async () => {
    const transport = await server.ask(anna.openTransport(false), "transport");

    const candidates: { protocol: string; address: string; port: number; priority: number }[] = JSON.parse(
      transport.iceCandidates,
    );
    expect(candidates.map((candidate) => candidate.protocol).sort()).toEqual(["tcp", "udp"]);
    const best = candidates.reduce((one, other) => (other.priority > one.priority ? other : one));
    expect(best).toMatchObject({ protocol: "udp", address: "127.0.0.1", port: server.welcome?.ports[0] });
  });

  it("offer no UDP where that is blocked", async () => {
    const command: Command = { type: "transport.open", ...anna.ids(), receiving: true, tcpOnly: true };
    const transport = await server.ask(command, "transport");

    expect(JSON.parse(transport.iceCandidates)).toMatchObject([{ protocol: "tcp" }]);
  });

  it("connect a transport and restart its ICE with other credentials", async () => {
    const restart: Command = { type: "transport.restart_ice", ...anna.transport() };
    await server.ask({ type: "transport.connect", ...anna.transport(), dtlsParameters: DTLS }, "done");
    const first = await server.ask(restart, "ice");
    const second = await server.ask(restart, "ice");

    expect(JSON.parse(first.iceParameters).usernameFragment).not.toBe(
      JSON.parse(second.iceParameters).usernameFragment,
    );
  });

  it("produce, consume paused, resume", async () => {
    const producerId = await anna.produced("audio", opus());
    const consumer = await server.ask(ben.consume(producerId), "consumer");

    expect(consumer).toMatchObject({ kind: "audio", producerPaused: false });
    expect(JSON.parse(consumer.rtpParameters).codecs[0].mimeType).toBe("audio/opus");
    const held = media.service.rooms.get(ben.roomId).endpoints.get(ben.endpointId)?.consumers;
    expect(held?.get(consumer.consumerId)?.paused).toBe(true);
    await server.ask(ben.set(consumer.consumerId, false), "done");
    expect(held?.get(consumer.consumerId)?.paused).toBe(false);
  });

  it("tell a new consumer that the producer is paused", async () => {
    const producerId = await anna.produced("audio", opus());
    await server.ask({ type: "producer.set", ...anna.ids(), producerId, paused: true }, "done");

    expect(await server.ask(ben.consume(producerId), "consumer")).toMatchObject({ producerPaused: true });
  });

  it("choose a layer of simulcast", async () => {
    const producerId = await anna.produced("video", vp8(3));
    const consumerId = await ben.consumed(producerId);
    await server.ask(ben.set(consumerId, false, 1), "done");

    const consumer = media.service.rooms
      .get(ben.roomId)
      .endpoints.get(ben.endpointId)
      ?.consumers.get(consumerId);
    expect(consumer?.preferredLayers).toMatchObject({ spatialLayer: 1 });
  });

  it("close what a producer feeds with it", async () => {
    const producerId = await anna.produced("audio", opus());
    const consumerId = await ben.consumed(producerId);
    await server.ask({ type: "producer.close", ...anna.ids(), producerId }, "done");

    expect(await server.refusal(ben.set(consumerId, false))).toBe("not_found");
    expect(await server.refusal(ben.consume(producerId))).toBe("not_found");
  });

  it("refuse as not found what the worker has closed a moment before it says so", async () => {
    const producerId = await anna.produced("audio", opus());
    const consumerId = await ben.consumed(producerId);
    const closed = server.ask({ type: "producer.close", ...anna.ids(), producerId }, "done");

    expect(await server.refusal(ben.set(consumerId, false))).toBe("not_found");
    await closed;
  });

  it("close an endpoint with everything it owns, any number of times", async () => {
    const producerId = await anna.produced("audio", opus());
    const consumerId = await ben.consumed(producerId);
    await server.ask({ type: "endpoint.close", ...anna.ids() }, "done");
    await server.ask({ type: "endpoint.close", ...anna.ids() }, "done");

    expect(await server.refusal(ben.set(consumerId, false))).toBe("not_found");
    expect(await server.refusal(anna.produce("audio", opus()))).toBe("not_found");
  });

  it("close a room with everything in it, any number of times", async () => {
    await server.ask({ type: "room.close", roomId: anna.roomId }, "done");
    await server.ask({ type: "room.close", roomId: anna.roomId }, "done");

    expect(await server.refusal(anna.openTransport(true))).toBe("not_found");
    expect(media.service.rooms.find(anna.roomId)).toBeUndefined();
  });

  it("refuse what belongs to another endpoint or room", async () => {
    const producerId = await anna.produced("audio", opus());
    const consumerId = await ben.consumed(producerId);
    const stranger = await TestEndpoint.join(server, randomUUID());
    const bens = { ...anna.transport(), endpointId: ben.endpointId };

    const refused: Command[] = [
      stranger.consume(producerId),
      stranger.set(consumerId, false),
      anna.set(consumerId, false),
      { type: "producer.set", ...ben.ids(), producerId, paused: true },
      { type: "producer.close", ...ben.ids(), producerId },
      { type: "transport.connect", ...bens, dtlsParameters: DTLS },
      { type: "transport.restart_ice", ...bens },
      { type: "transport.restart_ice", ...anna.transport(), roomId: stranger.roomId },
    ];
    for (const command of refused) {
      expect(await server.refusal(command), command.type).toBe("not_found");
    }
    expect(media.service.rooms.get(anna.roomId).ownerOf(producerId).id).toBe(anna.endpointId);
  });

  it("refuse parameters that mediasoup does not take, and go on", async () => {
    const producerId = await anna.produced("audio", opus());
    const same = opus();
    await anna.produced("audio", same);

    const refused: [string, Command][] = [
      ["no codecs", anna.produce("audio", { codecs: [] })],
      ["kind and codec differ", anna.produce("video", opus())],
      ["the same stream twice", anna.produce("audio", same)],
      ["no object", { ...anna.produce("audio", {}), rtpParameters: "17" } as Command],
      ["no JSON", { ...anna.produce("audio", {}), rtpParameters: "{" } as Command],
      ["nothing to consume with", { ...ben.consume(producerId), rtpCapabilities: "{}" } as Command],
      ["no DTLS", { type: "transport.connect", ...anna.transport(), dtlsParameters: "{}" }],
      ["wrong transport to consume", { ...ben.consume(producerId), ...anna.transport() } as Command],
    ];
    for (const [what, command] of refused) {
      expect(await server.refusal(command), what).toBe("invalid");
    }
    expect((await server.ask(ben.consume(producerId), "consumer")).kind).toBe("audio");
  });

  it("refuse commands that are none", async () => {
    const refused: unknown[] = [
      null,
      {},
      { type: "room.explode", roomId: randomUUID() },
      { type: "toString", roomId: randomUUID() },
      { type: "room.open" },
      { type: "room.open", roomId: "1" },
      { ...anna.openTransport(true), receiving: "yes" },
      { ...anna.produce("audio", opus()), kind: "smell" },
      { ...anna.produce("audio", opus()), rtpParameters: "x".repeat(32_001) },
      anna.set(randomUUID(), false, -1),
      anna.set(randomUUID(), false, 0.5),
    ];
    for (const command of refused) {
      expect(await server.refusal(command), JSON.stringify(command)).toBe("invalid");
    }
  });

  it("are done in the order in which they were asked", async () => {
    const roomId = randomUUID();
    const endpointId = randomUUID();
    const open: Command = { type: "room.open", roomId };
    const transport: Command = {
      type: "transport.open",
      roomId,
      endpointId,
      receiving: true,
      tcpOnly: false,
    };
    const replies = await Promise.all([
      server.ask(open, "room"),
      server.ask(transport, "transport"),
      server.ask({ type: "room.close", roomId }, "done"),
      server.refusal(transport),
    ]);

    expect(replies[3]).toBe("not_found");
  });
});
