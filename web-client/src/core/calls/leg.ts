/** One way that the media of a call takes. A call may have two for a moment, while it changes over. */
import type { Observable } from "../observable.ts";
import type { Call, CallEvent, CallRoute, TrackSource } from "../protocol.ts";
import type { Sample } from "./quality.ts";

export type LegState =
  /** Nobody to talk to yet. */
  | "waiting"
  | "connecting"
  | "connected"
  /** Was connected, or could not be; it keeps trying. */
  | "lost";

/** The tracks that one sends; null what is off. */
export type SentTracks = Readonly<Record<TrackSource, MediaStreamTrack | null>>;

export const NO_TRACKS: SentTracks = { microphone: null, camera: null, screen: null, screen_audio: null };

/** What comes of one person; null what does not. */
export type RemoteMedia = Readonly<Record<TrackSource, MediaStream | null>>;

export const NO_MEDIA: RemoteMedia = { microphone: null, camera: null, screen: null, screen_audio: null };

export interface Leg {
  readonly route: CallRoute;
  readonly state: Observable<LegState>;
  /** By account. */
  readonly remote: Observable<ReadonlyMap<string, RemoteMedia>>;
  /** The others who are heard, the loudest first. */
  readonly speaking: Observable<readonly string[]>;
  /** The call as it stands now. */
  update(call: Call): void;
  send(tracks: SentTracks): void;
  happened(event: CallEvent): void;
  /** The line to the server is back, and the server knows again that one is in the call. */
  lineBack(call: Call): void;
  networkChanged(): void;
  setTileSize(tileId: string, width: number): void;
  /** By account, oneself included. */
  samples(): Promise<ReadonlyMap<string, Sample>>;
  close(): void;
}

/** What a leg asks of the session. */
export interface LegEvents {
  /** No direct way was found in time. */
  noWay(): void;
}

/** The others who are in the call. */
export function othersIn(call: Call, accountId: string): Call["participants"] {
  return call.participants.filter(
    (participant) => participant.state === "joined" && participant.accountId !== accountId,
  );
}
