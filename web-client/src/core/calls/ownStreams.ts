/** One's own tracks as streams that can be drawn: always the same for the same track. */
export class OwnStreams {
  readonly #make: (tracks: readonly MediaStreamTrack[]) => MediaStream;
  readonly #made = new WeakMap<MediaStreamTrack, MediaStream>();

  constructor(make: (tracks: readonly MediaStreamTrack[]) => MediaStream) {
    this.#make = make;
  }

  of(track: MediaStreamTrack | null): MediaStream | null {
    if (!track) return null;
    const known = this.#made.get(track);
    if (known) return known;
    const stream = this.#make([track]);
    this.#made.set(track, stream);
    return stream;
  }
}
