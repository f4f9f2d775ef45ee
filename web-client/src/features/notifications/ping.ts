/** Two soft notes, a fourth apart. */
const NOTES = [
  { hertz: 659.25, at: 0 },
  { hertz: 880, at: 0.09 },
] as const;
const LOUDNESS = 0.12;
const FADE_SECONDS = 0.35;

let audio: AudioContext | null = null;

/** Plays the sound for a new message, made here out of two sine tones. Silent where the browser forbids sound. */
export function playPing(): void {
  // Before the first click or key, browsers only complain.
  if (!navigator.userActivation.hasBeenActive) return;
  audio ??= new AudioContext();
  const context = audio;
  if (context.state === "suspended") void context.resume();
  const start = context.currentTime + 0.02;
  for (const { hertz, at } of NOTES) {
    const tone = new OscillatorNode(context, { frequency: hertz });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.setValueAtTime(0, start + at);
    volume.gain.linearRampToValueAtTime(LOUDNESS, start + at + 0.012);
    volume.gain.exponentialRampToValueAtTime(0.0005, start + at + FADE_SECONDS);
    tone.connect(volume).connect(context.destination);
    tone.start(start + at);
    tone.stop(start + at + FADE_SECONDS);
  }
}
