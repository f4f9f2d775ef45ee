/** Peer connections that find each other through the air of the test, by the rules of JSEP as far as calls use them. */
import { fakeTrack } from "./fakeMedia.ts";

interface FakeSender {
  track: MediaStreamTrack | null;
  replaceTrack(track: MediaStreamTrack | null): Promise<void>;
  getParameters(): { encodings: RTCRtpEncodingParameters[] };
  setParameters(): Promise<void>;
}

interface FakeTransceiver {
  direction: string;
  readonly sender: FakeSender;
  readonly receiver: {
    readonly track: MediaStreamTrack;
    getSynchronizationSources(): { audioLevel: number }[];
  };
}

/** What carries media between peers. */
export class Air {
  readonly peers = new Map<string, FakePeer>();
  /** False: no way is found, and ways that were found are lost. */
  #open = true;
  #sessions = 0;

  nextSession(): string {
    return String(++this.#sessions);
  }

  get open(): boolean {
    return this.#open;
  }

  /** Those that were connected need new ways (ICE restarts) even when the air is open again. */
  cut(): void {
    this.#open = false;
    for (const peer of this.peers.values()) peer.lose();
  }

  clear(): void {
    this.#open = true;
    for (const peer of this.peers.values()) peer.look();
  }
}

export class FakePeer {
  readonly session: string;
  signalingState: RTCSignalingState = "stable";
  connectionState: RTCPeerConnectionState = "new";
  localDescription: { type: string; sdp: string } | null = null;
  remoteDescription: { type: string; sdp: string } | null = null;
  onconnectionstatechange: (() => void) | null = null;
  onicecandidate: ((event: { candidate: unknown }) => void) | null = null;
  readonly lines: FakeTransceiver[] = [];
  readonly #air: Air;
  #pending: { type: string; sdp: string } | null = null;
  #generation = 0;
  #heard = new Set<string>();
  /** Ways of this pair of user names are gone. */
  #lost = new Set<string>();

  constructor(air: Air) {
    this.#air = air;
    this.session = air.nextSession();
    air.peers.set(this.session, this);
  }

  addTransceiver(kind: "audio" | "video", { direction }: { direction: string }): FakeTransceiver {
    const sender: FakeSender = {
      track: null,
      replaceTrack: async (track) => {
        sender.track = track;
      },
      getParameters: () => ({ encodings: [{}] }),
      setParameters: async () => {},
    };
    const receiver = { track: fakeTrack(kind), getSynchronizationSources: () => [] };
    const line = { direction, sender, receiver };
    this.lines.push(line);
    return line;
  }

  getTransceivers(): FakeTransceiver[] {
    return this.lines;
  }

  async createOffer({ iceRestart }: { iceRestart: boolean }): Promise<{ type: "offer"; sdp: string }> {
    if (iceRestart) this.#generation += 1;
    return { type: "offer", sdp: this.#sdp() };
  }

  async createAnswer(): Promise<{ type: "answer"; sdp: string }> {
    // The other side began ways anew, so this one does.
    this.#generation += 1;
    return { type: "answer", sdp: this.#sdp() };
  }

  async setLocalDescription(description: { type: string; sdp: string }): Promise<void> {
    const answers = description.type === "answer";
    if (answers !== (this.signalingState === "have-remote-offer")) throw wrongState(this.signalingState);
    this.localDescription = description;
    if (!answers) this.signalingState = "have-local-offer";
    else this.#settle(this.#pending);
    const usernameFragment = `u${this.session}-${this.#generation}`;
    const candidate = { candidate: "candidate:1", sdpMid: "0", sdpMLineIndex: 0, usernameFragment };
    queueMicrotask(() => this.onicecandidate?.({ candidate }));
    this.look();
  }

  async setRemoteDescription(description: { type: string; sdp: string }): Promise<void> {
    if (description.type === "answer") {
      if (this.signalingState !== "have-local-offer") throw wrongState(this.signalingState);
      this.#settle(description);
    } else {
      // An offer of one's own is rolled back; lines that were made for it do not fit another's.
      if (this.signalingState === "have-local-offer" && !this.#settledBefore) throw wrongState("new lines");
      this.signalingState = "have-remote-offer";
      this.#pending = description;
      this.remoteDescription = description;
      const kinds = [...description.sdp.matchAll(/^m=(audio|video)/gm)].map(([, kind]) => kind);
      for (const kind of kinds.slice(this.lines.length)) {
        this.addTransceiver(kind === "audio" ? "audio" : "video", { direction: "recvonly" });
      }
    }
    this.look();
  }

  async addIceCandidate({ usernameFragment }: { usernameFragment: string | null }): Promise<void> {
    if (!this.remoteDescription?.sdp.includes(`a=ice-ufrag:${usernameFragment}`))
      throw wrongState("candidate");
    if (usernameFragment) this.#heard.add(usernameFragment);
    this.look();
  }

  setConfiguration(): void {}

  getConfiguration(): RTCConfiguration {
    return {};
  }

  async getStats(): Promise<Map<string, unknown>> {
    return new Map();
  }

  close(): void {
    this.connectionState = "closed";
    this.#air.peers.delete(this.session);
    for (const peer of this.#air.peers.values()) if (peer.talksTo(this.session)) peer.lose();
  }

  talksTo(session: string): boolean {
    return this.remoteDescription?.sdp.startsWith(`v=0\r\no=- ${session} `) ?? false;
  }

  lose(): void {
    if (this.connectionState !== "connected") return;
    this.#lost.add(this.#pair());
    this.#become("disconnected");
  }

  /** Connects where both sides agree on who they are and know a candidate of the other. */
  look(): void {
    const other = [...this.#air.peers.values()].find(
      (peer) => this.talksTo(peer.session) && peer.talksTo(this.session),
    );
    if (!other || !this.#ready() || !other.#ready() || !this.#air.open) return;
    this.#become("connected");
    other.#become("connected");
  }

  #ready(): boolean {
    const heard = [...this.#heard].some((name) =>
      this.remoteDescription?.sdp.includes(`a=ice-ufrag:${name}`),
    );
    return heard && this.signalingState === "stable" && !this.#lost.has(this.#pair());
  }

  #pair(): string {
    const name = (sdp?: string) => /ice-ufrag:(\S+)/.exec(sdp ?? "")?.[1];
    return `${name(this.localDescription?.sdp)}/${name(this.remoteDescription?.sdp)}`;
  }

  #settledBefore = false;

  #settle(remote: { type: string; sdp: string } | null): void {
    this.remoteDescription = remote;
    this.signalingState = "stable";
    this.#settledBefore = true;
    if (this.connectionState === "new") this.#become("connecting");
  }

  #become(state: RTCPeerConnectionState): void {
    if (this.connectionState === state || this.connectionState === "closed") return;
    this.connectionState = state;
    this.onconnectionstatechange?.();
  }

  #sdp(): string {
    const media = this.lines.map(({ receiver }) => `m=${receiver.track.kind} 9`);
    const ice = `a=ice-ufrag:u${this.session}-${this.#generation}`;
    return ["v=0", `o=- ${this.session} ${this.#generation}`, ice, ...media, ""].join("\r\n");
  }
}

const wrongState = (state: string) => new DOMException(state, "InvalidStateError");
