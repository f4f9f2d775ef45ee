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

/** @returns the value, or refuses with `not_found` */
export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) {
    throw new Refusal("not_found", `There is no such ${what}`);
  }
  return value;
}
