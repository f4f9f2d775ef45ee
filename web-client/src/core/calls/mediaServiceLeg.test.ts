import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Call, TrackSource } from "../protocol.ts";
import { aCall, participant } from "../testing/calls.ts";
import { FakePlatform, fakeTrack } from "../testing/fakeMedia.ts";
import { FakeMediaService } from "../testing/fakeMediaService.ts";
import { FakeTimers, settled } from "../testing/fakeTimers.ts";
import { NO_TRACKS, type SentTracks } from "./leg.ts";
import { MediaServiceLeg } from "./mediaServiceLeg.ts";

describe("a call through the media service", () => {
  let service: FakeMediaService;
  let timers: FakeTimers;
  let leg: MediaServiceLeg;
  let refusals: unknown[];
  let talking: SentTracks;

  const call = (sources: Record<string, readonly TrackSource[]>, mine: readonly string[] = []): Call =>
    aCall({
      route: "media_service",
      answeredAt: 1,
      participants: [
        participant("me", "joined", {
          tracks: mine.map((producerId) => ({ producerId, source: "microphone" })),
        }),
        ...Object.entries(sources).map(([accountId, list]) =>
          participant(accountId, "joined", {
            tracks: list.map((source) => ({ producerId: `${accountId}-${source}`, source })),
          }),
        ),
      ],
    });
  const open = (first: Call = call({})) => {
    const platform = Object.assign(new FakePlatform(), { loadMediaDevice: service.loadMediaDevice });
    const { asking } = service;
    leg = new MediaServiceLeg(
      {
        accountId: "me",
        endpointId: "me-1",
        platform,
        timers,
        asking,
        iceServers: [],
        refused: (error) => refusals.push(error),
      },
      first,
    );
    return settled();
  };
  const pass = async (milliseconds: number) => {
    timers.advance(milliseconds);
    await settled();
  };
  const producers = () => service.transports.flatMap((transport) => transport.producers);

  beforeEach(() => {
    service = new FakeMediaService();
    timers = new FakeTimers();
    refusals = [];
    talking = { ...NO_TRACKS, microphone: fakeTrack("audio"), camera: fakeTrack("video") };
  });

  afterEach(() => leg.close());

  test("sends what is on, the camera in three sizes", async () => {
    await open();
    leg.send(talking);
    await settled();
    expect(service.of("producer.open").map(({ source, paused }) => [source, paused])).toEqual([
      ["microphone", false],
      ["camera", false],
    ]);
    expect(producers().map(({ encodings }) => encodings.length)).toEqual([1, 3]);
    expect(leg.state.get()).toBe("connected");
  });

  test("pauses a muted microphone and a camera that is off, and takes them up again", async () => {
    await open();
    leg.send(talking);
    await settled();
    if (talking.microphone) talking.microphone.enabled = false;
    leg.send({ ...talking, camera: null });
    await settled();
    expect(producers().map(({ paused, track }) => [paused, track])).toEqual([
      [true, talking.microphone],
      [true, null],
    ]);
    const camera = fakeTrack("video");
    leg.send({ ...talking, camera });
    await settled();
    expect(service.of("producer.set").map(({ paused }) => paused)).toEqual([true, true, false]);
    expect(producers()[1]?.track).toBe(camera);
  });

  test("closes a screen that is shared no more", async () => {
    await open();
    leg.send({ ...NO_TRACKS, screen: fakeTrack("video") });
    await settled();
    leg.send(NO_TRACKS);
    await settled();
    expect(service.of("producer.close").map(({ producerId }) => producerId)).toEqual([producers()[0]?.id]);
  });

  test("receives what the others send, as long as they do", async () => {
    await open(call({ ann: ["microphone"] }));
    leg.update(call({ ann: ["microphone", "camera"], ben: ["screen"] }));
    leg.update(call({ ann: ["microphone", "camera"], ben: ["screen"] }));
    await settled();
    expect(service.of("consumer.open").map(({ producerId }) => producerId)).toEqual([
      "ann-microphone",
      "ann-camera",
      "ben-screen",
    ]);
    expect(leg.remote.get().get("ann")).toMatchObject({ screen: null });
    expect(leg.remote.get().get("ann")?.camera).not.toBeNull();
    expect(leg.remote.get().get("ben")?.screen).not.toBeNull();
    leg.update(call({ ann: ["microphone"] }));
    expect([...leg.remote.get().keys()]).toEqual(["ann"]);
    expect(leg.remote.get().get("ann")?.camera).toBeNull();
  });

  test("tries again to receive what could not be, while it is there", async () => {
    service.refusals.push(["consumer.open", "call.media_refused"]);
    await open(call({ ann: ["camera"] }));
    expect(leg.remote.get().size).toBe(0);
    await pass(1_000);
    expect(leg.remote.get().get("ann")?.camera).not.toBeNull();
  });

  test("asks for pictures as large as they are drawn, once the screen is still", async () => {
    await open(call({ ann: ["microphone", "camera"], ben: ["camera"] }));
    const asked = () => service.of("consumer.set").map(({ paused, spatialLayer }) => [paused, spatialLayer]);
    expect(asked()).toEqual([
      [false, 0],
      [false, 0],
      [false, 0],
    ]);
    leg.setTileSize("ann", 300);
    leg.setTileSize("ann", 1_000);
    leg.setTileSize("ben", 0);
    expect(asked()).toHaveLength(3);
    await pass(200);
    expect(asked().slice(3)).toEqual([
      [false, 2],
      [true, 0],
    ]);
    leg.setTileSize("ann", 1_010);
    await pass(200);
    expect(asked()).toHaveLength(5);
  });

  test("sends no layer that nobody wants, once it was answered", async () => {
    await open({ ...call({}), answeredAt: null });
    leg.send(talking);
    await settled();
    const camera = producers()[1];
    const active = () => camera?.encodings.map((encoding) => encoding.active);
    leg.happened({ type: "layer", producerId: camera?.id ?? "", spatialLayer: null });
    await settled();
    expect(active()).toEqual(camera?.encodings.map(() => undefined));
    leg.update(call({ ann: ["microphone"] }));
    leg.happened({ type: "layer", producerId: camera?.id ?? "", spatialLayer: 0 });
    await settled();
    expect(active()).toEqual([true, false, false]);
    leg.happened({ type: "layer", producerId: camera?.id ?? "", spatialLayer: null });
    await settled();
    expect(active()).toEqual([false, false, false]);
    leg.happened({ type: "layer", producerId: camera?.id ?? "", spatialLayer: 2 });
    await settled();
    expect(active()).toEqual([true, true, true]);
  });

  test("begins anew when the room is lost", async () => {
    await open(call({ ann: ["microphone"] }));
    leg.send(talking);
    await settled();
    const before = service.transports.length;
    leg.happened({ type: "room.lost" });
    expect(leg.state.get()).toBe("lost");
    await settled();
    expect(leg.state.get()).toBe("connected");
    expect(service.transports.slice(0, before).every(({ closed }) => closed)).toBe(true);
    expect(service.of("producer.open")).toHaveLength(4);
    expect(service.of("consumer.open")).toHaveLength(2);
  });

  test("begins anew when the server forgot what one sends, and only then", async () => {
    await open();
    leg.send(talking);
    await settled();
    const ids = producers().map(({ id }) => id);
    leg.lineBack(call({}, ids));
    await settled();
    expect(service.of("room.open")).toHaveLength(1);
    leg.lineBack(call({}, []));
    await settled();
    expect(service.of("room.open")).toHaveLength(2);
  });

  test("keeps trying where there is no media service, and says why", async () => {
    service.refusals.push(["room.open", "call.media_unavailable"], ["room.open", "call.media_unavailable"]);
    await open();
    expect(refusals).toEqual([expect.objectContaining({ code: "call.media_unavailable" })]);
    await pass(200);
    await pass(400);
    expect(refusals).toHaveLength(3);
    expect(refusals[2]).toBeNull();
    expect(leg.state.get()).toBe("connected");
  });

  test("looks for another way when one is lost, and begins anew when there is none", async () => {
    await open();
    leg.send(talking);
    await settled();
    const [send] = service.transports;
    send?.become("disconnected");
    expect(leg.state.get()).toBe("lost");
    await pass(2_000);
    expect(send?.restarts).toEqual([{ iceParameters: { usernameFragment: "new" } }]);
    send?.become("connected");
    expect(leg.state.get()).toBe("connected");
    send?.become("failed");
    await settled();
    expect(send?.restarts).toHaveLength(2);
    await pass(10_000);
    expect(service.of("room.open")).toHaveLength(2);
    expect(leg.state.get()).toBe("connected");
  });

  test("begins anew at once when the media service does not know what is to find another way", async () => {
    await open();
    leg.send(talking);
    await settled();
    service.refusals.push(["transport.restart_ice", "call.media_refused"]);
    service.transports[0]?.become("failed");
    await settled();
    expect(service.of("room.open")).toHaveLength(2);
    expect(leg.state.get()).toBe("connected");
    service.refusals.push(["transport.restart_ice", "call.media_unavailable"]);
    service.transports[2]?.become("failed");
    await settled();
    expect(service.of("room.open")).toHaveLength(2);
  });

  test("finds out that the room is lost also when nothing is sent", async () => {
    const others = call({ ann: ["microphone"] });
    await open(others);
    leg.lineBack(others);
    await settled();
    expect(service.of("room.open")).toHaveLength(1);
    service.refusals.push(["transport.restart_ice", "call.media_refused"]);
    leg.lineBack(others);
    await settled();
    expect(service.of("room.open")).toHaveLength(2);
    expect(leg.remote.get().get("ann")?.microphone).not.toBeNull();
  });

  test("needs no way while there is nothing to send or to receive", async () => {
    await open();
    expect(leg.state.get()).toBe("connected");
    await pass(30_000);
    expect(service.of("room.open")).toHaveLength(1);
  });

  test("tells who speaks", async () => {
    await open();
    leg.happened({ type: "speaking", accountIds: ["ann", "me"] });
    expect(leg.speaking.get()).toEqual(["ann", "me"]);
  });
});
