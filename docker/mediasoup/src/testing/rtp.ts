import type { types } from "mediasoup";

const AUDIO_LEVEL_ID = 1;
let lastSsrc = 1000;

/** What a client would send for a microphone. Each call has streams of its own. */
export function opus(): types.RtpParameters {
  return {
    codecs: [{ mimeType: "audio/opus", payloadType: 111, clockRate: 48_000, channels: 2 }],
    headerExtensions: [{ uri: "urn:ietf:params:rtp-hdrext:ssrc-audio-level", id: AUDIO_LEVEL_ID }],
    encodings: [{ ssrc: ++lastSsrc }],
    rtcp: { cname: `audio${lastSsrc}` },
    mid: `a${lastSsrc}`,
  };
}

/** What a client would send for a camera, in that many layers. */
export function vp8(layers: number): types.RtpParameters {
  const rids = ["r0", "r1", "r2"].slice(0, layers);
  return {
    codecs: [{ mimeType: "video/VP8", payloadType: 96, clockRate: 90_000, rtcpFeedback: [{ type: "nack" }] }],
    headerExtensions: [
      { uri: "urn:ietf:params:rtp-hdrext:sdes:mid", id: 1 },
      { uri: "urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id", id: 2 },
    ],
    encodings: layers === 1 ? [{ ssrc: ++lastSsrc }] : rids.map((rid) => ({ rid, scalabilityMode: "L1T3" })),
    rtcp: { cname: `video${++lastSsrc}` },
    mid: `v${lastSsrc}`,
  };
}

/** One RTP packet of a microphone. Loudness is in -dBov: 0 is the loudest, 127 silence. */
export function audioPacket(parameters: types.RtpParameters, sequence: number, loudness: number): Buffer {
  const packet = Buffer.alloc(24);
  packet[0] = 0x90; // version 2, with a header extension
  packet[1] = 111;
  packet.writeUInt16BE(sequence, 2);
  packet.writeUInt32BE(sequence * 960, 4);
  packet.writeUInt32BE(parameters.encodings?.[0]?.ssrc ?? 0, 8);
  packet.writeUInt16BE(0xbede, 12);
  packet.writeUInt16BE(1, 14);
  packet[16] = AUDIO_LEVEL_ID << 4;
  packet[17] = 0x80 | loudness;
  return packet;
}
