import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";

const IP = ["/usr/sbin/ip", "/sbin/ip", "/usr/bin/ip"].find((path) => existsSync(path));

/** Why there can be no namespace here, or null. */
export const NO_NAMESPACE =
  IP === undefined
    ? "the program ip is missing, so nothing is said about a network that goes away: apt-get install iproute2"
    : process.getuid?.() !== 0
      ? "only root makes network namespaces, so nothing is said about a network that goes away"
      : null;

/** A network of its own for a browser, with one cable to this machine that can be pulled. */
export class Namespace {
  /** This machine, at the near end of the cable. */
  readonly address = "10.211.7.1";
  readonly #name = `chatcall${process.pid}`;
  readonly #folder = mkdtempSync(`${tmpdir()}/chatcall-namespace-`);

  constructor() {
    const [near, far] = [`ccn${process.pid % 10_000}`, "far"];
    ip("netns", "add", this.#name);
    ip("link", "add", near, "type", "veth", "peer", "name", far, "netns", this.#name);
    ip("addr", "add", `${this.address}/30`, "dev", near);
    ip("link", "set", near, "up");
    this.#inside("addr", "add", "10.211.7.2/30", "dev", far);
    this.#inside("link", "set", "lo", "up");
    this.plug();
  }

  /** A program that runs another one in here. */
  programFor(program: string): string {
    const script = `${this.#folder}/run`;
    writeFileSync(script, `#!/bin/sh\nexec ${IP} netns exec ${this.#name} ${program} "$@"\n`);
    chmodSync(script, 0o755);
    return script;
  }

  /** Nothing gets in or out, and programs in here see that. */
  pull(): void {
    this.#inside("link", "set", "far", "down");
  }

  plug(): void {
    this.#inside("link", "set", "far", "up");
    this.#inside("route", "replace", "default", "via", this.address);
  }

  close(): void {
    ip("netns", "del", this.#name);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #inside(...words: readonly string[]): void {
    ip("-n", this.#name, ...words);
  }
}

function ip(...words: readonly string[]): void {
  execFileSync(IP ?? "ip", words, { stdio: "pipe" });
}
