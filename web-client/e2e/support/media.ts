import type { BrowserContext, Page } from "@playwright/test";
import { expect } from "./test.ts";

declare global {
  interface Window {
    readonly testPeers: RTCPeerConnection[];
  }
}

/** What a page has received until now, of each track that comes. */
interface Received {
  readonly frames: Readonly<Record<string, number>>;
  readonly energy: Readonly<Record<string, number>>;
}

/** How much must flow. */
interface Flow {
  /** Pictures of so many cameras and screens. */
  readonly videos?: number;
  /** Sound of so many people. */
  readonly sounds?: number;
}

/** Keeps every connection of the context's pages at hand, for what they measure themselves. */
export async function watchMedia(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const peers: RTCPeerConnection[] = [];
    Object.defineProperty(window, "testPeers", { value: peers });
    const Native = window.RTCPeerConnection;
    window.RTCPeerConnection = class extends Native {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        peers.push(this);
      }
    };
  });
}

/** Lets the context's pages use relays only, as behind a firewall that lets nothing else through. */
export async function allowRelaysOnly(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const Native = window.RTCPeerConnection;
    window.RTCPeerConnection = class extends Native {
      constructor(configuration?: RTCConfiguration) {
        super({ ...configuration, iceTransportPolicy: "relay" });
      }
      override setConfiguration(configuration?: RTCConfiguration) {
        super.setConfiguration({ ...configuration, iceTransportPolicy: "relay" });
      }
    };
  });
}

/** Pictures are decoded and sound is heard: both grow while one looks. */
export async function expectFlow(page: Page, { videos = 0, sounds = 0 }: Flow): Promise<void> {
  const before = await received(page);
  const growing = (now: Readonly<Record<string, number>>, then: Readonly<Record<string, number>>) =>
    Object.entries(now).filter(([track, value]) => value > (then[track] ?? 0)).length;
  await expect
    .poll(
      async () => {
        const now = await received(page);
        return {
          videos: Math.min(growing(now.frames, before.frames), videos),
          sounds: Math.min(growing(now.energy, before.energy), sounds),
        };
      },
      { timeout: 20_000 },
    )
    .toEqual({ videos, sounds })
    .catch(async (error: Error) => {
      throw new Error(`${error.message}\n\nThe page's connections: ${await standing(page)}`, {
        cause: error,
      });
    });
}

/** How every connection of a page stands, for somebody who looks for why nothing flows. */
function standing(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const kinds = ["inbound-rtp", "outbound-rtp", "media-source", "candidate-pair"];
    const peers = window.testPeers.map(async (peer) => {
      const { connectionState, iceConnectionState, signalingState } = peer;
      const stats = [...(await peer.getStats()).values()].filter(({ type }) => kinds.includes(type));
      return { connectionState, iceConnectionState, signalingState, stats };
    });
    return JSON.stringify(await Promise.all(peers), null, 2);
  });
}

function received(page: Page): Promise<Received> {
  return page.evaluate(async () => {
    const frames: Record<string, number> = {};
    const energy: Record<string, number> = {};
    for (const peer of window.testPeers.filter(({ connectionState }) => connectionState !== "closed")) {
      for (const entry of (await peer.getStats()).values()) {
        if (entry.type !== "inbound-rtp") continue;
        if (entry.kind === "video") frames[entry.trackIdentifier] = entry.framesDecoded ?? 0;
        else energy[entry.trackIdentifier] = entry.totalAudioEnergy ?? 0;
      }
    }
    return { frames, energy };
  });
}

/** The kinds of the candidates that are in use, such as "host" or "relay", on this side. */
export function waysOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const ways = new Set<string>();
    for (const peer of window.testPeers.filter(({ connectionState }) => connectionState === "connected")) {
      const report = await peer.getStats();
      for (const entry of report.values()) {
        if (entry.type !== "candidate-pair" || entry.state !== "succeeded" || !entry.nominated) continue;
        ways.add(report.get(entry.localCandidateId).candidateType);
      }
    }
    return [...ways].sort();
  });
}

/** The names under which a page's connections look for ways; looking for others (an ICE restart) gives new names. */
export function iceNames(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    window.testPeers.map(
      ({ localDescription }) => /^a=ice-ufrag:(.*)$/m.exec(localDescription?.sdp ?? "")?.[1] ?? "",
    ),
  );
}

/** How many connections of a page are open. */
export function openPeers(page: Page): Promise<number> {
  return page.evaluate(
    () => window.testPeers.filter(({ connectionState }) => connectionState !== "closed").length,
  );
}
