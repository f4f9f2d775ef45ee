import type { IceServer, Signal, TrackSource } from "../protocol.ts";
import { NO_MEDIA, type RemoteMedia, type SentTracks } from "./leg.ts";
import type { MediaPlatform } from "./platform.ts";
import { belongsTo, sessionOf, withOpusTuning, withStartBitrate } from "./sdp.ts";

export type Candidate = Extract<Signal, { type: "candidate" }>;

/** The media lines, always these and in this order, so that each side knows the screen from the camera. */
const LINES: readonly (readonly [TrackSource, "audio" | "video"])[] = [
  ["microphone", "audio"],
  ["camera", "video"],
  ["screen", "video"],
  ["screen_audio", "audio"],
];

/** Bits per second at the most; below, the browser decides. */
const BITRATES: Partial<Record<TrackSource, number>> = { camera: 1_800_000, screen: 3_000_000 };
/** What most lines carry; where one does not, the browser finds out within a second. */
const START_KILOBITS = 1_000;
/** Candidates that came before their description are kept up to so many. */
const EARLY_MAX = 100;

export interface PeerLinkEvents {
  candidate(candidate: Candidate): void;
  changed(): void;
}

/** The browser's form of an ICE server. */
export function rtcServers(servers: readonly IceServer[]): RTCIceServer[] {
  return servers.map(({ urls, username, credential }) => ({
    urls: [...urls],
    ...(username !== null && { username }),
    ...(credential !== null && { credential }),
  }));
}

/**
 * One RTCPeerConnection with its four lines. They stay for its life, sending or not: tracks come and go without
 * negotiating again, which is left to ICE restarts.
 */
export class PeerLink {
  readonly #pc: RTCPeerConnection;
  readonly #platform: MediaPlatform;
  readonly #events: PeerLinkEvents;
  #lines: readonly RTCRtpTransceiver[] = [];
  #tracks: SentTracks;
  #early: Candidate[];
  #media: RemoteMedia = NO_MEDIA;

  /** @param early candidates that came for this connection before it was made */
  constructor(
    platform: MediaPlatform,
    iceServers: readonly IceServer[],
    tracks: SentTracks,
    early: readonly Candidate[],
    events: PeerLinkEvents,
  ) {
    this.#platform = platform;
    this.#events = events;
    this.#tracks = tracks;
    this.#early = [...early];
    // One way for all lines, so that candidates are looked for and told once. No candidate pool: with one, Chromium 156
    // on a busy machine sometimes never finds any candidate.
    const pc = platform.peerConnection({ iceServers: rtcServers(iceServers), bundlePolicy: "max-bundle" });
    pc.onconnectionstatechange = () => this.#stateChanged();
    pc.onicecandidate = ({ candidate }) => {
      if (candidate?.candidate) events.candidate(candidateOf(candidate));
    };
    this.#pc = pc;
  }

  get state(): RTCPeerConnectionState {
    return this.#pc.connectionState;
  }

  get media(): RemoteMedia {
    return this.#media;
  }

  /** Candidates that belong to no description yet. */
  get early(): readonly Candidate[] {
    return this.#early;
  }

  /** An own offer waits for its answer. */
  get offering(): boolean {
    return this.#pc.signalingState === "have-local-offer";
  }

  /** Which connection of the other side this one talks to; null before it said anything. */
  get remoteSession(): string | null {
    return sessionOf(this.#pc.remoteDescription?.sdp ?? "");
  }

  /** Makes an offer: the first, or one that looks for another way (ICE restart). */
  async offer(): Promise<string> {
    if (this.#lines.length === 0) {
      const lines = LINES.map(([, kind]) => this.#pc.addTransceiver(kind, { direction: "sendrecv" }));
      await this.#use(lines);
    }
    return this.#describe(await this.#pc.createOffer({ iceRestart: this.#pc.localDescription !== null }));
  }

  /** Takes an offer and makes the answer. */
  async accept(sdp: string): Promise<string> {
    await this.#pc.setRemoteDescription({ type: "offer", sdp });
    if (this.#lines.length === 0) {
      const lines = this.#pc.getTransceivers().slice(0, LINES.length);
      for (const line of lines) line.direction = "sendrecv";
      await this.#use(lines);
    }
    const answer = await this.#describe(await this.#pc.createAnswer());
    await this.#addEarly();
    return answer;
  }

  async answered(sdp: string): Promise<void> {
    if (!this.offering) return;
    await this.#pc.setRemoteDescription({ type: "answer", sdp });
    await this.#addEarly();
  }

  async add(candidate: Candidate): Promise<void> {
    const remote = this.#pc.remoteDescription;
    if (remote && belongsTo(remote.sdp, candidate.usernameFragment)) await this.#add(candidate);
    else this.#early = [...this.#early, candidate].slice(-EARLY_MAX);
  }

  async send(tracks: SentTracks): Promise<void> {
    this.#tracks = tracks;
    for (const [i, line] of this.#lines.entries()) {
      const source = LINES[i]?.[0];
      const track = source ? tracks[source] : null;
      if (line.sender.track !== track) await line.sender.replaceTrack(track);
    }
  }

  /** For what is negotiated from now on. */
  setIceServers(iceServers: readonly IceServer[]): void {
    this.#pc.setConfiguration({ ...this.#pc.getConfiguration(), iceServers: rtcServers(iceServers) });
  }

  /** How loud the other is now, 0 to 1. */
  level(): number {
    return this.#lines[0]?.receiver.getSynchronizationSources()[0]?.audioLevel ?? 0;
  }

  stats(): Promise<RTCStatsReport> {
    return this.#pc.getStats();
  }

  close(): void {
    this.#pc.onconnectionstatechange = this.#pc.onicecandidate = null;
    this.#pc.close();
  }

  async #describe(description: RTCSessionDescriptionInit): Promise<string> {
    const sdp = withOpusTuning(description.sdp ?? "");
    await this.#pc.setLocalDescription({ type: description.type, sdp });
    return withStartBitrate(sdp, START_KILOBITS);
  }

  async #use(lines: readonly RTCRtpTransceiver[]): Promise<void> {
    this.#lines = lines;
    const media = lines.map((line, i) => [LINES[i]?.[0], this.#platform.stream([line.receiver.track])]);
    this.#media = { ...NO_MEDIA, ...Object.fromEntries(media) };
    await this.send(this.#tracks);
  }

  async #addEarly(): Promise<void> {
    const early = this.#early;
    this.#early = [];
    for (const candidate of early) await this.add(candidate);
  }

  async #add(candidate: Candidate): Promise<void> {
    const { type: _, ...init } = candidate;
    // One that cannot be used is one way less, and no reason to give up.
    await this.#pc.addIceCandidate(init).catch(() => {});
  }

  #stateChanged(): void {
    if (this.state === "connected") void this.#limit();
    this.#events.changed();
  }

  async #limit(): Promise<void> {
    for (const [i, { sender }] of this.#lines.entries()) {
      const source = LINES[i]?.[0];
      const maxBitrate = source && BITRATES[source];
      const parameters = sender.getParameters();
      const [encoding] = parameters.encodings;
      if (maxBitrate === undefined || !encoding) continue;
      encoding.maxBitrate = maxBitrate;
      // Without the limit it works as well, only less evenly.
      await sender.setParameters(parameters).catch(() => {});
    }
  }
}

function candidateOf({ candidate, sdpMid, sdpMLineIndex, usernameFragment }: RTCIceCandidate): Candidate {
  return { type: "candidate", candidate, sdpMid, sdpMLineIndex, usernameFragment };
}
