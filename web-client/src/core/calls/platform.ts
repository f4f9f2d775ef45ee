/** What calls need of the browser. `browser/platform.ts` has it, the tests have their own. */
import type { Device as MediaDevice } from "mediasoup-client";

export interface MediaPlatform {
  /** False where the browser gives no devices to the page. */
  readonly secure: boolean;
  readonly canShareScreen: boolean;
  /** Device pixels in a CSS pixel. */
  pixelRatio(): number;
  /** Rejects as the browser does, with a `DOMException` whose name says why. */
  userMedia(constraints: MediaStreamConstraints): Promise<MediaStream>;
  displayMedia(): Promise<MediaStream>;
  devices(): Promise<readonly MediaDeviceInfo[]>;
  onDevicesChanged(listener: () => void): () => void;
  /** The network came back or became another. */
  onNetworkChanged(listener: () => void): () => void;
  peerConnection(configuration: RTCConfiguration): RTCPeerConnection;
  stream(tracks: readonly MediaStreamTrack[]): MediaStream;
  loudness(track: MediaStreamTrack): Loudness;
  /** Plays a short sound. */
  testSound(speakerId: string | null): Promise<void>;
  /** A track that says nothing. */
  silence(): { readonly track: MediaStreamTrack; close(): void };
  loadMediaDevice(): Promise<MediaDevice>;
}

/** Measures a track; close it when nobody looks any more. */
export interface Loudness {
  /** 0 to 1 */
  level(): number;
  close(): void;
}
