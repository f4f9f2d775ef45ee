import type { types } from "mediasoup";
import type { types as client } from "mediasoup-client";
import { addNackSupportForOpus } from "mediasoup-client/handlers/ortc/utils";
import { extractRtpCapabilities } from "mediasoup-client/handlers/sdp/commonUtils";
import * as ortc from "mediasoup-client/ortc";
import { understood } from "../refusal.ts";
import type { Description } from "./description.ts";

/** What a client and the room have in common, in both directions. */
export type Common = client.ExtendedRtpCapabilities;

/**
 * What one media section and the room have in common. Of one section, never of several at once: sections of different
 * kinds name the same extensions by the same numbers, and mediasoup-client's extraction keeps one of them only. Without
 * transport-cc, pictures would stay at 300 kbit/s.
 */
export function commonWith(description: Description, section: object, room: types.RtpCapabilities): Common {
  return understood(() => common(capabilitiesOf(description, section), room));
}

/** What a client can receive of the room, from the first section of each kind in an SDP that offers to receive. */
export function receivable(description: Description, room: types.RtpCapabilities): types.RtpCapabilities {
  return understood(() => {
    const firsts = ["audio", "video"].flatMap(
      (kind) => description.media.find(({ type }) => type === kind) ?? [],
    );
    const each = firsts.map((section) => capabilitiesOf(description, section));
    const native: client.RtpCapabilities = {
      codecs: each.flatMap(({ codecs = [] }) => codecs),
      headerExtensions: each.flatMap(({ headerExtensions = [] }) => headerExtensions),
    };
    // It can, and does not say so.
    addNackSupportForOpus(native);
    return ortc.getRecvRtpCapabilities(common(native, room)) as types.RtpCapabilities;
  });
}

function capabilitiesOf(description: Description, section: object): client.RtpCapabilities {
  const capabilities = extractRtpCapabilities({
    sdpObject: { ...description, media: [section] } as Description,
  });
  ortc.validateAndNormalizeRtpCapabilities(capabilities);
  return capabilities;
}

function common(native: client.RtpCapabilities, room: types.RtpCapabilities): Common {
  // It writes into what it compares, and what results refers to it.
  return ortc.getExtendedRtpCapabilities(native, structuredClone(room) as client.RtpCapabilities, false);
}
