import type { types } from "mediasoup";
import type { types as client } from "mediasoup-client";
import { RemoteSdp } from "mediasoup-client/handlers/sdp/RemoteSdp";
import { getRtpEncodings } from "mediasoup-client/handlers/sdp/unifiedPlanUtils";
import * as ortc from "mediasoup-client/ortc";
import { parseParams, parseSimulcastStreamList } from "sdp-transform";
import { Refusal, understood } from "../refusal.ts";
import { commonWith } from "./capabilities.ts";
import { type Description, type Section, sectionsOf, sends } from "./description.ts";

const ENCODINGS_MAX = 8;

/** So that the first picture, the largest, does not trickle out at a client's careful beginning. */
const START_KILOBITS = 1_000;

/** What is answered to an offer to send. */
export interface Answer {
  readonly sdp: string;
  /** What is sent, by the id of its section. */
  readonly sent: ReadonlyMap<string, Sent>;
}

export interface Sent {
  readonly kind: "audio" | "video";
  readonly rtpParameters: types.RtpParameters;
}

type Way = Pick<types.WebRtcTransport, "iceParameters" | "iceCandidates" | "dtlsParameters">;

/** The answer for a transport as it is now. Depends on nothing that was answered before. */
export function answerTo(offer: Description, way: Way, room: types.RtpCapabilities): Answer {
  const sections = sectionsOf(offer);
  return understood(() => {
    const remote = remoteOf(way);
    remote.updateDtlsRole("server");
    if (offer.extmapAllowMixed) {
      remote.setSessionExtmapAllowMixed();
    }
    const sent = new Map<string, Sent>();
    for (const section of sections) {
      const rtpParameters = answerSection(remote, offer, section, room);
      if (sends(section)) {
        sent.set(section.mid, { kind: section.type, rtpParameters });
      } else {
        remote.pauseMediaSection(section.mid);
      }
    }
    return { sdp: remote.getSdp(), sent };
  });
}

/** mediasoup's end of a transport, as SDP tells it. */
export function remoteOf({ iceParameters, iceCandidates, dtlsParameters }: Way): RemoteSdp {
  return new RemoteSdp(
    structuredClone({ iceParameters, iceCandidates, dtlsParameters }) as ConstructorParameters<
      typeof RemoteSdp
    >[0],
  );
}

function answerSection(
  remote: RemoteSdp,
  offer: Description,
  section: Section,
  room: types.RtpCapabilities,
): types.RtpParameters {
  const common = commonWith(offer, section, room);
  const offered = ortc.getSendingRtpParameters(section.type, common);
  const answered = ortc.getSendingRemoteRtpParameters(section.type, common);
  if (offered.codecs.length === 0) {
    throw new Refusal(
      "invalid",
      `None of the codecs of the media section ${section.mid} is one of the room's`,
    );
  }
  offered.codecs = ortc.reduceCodecs(offered.codecs);
  answered.codecs = ortc.reduceCodecs(answered.codecs);
  offered.mid = section.mid;
  offered.encodings = sends(section) ? encodingsOf(section, offered.codecs) : [];
  remote.send({
    offerMediaObject: section,
    offerRtpParameters: offered,
    answerRtpParameters: answered,
    codecOptions:
      section.type === "video"
        ? { videoGoogleStartBitrate: START_KILOBITS }
        : { opusFec: true, opusDtx: true, opusStereo: isStereo(section) },
  });
  return offered as types.RtpParameters;
}

/** From the smallest picture to the largest, as the client lists them. */
function encodingsOf(section: Section, codecs: client.RtpCodecParameters[]): client.RtpEncodingParameters[] {
  if (section.simulcast?.dir1 !== "send") {
    return getRtpEncodings({ offerMediaObject: section, codecs });
  }
  const rids = parseSimulcastStreamList(section.simulcast.list1).flatMap(([first]) => first?.scid ?? []);
  if (rids.length > ENCODINGS_MAX) {
    throw new Refusal("invalid", `The media section ${section.mid} has more than ${ENCODINGS_MAX} encodings`);
  }
  return rids.map((rid) => ({ rid: String(rid), ...(rids.length > 1 && { scalabilityMode: "L1T3" }) }));
}

function isStereo(section: Section): boolean {
  return section.fmtp.some(({ config }) => Number(parseParams(config)["sprop-stereo"]) === 1);
}
