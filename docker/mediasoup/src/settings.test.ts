import { mkdtempSync, writeFileSync } from "node:fs";
import { isIPv4 } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ownAddress } from "./address.ts";
import { readSettings, SettingsError } from "./settings.ts";

const CHATCALL_MEDIA_SECRET = "x".repeat(32);

const read = (variables: Record<string, string>) => readSettings(variables, "192.0.2.7");

describe("settings", () => {
  it("need nothing but a secret", () => {
    expect(read({ CHATCALL_MEDIA_SECRET })).toMatchObject({
      host: "127.0.0.1",
      port: 44_380,
      mediaPorts: [44_400, 44_499],
      announcedAddress: "192.0.2.7",
    });
  });

  it("take the secret from a file", () => {
    const file = join(mkdtempSync(join(tmpdir(), "media-")), "secret");
    writeFileSync(file, `${CHATCALL_MEDIA_SECRET}\n`, { mode: 0o600 });
    expect(read({ CHATCALL_MEDIA_SECRET_FILE: file }).secret).toBe(CHATCALL_MEDIA_SECRET);
  });

  it("listen where only this machine can reach when that is what is announced", () => {
    const of = (address: string) =>
      read({ CHATCALL_MEDIA_SECRET, CHATCALL_MEDIA_ANNOUNCED_ADDRESS: address }).listenAddress;
    expect(of("127.0.0.1")).toBe("127.0.0.1");
    expect(of("chat.example.org")).toBe("0.0.0.0");
  });

  it("announce an address of this machine", async () => {
    expect(isIPv4(await ownAddress())).toBe(true);
  });

  it.each([
    [{}],
    [{ CHATCALL_MEDIA_SECRET: "short" }],
    [{ CHATCALL_MEDIA_SECRET_FILE: "/there/is/none" }],
    [{ CHATCALL_MEDIA_SECRET, CHATCALL_MEDIA_PORT: "70000" }],
    [{ CHATCALL_MEDIA_SECRET, CHATCALL_MEDIA_WORKERS: "0" }],
    [{ CHATCALL_MEDIA_SECRET, CHATCALL_MEDIA_PORTS: "5000-4000" }],
    [{ CHATCALL_MEDIA_SECRET, CHATCALL_MEDIA_PORTS: "many" }],
  ])("that make no sense are said to: %j", (variables) => {
    expect(() => read(variables)).toThrow(SettingsError);
  });
});
