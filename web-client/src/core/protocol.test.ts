// @vitest-environment node
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { LIMITS, PROTOCOL_VERSION } from "./protocol.ts";

const JAVA = fileURLToPath(
  new URL("../../../shared-protocol/src/main/java/dev/chatcall/protocol/Limits.java", import.meta.url),
);

/** The constants of the Java class; a product such as `8 * 1024` is worked out. */
function limitsOfServer(): ReadonlyMap<string, number> {
  const constants = readFileSync(JAVA, "utf8").matchAll(/int (\w+) = ([\d_* ]+);/g);
  return new Map(
    [...constants].map(([, name = "", value = ""]) => [
      name,
      value
        .replaceAll("_", "")
        .split("*")
        .reduce((product, factor) => product * Number(factor), 1),
    ]),
  );
}

test("the limits are those of the server", () => {
  const server = limitsOfServer();
  expect(server.get("PROTOCOL_VERSION")).toBe(PROTOCOL_VERSION);
  for (const [name, value] of Object.entries(LIMITS)) expect([name, server.get(name)]).toEqual([name, value]);
});
