/** What the screens are shown of the call that this tab is in. Pure. */
import { shallowEqual } from "../observable.ts";
import type { Call } from "../protocol.ts";
import type { MediaView } from "./callMedia.ts";
import type { LocalState } from "./localMedia.ts";
import { phaseOf, problemOf } from "./phase.ts";
import { tilesOf } from "./tiles.ts";
import type { CallPhase, CurrentCall, Ending, LinkQuality, SelfState } from "./types.ts";

/** From this level on the own microphone hears speech rather than the room. */
const SPEECH_LEVEL = 0.13;

export interface CallParts {
  readonly call: Call;
  readonly accountId: string;
  readonly ending: Ending | null;
  readonly media: MediaView;
  readonly local: LocalState;
  readonly hand: boolean;
  /** The server can be reached and knows that one is in the call. */
  readonly line: boolean;
  /** The media service is needed and there is none. */
  readonly unserved: boolean;
  readonly connectedAt: number | null;
  readonly links: ReadonlyMap<string, LinkQuality>;
  readonly reactions: CurrentCall["reactions"];
  readonly camera: MediaStream | null;
  readonly screen: MediaStream | null;
  /** Loudness of one's own microphone, 0 to 1. */
  readonly ownLevel: () => number;
  readonly now: number;
}

/** Parts that did not change are the same objects as before, and so is the whole. */
export function currentCallOf(parts: CallParts, before: CurrentCall | null): CurrentCall {
  const { call, ending, media, local, links, reactions, accountId } = parts;
  const standing = { ...parts, media: media.state, wasConnected: parts.connectedAt !== null };
  const phase = phaseOf(standing);
  const self: SelfState = {
    ...local.on,
    hand: parts.hand,
    microphoneProblem: local.microphoneProblem,
    cameraProblem: local.cameraProblem,
  };
  const { camera, screen } = parts;
  const sources = { call, accountId, remote: media.remote, self, camera, screen };
  return keptEqual(before, {
    call,
    phase,
    route: media.route,
    connectedAt: parts.connectedAt ?? (phase === "connected" ? parts.now : null),
    tiles: ending ? [] : tilesOf(sources, before?.tiles ?? []),
    speaking: keptEqual(before?.speaking, speakingOf(media, accountId, phase, parts.ownLevel)),
    self: keptEqual(before?.self, self),
    links,
    reactions,
    problem: problemOf(standing),
    ending,
  });
}

/** Who is heard. The media service tells of everybody; in a direct call one listens to oneself. */
function speakingOf(
  { route, speaking }: MediaView,
  accountId: string,
  phase: CallPhase,
  ownLevel: () => number,
): readonly string[] {
  if (phase !== "connected") return [];
  if (route === "media_service") return speaking;
  return ownLevel() > SPEECH_LEVEL ? [...speaking, accountId] : speaking;
}

function keptEqual<T>(before: T | null | undefined, now: T): T {
  return before !== null && before !== undefined && shallowEqual(before, now) ? before : now;
}
