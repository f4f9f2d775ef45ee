import type { Timers } from "../ports.ts";
import type { IceServer } from "../protocol.ts";
import { rtcServers } from "./peerLink.ts";
import { type Finding, failed, passed, type SelfTestContext, skipped } from "./selfTest.ts";

/** How long a STUN or TURN server has to answer. Chromium itself asks in vain for some 40 s before it says so. */
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
  try {
    const pc = platform.peerConnection({
      iceServers: rtcServers(servers),
      iceTransportPolicy: kind === "turn" ? "relay" : "all",
    });
    return await gather(pc, kind, ports.timers).finally(() => pc.close());
  } catch (error) {
    // The browser cannot read the address, so it is wrong.
    if (error instanceof DOMException && error.name === "SyntaxError") return failed(words.silent);
    throw error;
  }
}

function gather(pc: RTCPeerConnection, kind: Kind, timers: Timers): Promise<Finding> {
  const errors: number[] = [];
  let hosts = 0;
  let stopTimer = () => {};
  return new Promise<Finding>((resolve, reject) => {
    stopTimer = timers.after(ANSWER_WITHIN_MS, () => resolve(silence(kind, errors)));
    pc.onicecandidateerror = ({ errorCode }) => errors.push(errorCode);
    pc.onicecandidate = ({ candidate }) => {
      if (candidate?.type === WORDS[kind].candidate) resolve(passed(candidate.address));
      else if (candidate?.type === "host") hosts += 1;
      else if (candidate === null)
        resolve(kind === "stun" && hosts > 0 ? answered(errors) : silence(kind, errors));
    };
    pc.createDataChannel("check");
    pc.createOffer()
      .then((offer) => pc.setLocalDescription(offer))
      .catch(reject);
  }).finally(() => stopTimer());
}

/**
 * On the network of the server itself STUN tells nothing new, and the browser leaves that candidate out: gathering that
 * ended by itself and without an error was answered.
 */
function answered(errors: readonly number[]): Finding {
  return errors.length === 0 ? passed() : silence("stun", errors);
}

function silence(kind: Kind, errors: readonly number[]): Finding {
  const refused = kind === "turn" && errors.some((code) => REFUSALS.includes(code));
  return failed(refused ? "turn_refused" : WORDS[kind].silent);
}
