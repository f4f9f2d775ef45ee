/** The melody of one ring: three rising notes, twice. */
const RING = [
  { hertz: 523.25, at: 0 },
  { hertz: 659.25, at: 0.16 },
  { hertz: 783.99, at: 0.32 },
  { hertz: 659.25, at: 0.64 },
  { hertz: 783.99, at: 0.8 },
  { hertz: 1046.5, at: 0.96 },
] as const;
/** What the caller hears while it rings there: one low, long tone. */
const RINGBACK = [{ hertz: 425, at: 0 }] as const;

interface Tone {
  readonly notes: readonly { readonly hertz: number; readonly at: number }[];
  readonly loudness: number;
  readonly noteSeconds: number;
  readonly everyMs: number;
}

const TONES = {
  ring: { notes: RING, loudness: 0.16, noteSeconds: 0.5, everyMs: 3_000 },
  ringback: { notes: RINGBACK, loudness: 0.05, noteSeconds: 1, everyMs: 4_000 },
} satisfies Record<string, Tone>;

/** Plays it over and over, made here out of sine tones. Silent where the browser forbids sound. Returns how to stop. */
export function playTone(name: keyof typeof TONES): () => void {
  // Before the first click or key, browsers only complain.
  if (!navigator.userActivation.hasBeenActive) return () => {};
  const tone = TONES[name];
  const context = new AudioContext();
  const round = () => playOnce(context, tone);
  round();
  const timer = setInterval(round, tone.everyMs);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}

function playOnce(context: AudioContext, { notes, loudness, noteSeconds }: Tone) {
  const start = context.currentTime + 0.02;
  for (const { hertz, at } of notes) {
    const note = new OscillatorNode(context, { frequency: hertz });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.setValueAtTime(0, start + at);
    volume.gain.linearRampToValueAtTime(loudness, start + at + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0005, start + at + noteSeconds);
    note.connect(volume).connect(context.destination);
    note.start(start + at);
    note.stop(start + at + noteSeconds);
  }
}
