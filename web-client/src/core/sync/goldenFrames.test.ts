// @vitest-environment node
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { ConversationState, ServerFrame } from "../protocol.ts";
import { type FrameFolder, goldenFrames } from "../testing/goldenFrames.ts";
import { apply } from "./apply.ts";
import { emptyState, type SyncState } from "./model.ts";

const PROTOCOL = fileURLToPath(
  new URL("../../../../shared-protocol/typescript/protocol.ts", import.meta.url),
);
const COMPILER = join(createRequire(import.meta.url).resolve("typescript/package.json"), "../bin/tsc");

/** @returns what the compiler says; nothing when all is well */
function compile(source: string): string {
  const folder = mkdtempSync(join(tmpdir(), "golden-frames-"));
  try {
    const file = join(folder, "frames.ts");
    writeFileSync(file, source);
    const flags = ["--ignoreConfig", "--noEmit", "--strict", "--target", "es2023", "--module", "esnext"];
    const more = ["--moduleResolution", "bundler", "--allowImportingTsExtensions", "--types", ""];
    execFileSync(process.execPath, [COMPILER, ...flags, ...more, file], { encoding: "utf8" });
    return "";
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout ?? error);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Each frame as a value of its union, and the list of types as exactly those of the union. */
function sourceOf(folder: FrameFolder, union: string): string {
  const frames = goldenFrames(folder);
  const name = folder.replace("-", "");
  const values = frames.map(({ json }, i) => `export const ${name}${i}: ${union} = ${json.trim()};`);
  const types = frames.map(({ type }) => `${JSON.stringify(type)}: true`);
  return `${values.join("\n")}\nexport const ${name}Types: Record<${union}["type"], true> = { ${types.join(", ")} };\n`;
}

const UNIONS = [
  ["client", "ClientMessageUnion"],
  ["server", "ServerMessageUnion"],
  ["body", "MessageBodyUnion"],
  ["call-request", "CallRequestUnion"],
  ["call-reply", "CallReplyUnion"],
  ["call-event", "CallEventUnion"],
  ["signal", "SignalUnion"],
] as const;

const IMPORT = `import type { ${UNIONS.map(([, union]) => union).join(", ")} } from ${JSON.stringify(PROTOCOL)};\n`;

describe("golden frames", () => {
  test("are what the generated types say, one for each type", () => {
    const source = UNIONS.map(([folder, union]) => sourceOf(folder, union)).join("");
    expect(compile(IMPORT + source)).toBe("");
  }, 60_000);

  test("would be refused with a field of another kind, or with a type missing", () => {
    const wrong = sourceOf("server", "ServerMessageUnion").replace(/"seq": \d+/, '"seq": "first"');
    expect(compile(IMPORT + wrong)).toContain("TS2322");
    const missing = sourceOf("client", "ClientMessageUnion").replace('"ping": true, ', "");
    expect(compile(IMPORT + missing)).toContain("TS2741");
  }, 60_000);

  test.each(goldenFrames("server"))("$type changes what it is about", ({ type, json }) => {
    const frame = JSON.parse(json) as ServerFrame;
    expect(frame.type).toBe(type);
    const before = type === "conversation.state" ? emptyState("") : stateBefore();
    const after = apply(before, frame, {
      now: 0,
      bodyOf: () => ({ type: "text", text: "mine", mentions: [] }),
    });
    // Calls are kept apart, see `calls/callStore.ts`.
    const says = type === "error" || type === "pong" || type.startsWith("call.");
    expect(after.state === before).toBe(says);
  });
});

/** A state in which the golden conversation is known up to just before the golden change. */
function stateBefore(): SyncState {
  const golden = goldenFrames("server").find(({ type }) => type === "conversation.state")?.json ?? "";
  const whole = (JSON.parse(golden) as { state: ConversationState }).state;
  const frame: ServerFrame = { type: "conversation.state", state: whole };
  const [me] = whole.participants;
  return apply(emptyState(me?.accountId ?? ""), frame, { now: 0, bodyOf: () => null }).state;
}

test("a frame of a type that is not known changes nothing", () => {
  const before = stateBefore();
  const unknown = { type: "poll.opened", question: "?" } as unknown as ServerFrame;
  expect(apply(before, unknown, { now: 0, bodyOf: () => null })).toEqual({ state: before, effects: [] });
});
