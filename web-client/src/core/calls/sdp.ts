/** The few things that calls read and set in session descriptions (RFC 8866, RFC 7587). Pure. */

/** Lets the other end send Opus with forward error correction, and next to nothing while it is quiet. */
export function withOpusTuning(sdp: string): string {
  const opus = [...sdp.matchAll(/^a=rtpmap:(\d+) opus\/48000/gim)].map(([, payload]) => payload);
  return opus.reduce<string>((text, payload) => {
    const line = new RegExp(`^a=fmtp:${payload} (.*)$`, "gm");
    return text.replace(line, (_, parameters: string) => {
      const rest = parameters
        .trim()
        .split(";")
        .filter((parameter) => parameter !== "" && !/^(useinbandfec|usedtx)=/.test(parameter));
      return `a=fmtp:${payload} ${[...rest, "useinbandfec=1", "usedtx=1"].join(";")}`;
    });
  }, sdp);
}

/**
 * Lets the other end begin its pictures with so many kbit/s, where a browser would send the first one, the largest, at a
 * careful 300 (Chromium's `x-google-start-bitrate`; others ignore it).
 */
export function withStartBitrate(sdp: string, kilobits: number): string {
  const start = `x-google-start-bitrate=${kilobits}`;
  const codecs = [...sdp.matchAll(/^a=rtpmap:(\d+) (?:VP8|VP9|H264|AV1)\/90000\r?$/gim)];
  return codecs.reduce((text, [rtpmap, payload]) => {
    const fmtp = new RegExp(`^a=fmtp:${payload} [^\\r\\n]*`, "m");
    return fmtp.test(text)
      ? text.replace(fmtp, (line) => `${line};${start}`)
      : text.replace(rtpmap, () => `${rtpmap.trimEnd()}\r\na=fmtp:${payload} ${start}\r`);
  }, sdp);
}

/** Stays the same through a connection's life and is another for another connection (the `o=` line's second word). */
export function sessionOf(sdp: string): string | null {
  return /^o=\S+ (\S+)/m.exec(sdp)?.[1] ?? null;
}

/** Whether a candidate with this ICE user name belongs to the description. Without a name it is taken to. */
export function belongsTo(sdp: string, usernameFragment: string | null): boolean {
  return usernameFragment === null || sdp.includes(`a=ice-ufrag:${usernameFragment}`);
}
