import { randomUUID } from "node:crypto";
import { parse } from "sdp-transform";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Command, SentLine } from "../protocol.ts";
import { inactive, sdp, shortAnswer } from "../testing/descriptions.ts";
import { opus, vp8 } from "../testing/rtp.ts";
import { noWorker, TestEndpoint, TestMedia, type TestServer } from "../testing/TestMedia.ts";

const MICROPHONE: SentLine = { mid: "0", kind: "audio", paused: false, observed: true };
const CAMERA: SentLine = { mid: "1", kind: "video", paused: false, observed: false };
const SCREEN: SentLine = { mid: "2", kind: "video", paused: false, observed: false };
const TRANSPORT_CC = "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01";

describe.skipIf(noWorker)(`clients that speak SDP${noWorker ? ` (${noWorker})` : ""}`, () => {
  let media: TestMedia;
  let server: TestServer;
  let anna: TestEndpoint;
  let ben: TestEndpoint;

  beforeAll(async () => {
    media = await TestMedia.start({ workers: 2, consumersPerWorker: 50 });
    server = await media.server();
  });
  afterAll(() => media.close());
  beforeEach(async () => {
    const roomId = randomUUID();
    anna = await TestEndpoint.join(server, roomId);
    ben = await TestEndpoint.join(server, roomId);
  });

  const publish = (offer: string, ...lines: SentLine[]): Command => ({
    type: "sdp.publish",
    ...anna.transport(),
    offer,
    lines,
  });
  const subscribe = (producerIds: string[], capabilities = sdp.receive): Command => ({
    type: "sdp.subscribe",
    ...ben.transport(true),
    capabilities,
    producerIds,
  });
  const answer = (text = shortAnswer): Command => ({
    type: "sdp.answer",
    ...ben.transport(true),
    answer: text,
  });
  const endpoint = (one: TestEndpoint) => media.service.rooms.get(one.roomId).endpoints.get(one.endpointId);

  describe("that send", () => {
    it("are answered, and what they offer is consumed as what a browser sends", async () => {
      const published = await server.ask(publish(sdp.camera, MICROPHONE, CAMERA), "sdp.published");

      expect(published.producers.map(({ mid }) => mid)).toEqual(["0", "1"]);
      for (const { producerId, mid } of published.producers) {
        const consumer = await server.ask(ben.consume(producerId), "consumer");
        expect(consumer.kind).toBe(mid === "0" ? "audio" : "video");
      }
      const camera = endpoint(anna)?.producers.get(published.producers[1]?.producerId ?? "");
      expect(camera?.type).toBe("simulcast");
      expect(camera?.rtpParameters.encodings?.map(({ rid }) => rid)).toEqual(["0", "1", "2"]);
      expect(camera?.rtpParameters.codecs.map(({ mimeType }) => mimeType)).toEqual([
        "video/VP8",
        "video/rtx",
      ]);
    });

    it("are told a way, and that every kind is measured by transport-cc", async () => {
      const { answer } = await server.ask(publish(sdp.camera, MICROPHONE, CAMERA), "sdp.published");

      const { media: sections, icelite, fingerprint } = parse(answer);
      expect(icelite).toBe("ice-lite");
      expect(fingerprint?.type).toMatch(/^sha-/);
      for (const section of sections) {
        expect(section.setup).toBe("passive");
        expect(section.direction).toBe("recvonly");
        expect(section.candidates?.length).toBe(2);
        expect(section.ext?.map(({ uri }) => uri)).toContain(TRANSPORT_CC);
        expect(section.rtcpFb?.map(({ type }) => type)).toContain("transport-cc");
      }
      expect(sections[1]?.simulcast).toMatchObject({ dir1: "recv", list1: "0;1;2" });
    });

    it("keep what they send when they offer the same again, or more", async () => {
      const first = await server.ask(publish(sdp.camera, MICROPHONE, CAMERA), "sdp.published");
      const again = await server.ask(publish(sdp.camera, MICROPHONE, CAMERA), "sdp.published");
      const more = await server.ask(publish(sdp.screen, MICROPHONE, CAMERA, SCREEN), "sdp.published");

      expect(again.producers).toEqual(first.producers);
      expect(more.producers.slice(0, 2)).toEqual(first.producers);
      expect(endpoint(anna)?.producers.size).toBe(3);
    });

    it("send no more what is inactive in their offer, and may send it again", async () => {
      const all = await server.ask(publish(sdp.screen, MICROPHONE, CAMERA, SCREEN), "sdp.published");
      const consumer = await server.ask(ben.consume(all.producers[2]?.producerId ?? ""), "consumer");
      const less = await server.ask(publish(inactive(sdp.screen, "2"), MICROPHONE, CAMERA), "sdp.published");

      expect(less.producers).toEqual(all.producers.slice(0, 2));
      expect(parse(less.answer).media.map(({ direction }) => direction)).toEqual([
        "recvonly",
        "recvonly",
        "inactive",
      ]);
      expect(await server.refusal(ben.set(consumer.consumerId, false))).toBe("not_found");

      const again = await server.ask(publish(sdp.screen, MICROPHONE, CAMERA, SCREEN), "sdp.published");
      expect(again.producers[2]?.producerId).not.toBe(all.producers[2]?.producerId);
    });

    it("send again what was closed by itself", async () => {
      const first = await server.ask(publish(sdp.camera, MICROPHONE, CAMERA), "sdp.published");
      const producerId = first.producers[1]?.producerId ?? "";
      await server.ask({ type: "producer.close", ...anna.ids(), producerId }, "done");
      const again = await server.ask(publish(sdp.camera, MICROPHONE, CAMERA), "sdp.published");

      expect(again.producers[1]?.producerId).not.toBe(producerId);
    });

    it("pause, and are told which layers anybody wants, as browsers", async () => {
      const { producers } = await server.ask(
        publish(sdp.camera, MICROPHONE, { ...CAMERA, paused: true }),
        "sdp.published",
      );
      const producerId = producers[1]?.producerId ?? "";
      const consumer = await server.ask(ben.consume(producerId), "consumer");

      expect(consumer.producerPaused).toBe(true);
      await server.ask({ type: "producer.set", ...anna.ids(), producerId, paused: false }, "done");
      await server.ask(ben.set(consumer.consumerId, false, 1), "done");
      await server.event(
        "producer.layer",
        (event) => event.producerId === producerId && event.spatialLayer === 1,
      );
    });

    it("are answered with other credentials after a restart of ICE", async () => {
      const ufrag = (text: string) => parse(text).media[0]?.iceUfrag;
      const first = await server.ask(publish(sdp.camera, MICROPHONE, CAMERA), "sdp.published");
      await server.ask({ type: "transport.restart_ice", ...anna.transport() }, "ice");
      const second = await server.ask(publish(sdp.camera, MICROPHONE, CAMERA), "sdp.published");

      expect(ufrag(second.answer)).not.toBe(ufrag(first.answer));
      expect(second.producers).toEqual(first.producers);
    });
  });

  describe("that receive", () => {
    it("are offered what they ask for, and it flows when they say so", async () => {
      const microphone = await anna.produced("audio", opus());
      const camera = await anna.produced("video", vp8(3));
      const offered = await server.ask(subscribe([microphone, camera]), "sdp.offered");

      const offer = parse(offered.offer ?? "");
      expect(offer.media.map(({ type }) => type)).toEqual(["audio", "video"]);
      expect(
        offer.media.every(({ direction, setup }) => direction === "sendonly" && setup === "actpass"),
      ).toBe(true);
      expect(offer.media[1]?.ext?.map(({ uri }) => uri)).toContain(TRANSPORT_CC);
      expect(offered.consumers).toMatchObject([
        { mid: String(offer.media[0]?.mid), producerId: microphone, kind: "audio", producerPaused: false },
        { mid: String(offer.media[1]?.mid), producerId: camera, kind: "video", producerPaused: false },
      ]);

      await server.ask(answer(), "done");
      const consumerId = offered.consumers[1]?.consumerId ?? "";
      expect(endpoint(ben)?.consumers.get(consumerId)?.paused).toBe(true);
      await server.ask(ben.set(consumerId, false, 2), "done");
      expect(endpoint(ben)?.consumers.get(consumerId)?.paused).toBe(false);
    });

    it("are offered nothing when nothing changes", async () => {
      const microphone = await anna.produced("audio", opus());
      const first = await server.ask(subscribe([microphone]), "sdp.offered");
      await server.ask(answer(), "done");
      const again = await server.ask(subscribe([microphone]), "sdp.offered");

      expect(again).toEqual({ ...first, offer: null });
      expect((await server.ask(subscribe([microphone]), "sdp.offered")).offer).toBeNull();
    });

    it("are offered the same again until they answer, whatever they ask for by then", async () => {
      const [one, other] = [await anna.produced("audio", opus()), await anna.produced("video", vp8(1))];
      const first = await server.ask(subscribe([one]), "sdp.offered");
      const again = await server.ask(subscribe([other]), "sdp.offered");

      expect(again.consumers).toEqual(first.consumers);
      expect(parse(again.offer ?? "").media).toEqual(parse(first.offer ?? "").media);
      await server.ask(answer(), "done");
      await server.ask(answer(), "done");
      const next = await server.ask(subscribe([other]), "sdp.offered");
      expect(next.consumers.map(({ producerId }) => producerId)).toEqual([other]);
    });

    it("use a section again only after it was closed", async () => {
      const producers: string[] = [];
      for (let i = 0; i < 4; i++) {
        producers.push(await anna.produced("audio", opus()));
      }
      const offered = async (...at: number[]) => {
        const reply = await server.ask(subscribe(at.map((i) => producers[i] ?? "")), "sdp.offered");
        await server.ask(answer(), "done");
        return parse(reply.offer ?? "").media.map(({ mid, port }) => `${mid}${port === 0 ? " closed" : ""}`);
      };

      expect(await offered(0, 1)).toEqual(["0", "1"]);
      expect(await offered(0, 2)).toEqual(["0", "1 closed", "2"]);
      expect(await offered(0, 2, 3)).toEqual(["0", "3", "2"]);
    });

    it("lose what is closed by who sends it", async () => {
      const producerId = await anna.produced("audio", opus());
      const other = await anna.produced("audio", opus());
      await server.ask(subscribe([other, producerId]), "sdp.offered");
      await server.ask(answer(), "done");
      await server.ask({ type: "producer.close", ...anna.ids(), producerId }, "done");
      const next = await server.ask(subscribe([other]), "sdp.offered");

      expect(next.consumers.map((consumer) => consumer.producerId)).toEqual([other]);
      expect(parse(next.offer ?? "").media[1]?.port).toBe(0);
    });

    it("do without what nobody in the room sends, or what they do not understand", async () => {
      const stranger = await TestEndpoint.join(server, randomUUID());
      const elsewhere = await stranger.produced("audio", opus());
      const camera = await anna.produced("video", vp8(1));
      const microphone = await anna.produced("audio", opus());
      const soundOnly = sdp.receive.slice(0, sdp.receive.indexOf("m=video"));
      const offered = await server.ask(
        subscribe([elsewhere, randomUUID(), camera, microphone], soundOnly),
        "sdp.offered",
      );

      expect(offered.consumers.map(({ producerId }) => producerId)).toEqual([microphone]);
      expect(endpoint(ben)?.consumers.size).toBe(1);
    });

    it("are offered another way after a restart of ICE", async () => {
      const ufrag = (text: string | null) => parse(text ?? "").media[0]?.iceUfrag;
      const microphone = await anna.produced("audio", opus());
      const first = await server.ask(subscribe([microphone]), "sdp.offered");
      await server.ask(answer(), "done");
      await server.ask({ type: "transport.restart_ice", ...ben.transport(true) }, "ice");
      const second = await server.ask(subscribe([microphone]), "sdp.offered");

      expect(second.offer).not.toBeNull();
      expect(ufrag(second.offer)).not.toBe(ufrag(first.offer));
    });
  });

  it("are refused what belongs to another endpoint or room", async () => {
    const stranger = await TestEndpoint.join(server, randomUUID());
    const refused: Command[] = [
      { ...publish(sdp.camera, MICROPHONE, CAMERA), endpointId: ben.endpointId } as Command,
      { ...publish(sdp.camera, MICROPHONE, CAMERA), roomId: stranger.roomId } as Command,
      { ...subscribe([]), endpointId: anna.endpointId } as Command,
      { ...subscribe([]), transportId: randomUUID() } as Command,
      { ...answer(), endpointId: anna.endpointId } as Command,
    ];
    for (const command of refused) {
      expect(await server.refusal(command), command.type).toBe("not_found");
    }
  });

  it("are refused hostile SDP, change nothing by it, and go on", async () => {
    const other = sdp.camera.replaceAll(/(opus|VP8|VP9|H264)\//g, "nothing/");
    const section =
      "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:x\r\na=sendonly\r\na=rtpmap:111 opus/48000/2\r\n";
    const rids = Array.from({ length: 20 }, (_, i) => i).join(";");
    const audio = (text: string) => publish(text, MICROPHONE);
    const refused: [string, Command][] = [
      ["nothing", audio("")],
      ["garbage", audio("\u0000\uffff}{".repeat(9_000))],
      ["no media", audio("v=0\r\ns=-\r\n")],
      ["only line breaks", audio("\r\n".repeat(30_000))],
      ["other codecs", publish(other, MICROPHONE, CAMERA)],
      [
        "no encodings",
        audio(sdp.camera.slice(0, sdp.camera.indexOf("m=video")).replaceAll(/a=ssrc.*\r\n/g, "")),
      ],
      ["no fingerprint", publish(sdp.camera.replaceAll(/a=fingerprint.*\r\n/g, ""), MICROPHONE, CAMERA)],
      [
        "an unknown fingerprint",
        publish(sdp.camera.replaceAll("fingerprint:sha-256", "fingerprint:sha-7"), MICROPHONE, CAMERA),
      ],
      ["data", audio("v=0\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\na=mid:0\r\n")],
      ["no ids", publish(sdp.camera.replaceAll(/a=mid.*\r\n/g, ""), MICROPHONE, CAMERA)],
      ["the same id twice", publish(sdp.camera.replace("a=mid:1", "a=mid:0"), MICROPHONE)],
      ["closed sections", publish(sdp.camera.replace("m=video 9", "m=video 0"), MICROPHONE)],
      ["very many sections", audio(section.repeat(600))],
      ["very many encodings", publish(sdp.camera.replace("send 0;1;2", `send ${rids}`), MICROPHONE, CAMERA)],
      ["a line that is not there", publish(sdp.camera, MICROPHONE, CAMERA, SCREEN)],
      ["a line that is not named", publish(sdp.camera, MICROPHONE)],
      ["a line twice", publish(sdp.camera, MICROPHONE, MICROPHONE)],
      ["another kind", publish(sdp.camera, { ...MICROPHONE, mid: "1" }, { ...CAMERA, mid: "0" })],
      ["names of methods", publish(withMethodName(sdp.camera), MICROPHONE, CAMERA)],
      [
        "the wrong transport",
        { ...publish(sdp.camera, MICROPHONE, CAMERA), ...anna.transport(true) } as Command,
      ],
      ["too much", audio("x".repeat(64_001))],
      ["too many lines", publish(sdp.camera, ...Array<SentLine>(9).fill(MICROPHONE))],
      ["no lines", { ...audio(sdp.camera), lines: [null] } as unknown as Command],
      ["capabilities that are none", subscribe([], "x")],
      ["too many producers", subscribe(Array<string>(201).fill(randomUUID()))],
      ["no producers", subscribe(["1"])],
      ["receiving on what one sends on", { ...subscribe([]), ...ben.transport() } as Command],
      ["an answer to nothing", answer()],
    ];
    for (const [what, command] of refused) {
      expect(await server.refusal(command), what).toBe("invalid");
    }
    expect(endpoint(anna)?.producers.size).toBe(0);

    await server.ask(subscribe([await anna.produced("audio", opus())]), "sdp.offered");
    expect(await server.refusal(answer("v=0\r\n"))).toBe("invalid");
    expect(await server.refusal(answer(shortAnswer.replace(/a=setup.*\r\n/, "")))).toBe("invalid");
    await server.ask(answer(), "done");
  });

  it("send nothing of an offer of which something is refused", async () => {
    const rival = { ...publish(sdp.camera, MICROPHONE, CAMERA), ...ben.transport() } as Command;
    await server.ask(rival, "sdp.published");
    const twice = sdp.screen.replaceAll("4096423846", String(ssrcOf(sdp.screen)));

    expect(await server.refusal(publish(twice, MICROPHONE, CAMERA, SCREEN))).toBe("invalid");
    expect(endpoint(anna)?.producers.size).toBe(0);
    await server.ask(publish(sdp.camera, MICROPHONE, CAMERA), "sdp.published");
  });
});

function withMethodName(offer: string): string {
  return offer.replace("a=fmtp:111 minptime", "a=fmtp:111 hasOwnProperty=1;minptime");
}

function ssrcOf(offer: string): number {
  return parse(offer).media[0]?.ssrcs?.[0]?.id ?? 0;
}
