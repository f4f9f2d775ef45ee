import type { Loudness, MediaPlatform } from "../platform.ts";

// Typed as always there, but a page served without TLS has none, and phones cannot share their screen.
const devices = () => navigator.mediaDevices as Partial<MediaDevices> | undefined;

interface Network {
  readonly connection?: EventTarget;
}

/** The media side of a browser. */
export const browserPlatform: MediaPlatform = {
  secure: window.isSecureContext && devices()?.getUserMedia !== undefined,
  canShareScreen: devices()?.getDisplayMedia !== undefined,
  pixelRatio: () => window.devicePixelRatio,
  userMedia: async (constraints) => {
    const media = devices();
    if (!media?.getUserMedia) throw new DOMException("no devices", "SecurityError");
    return media.getUserMedia(constraints);
  },
  displayMedia: async () => {
    const media = devices();
    if (!media?.getDisplayMedia) throw new DOMException("no screens", "NotFoundError");
    return media.getDisplayMedia({ video: { frameRate: { ideal: 15, max: 30 } }, audio: true });
  },
  devices: async () => (await devices()?.enumerateDevices?.()) ?? [],
  onDevicesChanged: (listener) => {
    const media = devices();
    media?.addEventListener?.("devicechange", listener);
    return () => media?.removeEventListener?.("devicechange", listener);
  },
  onNetworkChanged: (listener) => {
    const { connection } = navigator as Network;
    window.addEventListener("online", listener);
    connection?.addEventListener("change", listener);
    return () => {
      window.removeEventListener("online", listener);
      connection?.removeEventListener("change", listener);
    };
  },
  peerConnection: (configuration) => new RTCPeerConnection(configuration),
  stream: (tracks) => new MediaStream([...tracks]),
  loudness,
  testSound,
  silence: () => {
    const context = new AudioContext();
    const { stream } = context.createMediaStreamDestination();
    const [track] = stream.getAudioTracks();
    if (!track) throw new DOMException("no sound", "NotSupportedError");
    return { track, close: () => void context.close() };
  },
  loadMediaDevice: async () => {
    const { Device } = await import("mediasoup-client");
    return Device.factory();
  },
};

function loudness(track: MediaStreamTrack): Loudness {
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 1024 });
  const source = context.createMediaStreamSource(new MediaStream([track]));
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    level: () => {
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, value) => sum + value * value, 0) / samples.length;
      // Speech fills about the lower third of the scale; the root makes quiet speech visible.
      return Math.min(Math.sqrt(Math.sqrt(power)), 1);
    },
    close: () => {
      source.disconnect();
      void context.close();
    },
  };
}

/** Two short tones, rising. */
async function testSound(speakerId: string | null): Promise<void> {
  const context = new AudioContext();
  try {
    const chosen = context as AudioContext & { setSinkId?: (id: string) => Promise<void> };
    if (speakerId !== null) await chosen.setSinkId?.(speakerId);
    const gain = new GainNode(context, { gain: 0.15 });
    gain.connect(context.destination);
    const ended = [440, 660].map((frequency, i) => tone(context, gain, frequency, i * 0.25));
    await Promise.all(ended);
  } finally {
    await context.close();
  }
}

function tone(context: AudioContext, target: AudioNode, frequency: number, after: number): Promise<void> {
  const oscillator = new OscillatorNode(context, { frequency });
  oscillator.connect(target);
  const begins = context.currentTime + after;
  oscillator.start(begins);
  oscillator.stop(begins + 0.22);
  return new Promise((resolve) => {
    oscillator.onended = () => resolve();
  });
}
