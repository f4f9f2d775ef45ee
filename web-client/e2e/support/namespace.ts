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

const ALL_UDP = ["ipproto", "udp", "blackhole"];

/** A network of its own for a browser, behind a router; the cable and what the router lets through are the test's. */
export class Namespace {
  /** This machine, as the browser sees it. */
  readonly address = "10.211.7.1";
  readonly #name = `chatcall${process.pid}`;
  readonly #router = `${this.#name}router`;
  readonly #folder = mkdtempSync(`${tmpdir()}/chatcall-namespace-`);

  constructor() {
    const near = `ccn${process.pid % 10_000}`;
    for (const name of [this.#name, this.#router]) {
      ip("netns", "add", name);
      ip("-n", name, "link", "set", "lo", "up");
    }
    ip("link", "add", near, "type", "veth", "peer", "name", "wan", "netns", this.#router);
    this.#routing("link", "add", "lan", "type", "veth", "peer", "name", "far", "netns", this.#name);
    ip("addr", "add", `${this.address}/30`, "dev", near);
    this.#routing("addr", "add", "10.211.7.2/30", "dev", "wan");
    this.#routing("addr", "add", "10.211.7.5/30", "dev", "lan");
    this.#inside("addr", "add", "10.211.7.6/30", "dev", "far");
    ip("link", "set", near, "up");
    this.#routing("link", "set", "wan", "up");
    this.#routing("link", "set", "lan", "up");
    this.#routing("route", "add", "default", "via", this.address);
    ip("route", "add", "10.211.7.4/30", "via", "10.211.7.2");
    ip("netns", "exec", this.#router, "sh", "-c", "echo 1 >/proc/sys/net/ipv4/ip_forward");
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
    this.#inside("route", "replace", "default", "via", "10.211.7.5");
  }

  /** The router drops UDP without a word: what goes over TCP, such as the line to the server, stays. */
  dropUdp(): void {
    this.#routing("rule", "add", ...ALL_UDP);
  }

  passUdp(): void {
    this.#routing("rule", "del", ...ALL_UDP);
  }

  close(): void {
    for (const name of [this.#name, this.#router]) ip("netns", "del", name);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #inside(...words: readonly string[]): void {
    ip("-n", this.#name, ...words);
  }

  #routing(...words: readonly string[]): void {
    ip("-n", this.#router, ...words);
  }
}

function ip(...words: readonly string[]): void {
  execFileSync(IP ?? "ip", words, { stdio: "pipe" });
}
