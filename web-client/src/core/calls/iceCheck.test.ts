import { beforeEach, describe, expect, test } from "vitest";
import type { IceServer } from "../protocol.ts";
import { FakeGatherer } from "../testing/fakeGatherer.ts";
import { FakePlatform } from "../testing/fakeMedia.ts";
import { FakeTimers, settled } from "../testing/fakeTimers.ts";
import { iceCheck } from "./iceCheck.ts";
import { type Finding, failed, passed, skipped } from "./selfTest.ts";

const STUN: IceServer = { urls: ["stun:stun.test"], username: null, credential: null };
const RANDOM = { fraction: () => 0, uuid: () => "id" };
const TURN: IceServer = { urls: ["turn:turn.test"], username: "name", credential: "word" };

describe("asking a STUN or TURN server", () => {
  let timers: FakeTimers;
  let gatherers: FakeGatherer[];
  /** What becomes of the next gatherer before it is used. */
  let prepare: (gatherer: FakeGatherer) => void;
  let finding: Promise<Finding>;

  const ask = async (kind: "stun" | "turn", servers = [kind === "stun" ? STUN : TURN]) => {
    const peerConnection = (configuration: RTCConfiguration) => {
      const gatherer = new FakeGatherer(configuration);
      gatherers.push(gatherer);
      prepare(gatherer);
      return gatherer as unknown as RTCPeerConnection;
    };
    const platform = Object.assign(new FakePlatform(), { peerConnection });
    finding = iceCheck({ platform, ports: { timers, random: RANDOM } }, servers, kind);
    finding.catch(() => {});
    await settled();
    return gatherers.at(-1) ?? new FakeGatherer({});
  };
  const nothingLeftOpen = () => {
    expect(gatherers.every(({ closed }) => closed)).toBe(true);
    expect(timers.waiting).toBe(0);
  };
  const expectFinding = async (expected: Finding) => {
    expect(await finding).toEqual(expected);
    nothingLeftOpen();
  };

  beforeEach(() => {
    timers = new FakeTimers();
    gatherers = [];
    prepare = () => {};
  });

  test("opens nothing where none is set up", async () => {
    await ask("stun", []);
    await expectFinding(skipped("stun_not_configured"));
    await ask("turn", []);
    await expectFinding(skipped("turn_not_configured"));
    expect(gatherers).toEqual([]);
  });

  test("gathers through that server alone, from TURN nothing but relays", async () => {
    const stun = await ask("stun");
    expect(stun.configuration).toEqual({
      iceServers: [{ urls: ["stun:stun.test"] }],
      iceTransportPolicy: "all",
    });
    const turn = await ask("turn");
    expect(turn.configuration).toEqual({
      iceServers: [{ urls: ["turn:turn.test"], username: "name", credential: "word" }],
      iceTransportPolicy: "relay",
    });
    expect([stun.gathering, turn.gathering]).toEqual([true, true]);
  });

  test.each([
    ["stun", "srflx"],
    ["turn", "relay"],
  ] as const)("tells the address that %s gives, whatever else is found or fails", async (kind, type) => {
    const gatherer = await ask(kind);
    gatherer.find("host", "10.0.0.1");
    gatherer.fail(701);
    gatherer.find(type, "192.0.2.1");
    await expectFinding(passed("192.0.2.1"));
  });

  test.each(["stun", "turn"] as const)("waits eight seconds for %s, and not longer", async (kind) => {
    const gatherer = await ask(kind);
    gatherer.find("host");
    timers.advance(7_999);
    await settled();
    expect(gatherer.closed).toBe(false);
    timers.advance(1);
    await expectFinding(failed(`${kind}_unreachable`));
  });

  test("takes STUN that tells nothing new for an answer when gathering ended without an error", async () => {
    const gatherer = await ask("stun");
    gatherer.find("host");
    gatherer.end();
    await expectFinding(passed());
  });

  test("takes an error of STUN for no answer", async () => {
    const gatherer = await ask("stun");
    gatherer.find("host");
    gatherer.fail(701);
    gatherer.end();
    await expectFinding(failed("stun_unreachable"));
  });

  test("takes it for no answer when the browser had no address to ask from", async () => {
    const gatherer = await ask("stun");
    gatherer.end();
    await expectFinding(failed("stun_unreachable"));
  });

  test("needs a relay from TURN when gathering ended", async () => {
    const gatherer = await ask("turn");
    gatherer.end();
    await expectFinding(failed("turn_unreachable"));
  });

  test.each([401, 403, 438, 441])("tells refused credentials from no answer: %i", async (code) => {
    const gatherer = await ask("turn");
    gatherer.fail(701);
    gatherer.fail(code);
    gatherer.end();
    await expectFinding(failed("turn_refused"));
  });

  test("tells refused credentials also where another address of the relay stays silent", async () => {
    const gatherer = await ask("turn");
    gatherer.fail(401);
    timers.advance(8_000);
    await expectFinding(failed("turn_refused"));
  });

  test("takes an address that the browser cannot read for a wrong one", async () => {
    prepare = () => {
      throw new DOMException("", "SyntaxError");
    };
    await ask("turn");
    expect(await finding).toEqual(failed("turn_unreachable"));
  });

  test.each([
    ["there are no peer connections", null],
    ["no line can be made", "createDataChannel"],
    ["nothing can be offered", "createOffer"],
    ["the offer is not taken", "setLocalDescription"],
  ] as const)("does not wait when %s", async (_, broken) => {
    prepare = (gatherer) => {
      if (broken === null) throw new ReferenceError("RTCPeerConnection");
      const refuse = () => {
        throw new DOMException("", "OperationError");
      };
      gatherer[broken] = broken === "createDataChannel" ? refuse : async () => refuse();
    };
    await ask("stun");
    await expect(finding).rejects.toThrow();
    if (broken !== null) nothingLeftOpen();
  });
});
