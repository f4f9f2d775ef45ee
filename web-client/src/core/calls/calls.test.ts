import { beforeEach, describe, expect, test } from "vitest";
import { aCall, participant } from "../testing/calls.ts";
import { CallWorld } from "../testing/callWorld.ts";
import { FakePeer } from "../testing/fakePeers.ts";

const SOUND = { microphone: true, camera: false };

describe("calls of one tab", () => {
  let world: CallWorld;
  const actions = () => world.calls.actions;
  const id = () => world.current?.call.id ?? "";

  beforeEach(() => {
    world = new CallWorld();
  });

  async function inCall(): Promise<void> {
    world.tell(aCall());
    await world.pass(100);
    await actions().join("call-1", SOUND);
    await world.pass(50);
  }

  test("starting one rings the others, with what one wished", async () => {
    await actions().start("c", { microphone: true, camera: true });
    expect(world.of("start")[0]).toMatchObject({
      conversationId: "c",
      video: true,
      media: { microphone: true, camera: true, screen: false, hand: false },
    });
    expect(world.current).toMatchObject({ phase: "ringing", route: "direct" });
    expect(world.current?.tiles.map(({ accountId, waiting }) => [accountId, waiting])).toEqual([
      ["ann", true],
      ["me", false],
    ]);
    world.answered(id(), "ann");
    expect(world.current?.phase).toBe("connecting");
  });

  test("a second click on start finds the call of the first", async () => {
    await Promise.all([actions().start("c", SOUND), actions().start("c", SOUND)]);
    expect(world.of("start")).toHaveLength(1);
  });

  test("the others are told what devices there really are", async () => {
    world.platform.refusals.video = "NotFoundError";
    await actions().start("c", { microphone: true, camera: true });
    await world.pass();
    expect(world.of("media").map(({ media }) => media.camera)).toEqual([false]);
    expect(world.current?.self).toMatchObject({ microphone: true, camera: false, cameraProblem: "missing" });
    await actions().setMicrophone(false);
    actions().setHand(true);
    expect(world.of("media").at(-1)?.media).toMatchObject({ microphone: false, hand: true });
  });

  test("one that is refused leaves no device on", async () => {
    world.answer = (request) => (request.type === "start" ? "call.media_unavailable" : undefined);
    await expect(actions().start("c", SOUND)).rejects.toMatchObject({ code: "call.media_unavailable" });
    await world.pass();
    expect(world.current).toBeNull();
    expect(world.platform.given.every(({ readyState }) => readyState === "ended")).toBe(true);
  });

  test("one whose only other is in another call is over at once", async () => {
    world.answer = (request) => {
      if (request.type !== "start") return undefined;
      const end = { reason: "busy", at: 1, movedTo: null } as const;
      return { type: "joined", call: aCall({ id: request.callId, startedBy: "me", end }), iceServers: [] };
    };
    await actions().start("c", SOUND);
    expect(world.current).toMatchObject({ phase: "ended", ending: { reason: "busy" } });
  });

  test("accepting takes the way that was prepared while it rang", async () => {
    world.tell(aCall());
    await world.pass(100);
    expect(world.incoming).toEqual(["call-1"]);
    const prepared = world.platform.air.peers.size;
    const joined = actions().join("call-1", SOUND);
    await world.pass();
    await joined;
    expect(world.incoming).toEqual([]);
    expect([prepared, world.platform.air.peers.size]).toEqual([1, 1]);
    expect(
      world
        .of("signal")
        .map(({ to, signal }) => [to, signal.type])
        .slice(0, 1),
    ).toEqual([["ann-1", "candidate"]]);
    expect(world.of("signal").some(({ signal }) => signal.type === "description")).toBe(true);
  });

  test("what is prepared goes when it rings no more", async () => {
    world.tell(aCall());
    await world.pass(100);
    world.change("call-1", { end: { reason: "cancelled", at: 1, movedTo: null } });
    await world.pass();
    expect(world.platform.air.peers.size).toBe(0);
    expect(world.notices.map(({ type }) => type)).toEqual(["missed"]);
  });

  test("accepting that fails rings on; declining is silent at once", async () => {
    world.tell(aCall());
    world.answer = (request) => (request.type === "join" ? "call.full" : undefined);
    await expect(actions().join("call-1", SOUND)).rejects.toMatchObject({ code: "call.full" });
    expect(world.incoming).toEqual(["call-1"]);
    const declined = actions().decline("call-1");
    await world.pass();
    expect(world.incoming).toEqual([]);
    await declined;
  });

  test("connects, is heard, and ends with how it was", async () => {
    await inCall();
    // The other side's answer to the offer that was prepared.
    const offer = world.of("signal").find(({ signal }) => signal.type === "description");
    if (offer?.signal.type !== "description") throw new Error("no offer");
    const ann = new FakePeer(world.platform.air);
    await ann.setRemoteDescription({ type: "offer", sdp: offer.signal.sdp });
    const candidates = world
      .of("signal")
      .flatMap(({ signal }) => (signal.type === "candidate" ? [signal] : []));
    for (const candidate of candidates) await ann.addIceCandidate(candidate);
    const answer = await ann.createAnswer();
    ann.onicecandidate = ({ candidate }) => {
      const signal = { type: "candidate", ...(candidate as object) } as never;
      world.calls.received({
        type: "call.event",
        callId: "call-1",
        event: { type: "signal", from: "ann-1", signal },
      });
    };
    await ann.setLocalDescription(answer);
    world.calls.received({
      type: "call.event",
      callId: "call-1",
      event: {
        type: "signal",
        from: "ann-1",
        signal: { type: "description", kind: "answer", sdp: answer.sdp },
      },
    });
    await world.pass();
    expect(world.current).toMatchObject({ phase: "connected", connectedAt: world.timers.now() });
    world.platform.level = 0.5;
    await world.pass(300);
    expect(world.current?.speaking).toEqual(["me"]);
    await world.pass(9_700);
    world.change("call-1", { end: { reason: "finished", at: 1, movedTo: null } });
    expect(world.current).toMatchObject({
      phase: "ended",
      ending: { reason: "finished", durationMs: 10_000 },
    });
    expect(world.platform.given.every(({ readyState }) => readyState === "ended")).toBe(true);
    await world.pass(5_000);
    expect(world.current).toBeNull();
  });

  test("reactions are shown for a moment", async () => {
    await inCall();
    const event = { type: "reaction", accountId: "ann", emoji: "🎉" } as const;
    world.calls.received({ type: "call.event", callId: "call-1", event });
    expect(world.current?.reactions.map(({ emoji }) => emoji)).toEqual(["🎉"]);
    await world.pass(4_000);
    expect(world.current?.reactions).toEqual([]);
  });

  test("leaving tells the server and lets everything go", async () => {
    await inCall();
    await actions().leave();
    expect(world.current?.ending?.reason).toBe("finished");
    expect(world.of("leave").map(({ callId }) => callId)).toEqual(["call-1"]);
    await actions().leave();
    expect(world.current).toBeNull();
    expect(world.platform.air.peers.size).toBe(0);
    expect(world.kept.size).toBe(0);
  });

  test("giving up before an answer cancels", async () => {
    await actions().start("c", SOUND);
    await actions().leave();
    expect(world.current?.ending?.reason).toBe("cancelled");
  });

  test("joining another leaves the one before", async () => {
    await inCall();
    world.tell(aCall({ id: "call-2", conversationId: "d" }));
    await actions().join("call-2", SOUND);
    expect(world.of("leave").map(({ callId }) => callId)).toEqual(["call-1"]);
    expect(world.current?.call.id).toBe("call-2");
  });

  test("ends here when another device takes it over, or when one is put out", async () => {
    await inCall();
    const others = [participant("ann", "joined")];
    world.change("call-1", {
      participants: [...others, participant("me", "joined", { endpointId: "other" })],
    });
    expect(world.current?.ending?.reason).toBe("moved_device");
    world = new CallWorld();
    await inCall();
    world.change("call-1", { participants: [...others, participant("me", "left")] });
    expect(world.current?.ending?.reason).toBe("removed");
  });

  test("a lost line is a call that goes on, told the server when it is back", async () => {
    await inCall();
    world.lose();
    expect(world.current).toMatchObject({ problem: "line" });
    world.comeBack();
    await world.pass();
    expect(world.of("join")).toHaveLength(2);
    expect(world.of("join")[1]?.endpointId).toBe(world.of("join")[0]?.endpointId);
    expect(world.current).toMatchObject({ problem: null, ending: null });
  });

  test.each([
    ["call.ended", "lost"],
    ["call.not_found", "removed"],
    ["call.in_another", "moved_device"],
  ] as const)("when coming back is refused with %s it is %s", async (code, reason) => {
    await inCall();
    world.lose();
    world.answer = (request) => (request.type === "join" ? code : undefined);
    world.comeBack();
    await world.pass();
    expect(world.current?.ending?.reason).toBe(reason);
  });

  test("coming back is tried again when the server is not ready", async () => {
    await inCall();
    world.lose();
    world.answer = (request) => (request.type === "join" ? "server.busy" : undefined);
    world.comeBack();
    await world.pass();
    world.answer = () => undefined;
    await world.pass(2_000);
    expect(world.current).toMatchObject({ problem: null, ending: null });
  });

  test("leaving while the line is lost is made good when it is back", async () => {
    await inCall();
    world.lose();
    const left = actions().leave();
    await world.pass(1_000);
    world.comeBack();
    await left;
    expect(world.asked.slice(-2).map(({ type }) => type)).toEqual(["join", "leave"]);
  });

  test("goes on as another call when somebody is added, whichever is told first", async () => {
    for (const successorFirst of [true, false]) {
      world = new CallWorld();
      await inCall();
      const end = { reason: "moved", at: 1, movedTo: "call-2" } as const;
      const mine = participant("me", "joined", { endpointId: world.of("join")[0]?.endpointId ?? "" });
      const successor = aCall({
        id: "call-2",
        conversationId: "g",
        route: "media_service",
        answeredAt: 1,
        participants: [participant("ann", "joined"), mine, participant("ben", "ringing")],
      });
      if (successorFirst) world.tell(successor);
      world.change("call-1", { end });
      expect(world.current?.ending).toBeNull();
      if (!successorFirst) world.tell(successor);
      expect(world.current).toMatchObject({ call: { id: "call-2" }, ending: null });
    }
  });

  test("ends when nothing is told of the call it moved to", async () => {
    await inCall();
    world.change("call-1", { end: { reason: "moved", at: 1, movedTo: "call-2" } });
    await world.pass(10_000);
    expect(world.current?.ending?.reason).toBe("moved");
  });

  test("a direct call without a way asks for the media service, and says when there is none", async () => {
    await inCall();
    world.answer = (request) => (request.type === "use_media_service" ? "call.media_unavailable" : undefined);
    await world.pass(8_100);
    expect(world.of("use_media_service")).toHaveLength(1);
    expect(world.current?.problem).toBe("media_service");
  });

  test("a reload comes back to the call, on the same endpoint and with the same devices", async () => {
    await inCall();
    const [before] = world.of("join");
    const old = world;
    old.crash();
    world = new CallWorld(old);
    for (const call of old.known.values()) world.known.set(call.id, call);
    world.comeBack();
    await world.pass(100);
    expect(world.of("join")[0]).toMatchObject({ endpointId: before?.endpointId, media: SOUND });
    expect(world.current).toMatchObject({ call: { id: "call-1" }, ending: null });
  });

  test("a reload does not come back to what is over, or on another device by now", async () => {
    await inCall();
    const old = world;
    old.crash();
    world = new CallWorld(old);
    const elsewhere = participant("me", "joined", { endpointId: "other" });
    world.known.set("call-1", aCall({ version: 9, participants: [participant("ann", "joined"), elsewhere] }));
    world.comeBack();
    await world.pass(100);
    expect(world.of("join")).toEqual([]);
    expect(world.kept.size).toBe(0);
  });

  test("a duplicated tab leaves the call to the first one", async () => {
    await inCall();
    const first = world;
    world = new CallWorld(first);
    for (const call of first.known.values()) world.known.set(call.id, call);
    world.comeBack();
    await world.pass(4_000);
    first.crash();
    await world.pass(100);
    expect(world.of("join")).toEqual([]);
  });

  test("a ring that the server cannot end stops by itself", async () => {
    world.tell(aCall());
    world.lose();
    await world.pass(46_900);
    expect(world.incoming).toEqual(["call-1"]);
    await world.pass(100);
    expect(world.incoming).toEqual([]);
  });

  test("a preview is there at once, and the call goes on with what it has open", async () => {
    const preview = actions().preview({ microphone: true, camera: true });
    expect(preview.state.get()).toMatchObject({ video: null, level: 0 });
    await world.pass();
    expect(preview.state.get().video).not.toBeNull();
    await actions().start("c", { microphone: true, camera: true });
    preview.close();
    expect(world.platform.asked).toHaveLength(1);
    expect(world.platform.given.every(({ readyState }) => readyState === "live")).toBe(true);
  });

  test("signing out leaves nothing open", async () => {
    await inCall();
    world.calls.end();
    await world.pass(100);
    expect(world.platform.air.peers.size).toBe(0);
    expect(world.platform.given.every(({ readyState }) => readyState === "ended")).toBe(true);
    await expect(actions().start("c", SOUND)).rejects.toMatchObject({ code: "auth.required" });
  });
});
