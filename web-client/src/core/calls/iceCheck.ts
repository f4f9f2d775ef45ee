import type { IceServer } from "../protocol.ts";
import { rtcServers } from "./peerLink.ts";
import { type Finding, failed, passed, type SelfTestContext, skipped } from "./selfTest.ts";

/** How long a STUN or TURN server has to answer. */
const ANSWER_WITHIN_MS = 8_000;
/** What TURN answers to wrong credentials (RFC 8489, RFC 8656). */
const REFUSALS: readonly number[] = [401, 403, 438, 441];

type Kind = "stun" | "turn";

const WORDS = {
  stun: { none: "stun_not_configured", silent: "stun_unreachable", candidate: "srflx" },
  turn: { none: "turn_not_configured", silent: "turn_unreachable", candidate: "relay" },
} as const;

/** Gathers candidates through these servers alone. */
export async function iceCheck(
  { platform, ports }: Pick<SelfTestContext, "platform" | "ports">,
  servers: readonly IceServer[],
  kind: Kind,
): Promise<Finding> {
  const words = WORDS[kind];
  if (servers.length === 0) return skipped(words.none);
  const pc = platform.peerConnection({
    iceServers: rtcServers(servers),
    iceTransportPolicy: kind === "turn" ? "relay" : "all",
  });
  try {
    return await new Promise<Finding>((resolve) => {
      const errors: number[] = [];
      const done = () => resolve(silence(kind, errors));
      const stopTimer = ports.timers.after(ANSWER_WITHIN_MS, done);
      pc.onicecandidateerror = ({ errorCode }) => errors.push(errorCode);
      pc.onicecandidate = ({ candidate }) => {
        if (candidate?.type !== words.candidate && candidate !== null) return;
        stopTimer();
        if (candidate) resolve(passed(candidate.address));
        else done();
      };
      pc.createDataChannel("check");
      void pc.createOffer().then((offer) => pc.setLocalDescription(offer));
    });
  } finally {
    pc.close();
  }
}

/**
 * No candidate of the kind came. On the network of the server itself STUN tells nothing new, and the browser leaves that
 * candidate out: without an error the server did answer.
 */
function silence(kind: Kind, errors: readonly number[]): Finding {
  if (kind === "stun") return errors.length === 0 ? passed() : failed("stun_unreachable");
  return failed(errors.some((code) => REFUSALS.includes(code)) ? "turn_refused" : "turn_unreachable");
}
