/** The pictures of a call, from what is known of it. Pure. */
import { shallowEqual } from "../observable.ts";
import type { Call, CallParticipant } from "../protocol.ts";
import { NO_MEDIA, type RemoteMedia } from "./leg.ts";
import type { SelfState, Tile } from "./types.ts";

export interface TileSources {
  readonly call: Call;
  readonly accountId: string;
  readonly remote: ReadonlyMap<string, RemoteMedia>;
  readonly self: SelfState;
  readonly camera: MediaStream | null;
  readonly screen: MediaStream | null;
}

export const screenTileId = (accountId: string) => `${accountId}:screen`;

/** One's own last, screens before cameras. What did not change is the same object as before. */
export function tilesOf(sources: TileSources, before: readonly Tile[]): readonly Tile[] {
  const { call, accountId } = sources;
  const others = call.participants.filter(
    (participant) =>
      participant.accountId !== accountId &&
      (participant.state === "joined" || (participant.state === "ringing" && call.end === null)),
  );
  const screens = others.filter(({ state, media }) => state === "joined" && media.screen);
  const tiles = [
    ...screens.map((participant) => screenOf(participant, sources)),
    ...others.map((participant) => personOf(participant, sources)),
    ...ownOf(sources),
  ];
  const known = new Map(before.map((tile) => [tile.id, tile]));
  const kept = tiles.map((tile) => {
    const old = known.get(tile.id);
    return old && shallowEqual(old, tile) ? old : tile;
  });
  return shallowEqual(before, kept) ? before : kept;
}

function personOf(participant: CallParticipant, { remote }: TileSources): Tile {
  const { accountId, state, connected, media } = participant;
  const joined = state === "joined";
  const got = (joined && remote.get(accountId)) || NO_MEDIA;
  return {
    id: accountId,
    accountId,
    screen: false,
    mine: false,
    video: media.camera ? got.camera : null,
    audio: got.microphone,
    muted: joined && !media.microphone,
    hand: joined && media.hand,
    waiting: !joined || !connected,
  };
}

function screenOf({ accountId, connected }: CallParticipant, { remote }: TileSources): Tile {
  const got = remote.get(accountId) ?? NO_MEDIA;
  return {
    id: screenTileId(accountId),
    accountId,
    screen: true,
    mine: false,
    video: got.screen,
    audio: got.screen_audio,
    muted: false,
    hand: false,
    waiting: !connected,
  };
}

function ownOf({ accountId, self, camera, screen }: TileSources): readonly Tile[] {
  const common = { accountId, mine: true, audio: null, waiting: false } as const;
  const person: Tile = {
    ...common,
    id: accountId,
    screen: false,
    video: camera,
    muted: !self.microphone,
    hand: self.hand,
  };
  if (!self.screen) return [person];
  return [
    { ...common, id: screenTileId(accountId), screen: true, video: screen, muted: false, hand: false },
    person,
  ];
}
