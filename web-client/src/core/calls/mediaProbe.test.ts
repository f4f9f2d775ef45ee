import { beforeEach, describe, expect, test } from "vitest";
import { FakePlatform } from "../testing/fakeMedia.ts";
import { FakeMediaService } from "../testing/fakeMediaService.ts";
import { FakeTimers, settled } from "../testing/fakeTimers.ts";
import { probeMedia } from "./mediaProbe.ts";
import { type Finding, failed, passed } from "./selfTest.ts";

describe("trying the way to the media service", () => {
  let service: FakeMediaService;
  let timers: FakeTimers;
  let platform: FakePlatform;
  let finding: Promise<Finding>;

  const probe = async (protocol: "udp" | "tcp") => {
    let ids = 0;
    const ports = { timers, random: { fraction: () => 0, uuid: () => `id-${++ids}` } };
    finding = probeMedia({ asking: service.asking, platform, ports }, protocol);
    finding.catch(() => {});
    await settled();
  };
  const nothingLeftOpen = () => {
    expect(service.transports.every(({ closed }) => closed)).toBe(true);
    expect(platform.silences).toBe(0);
    expect(timers.waiting).toBe(0);
  };
  const expectFinding = async (expected: Finding) => {
    expect(await finding).toEqual(expected);
    nothingLeftOpen();
  };

  beforeEach(() => {
    service = new FakeMediaService();
    timers = new FakeTimers();
    platform = Object.assign(new FakePlatform(), { loadMediaDevice: service.loadMediaDevice });
  });

  test.each(["udp", "tcp"] as const)("connects over %s alone, in a room for oneself", async (protocol) => {
    await probe(protocol);
    await expectFinding(passed("0 ms"));
    const address = { callId: "id-1", endpointId: "id-2" };
    expect(service.of("probe.open")).toEqual([{ type: "probe.open", probeId: "id-1", endpointId: "id-2" }]);
    expect(service.of("transport.open")).toEqual([
      { type: "transport.open", ...address, direction: "send", tcpOnly: protocol === "tcp" },
    ]);
    expect(service.of("transport.connect")).toEqual([expect.objectContaining(address)]);
    expect(service.transports.map(({ iceCandidates }) => iceCandidates)).toEqual([[{ protocol }]]);
  });

  test("tells how long it took, from when there was something to connect to", async () => {
    service.reachable.clear();
    await probe("udp");
    timers.advance(120);
    service.transports[0]?.become("connected");
    await expectFinding(passed("120 ms"));
  });

  test.each(["udp", "tcp"] as const)("waits eight seconds for %s, and not longer", async (protocol) => {
    service.reachable.delete(protocol);
    await probe(protocol);
    timers.advance(7_999);
    await settled();
    expect(service.transports[0]?.closed).toBe(false);
    timers.advance(1);
    await expectFinding(failed(`${protocol}_blocked`));
  });

  test("does not wait once the browser gave up", async () => {
    service.reachable.clear();
    await probe("udp");
    service.transports[0]?.become("failed");
    await expectFinding(failed("udp_blocked"));
  });

  test.each([
    ["udp", "tcp"],
    ["tcp", "udp"],
  ] as const)("does not wait for %s where only %s is offered", async (protocol, offered) => {
    service.offered = [offered];
    await probe(protocol);
    await expectFinding(failed(`${protocol}_blocked`));
    expect(service.of("transport.connect")).toEqual([]);
  });

  test.each(["probe.open", "transport.open", "transport.connect", "producer.open"] as const)(
    "blames no port, and does not wait, when the server refuses %s",
    async (type) => {
      service.reachable.clear();
      service.refusals.push([type, "call.media_unavailable"]);
      await probe("udp");
      await expect(finding).rejects.toMatchObject({ code: "call.media_unavailable" });
      nothingLeftOpen();
    },
  );

  test("lets go of the transport where no sound can be made", async () => {
    platform.silence = () => {
      throw new DOMException("", "NotSupportedError");
    };
    await probe("udp");
    await expect(finding).rejects.toThrow();
    expect(service.transports).toHaveLength(1);
    nothingLeftOpen();
  });

  test("asks the server for nothing where the library cannot be loaded", async () => {
    await Object.assign(platform, { loadMediaDevice: () => Promise.reject(new TypeError("import")) });
    await probe("udp");
    await expect(finding).rejects.toThrow("import");
    expect(service.asked).toEqual([]);
  });
});
