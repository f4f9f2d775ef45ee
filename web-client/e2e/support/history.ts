import type { Message } from "@protocol";
import { expect } from "./test.ts";

/** Checks that a conversation's messages are numbered 1, 2, 3 … and that no id is there twice. */
export function expectDense(history: readonly Message[]): void {
  expect(history.map((message) => message.seq)).toEqual(history.map((_, at) => at + 1));
  expect(new Set(history.map((message) => message.id)).size).toBe(history.length);
}

/** The words of the messages that people wrote. */
export function textsOf(history: readonly Message[]): readonly string[] {
  return history.flatMap(({ body }) => (body.type === "text" ? [body.text] : []));
}
