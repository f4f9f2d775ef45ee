/** A peer connection that only gathers candidates: what its servers answer, the test says. */
export class FakeGatherer {
  onicecandidate: ((event: { candidate: object | null }) => void) | null = null;
  onicecandidateerror: ((event: { errorCode: number }) => void) | null = null;
  /** A browser gathers once it knows what for, and was given its own description. */
  gathering = false;
  closed = false;
  readonly configuration: RTCConfiguration;
  #hasLine = false;

  constructor(configuration: RTCConfiguration) {
    this.configuration = configuration;
  }

  createDataChannel(): void {
    this.#hasLine = true;
  }

  async createOffer(): Promise<object> {
    return { type: "offer", sdp: "" };
  }

  async setLocalDescription(_description: object): Promise<void> {
    this.gathering = this.#hasLine;
  }

  find(type: RTCIceCandidateType, address: string | null = null): void {
    this.onicecandidate?.({ candidate: { type, address } });
  }

  fail(errorCode: number): void {
    this.onicecandidateerror?.({ errorCode });
  }

  /** Nothing is left to be found. */
  end(): void {
    this.gathering = false;
    this.onicecandidate?.({ candidate: null });
  }

  close(): void {
    this.gathering = false;
    this.closed = true;
  }
}
