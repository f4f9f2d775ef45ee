/** How long to wait before the next try to connect. */
export interface ReconnectPolicy {
  /** @param failures how many tries in a row failed before, from 0; the answer is in milliseconds */
  delay(failures: number): number;
}

/** Whoever is in a call keeps the place in it for half a minute (`LIMITS.CALL_AWAY_SECONDS`). */
const IN_CALL_LONGEST_MS = 2_000;

/** As the policy says, but soon while it is urgent. */
export function hurried(policy: ReconnectPolicy, urgent: () => boolean): ReconnectPolicy {
  return {
    delay: (failures) => {
      const delay = policy.delay(failures);
      return urgent() ? Math.min(delay, IN_CALL_LONGEST_MS) : delay;
    },
  };
}

const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/**
 * Doubles from half a second to thirty seconds, with full jitter: after a server's restart its clients come back
 * spread out, not all at once.
 *
 * @param fraction a random number, 0 ≤ x < 1
 */
export function backOff(fraction: () => number): ReconnectPolicy {
  return {
    delay: (failures) =>
      Math.floor(fraction() * Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 16))),
  };
}
