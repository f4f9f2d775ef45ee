import { reason } from "./log.ts";
import type { Refused } from "./protocol.ts";

type Code = "not_found" | "invalid" | "draining" | "failed";

/** A command cannot be done, and nothing was changed. */
export class Refusal extends Error {
  readonly code: Code;

  constructor(code: Code, detail: string) {
    super(detail);
    this.code = code;
  }

  reply(): Refused {
    return { type: "refused", code: this.code, detail: this.message };
  }
}

/**
 * What mediasoup threw, as a refusal where it is one: a worker closes what loses its source by itself, and its word of
 * that may come after somebody asked for it.
 */
export function refusalOf(failure: unknown): Refusal | undefined {
  if (failure instanceof Refusal) {
    return failure;
  }
  const closed = /handler with ID \S+ not found/.test(reason(failure));
  return closed ? new Refusal("not_found", "It was closed this moment") : undefined;
}

/** @returns the value, or refuses with `not_found` */
export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) {
    throw new Refusal("not_found", `There is no such ${what}`);
  }
  return value;
}

/** Does what depends on a client's parameters: mediasoup throws when it does not take them. */
export async function taken<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (failure) {
    const workerIsGone = failure instanceof Error && failure.name === "WorkerClosedError";
    throw refusalOf(failure) ?? new Refusal(workerIsGone ? "failed" : "invalid", reason(failure));
  }
}

/** The same for what is done at once: what a client's parameters make it stumble over is refused with `invalid`. */
export function understood<T>(task: () => T): T {
  try {
    return task();
  } catch (failure) {
    throw refusalOf(failure) ?? new Refusal("invalid", reason(failure));
  }
}
