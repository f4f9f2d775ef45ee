import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { ROOT } from "./places.ts";

const SECRET = "a secret of the browser tests";

/** Debian's coturn on the configuration of the containers, on loopback. */
export class Turn {
  readonly #folder: string;
  readonly #process: ChildProcess;
  readonly #port: number;

  private constructor(folder: string, child: ChildProcess, port: number) {
    this.#folder = folder;
    this.#process = child;
    this.#port = port;
  }

  static async start(): Promise<Turn> {
    const folder = mkdtempSync(`${tmpdir()}/chatcall-turn-`);
    writeFileSync(`${folder}/turn.secret`, SECRET);
    const port = await freePort();
    const options = [
      "--listening-ip=127.0.0.1",
      "--relay-ip=127.0.0.1",
      `--listening-port=${port}`,
      // Everybody is on this machine here.
      "--allow-loopback-peers",
      "--allowed-peer-ip=127.0.0.1",
      `--pidfile=${folder}/pid`,
      `--userdb=${folder}/users`,
    ];
    const child = spawn("sh", [`${ROOT}docker/coturn/start.sh`, ...options], {
      stdio: ["ignore", "pipe", "inherit"],
      env: {
        PATH: `${process.env.PATH}:/usr/sbin`,
        TMPDIR: folder,
        CHATCALL_SECRETS: folder,
        CHATCALL_COTURN_CONF: `${ROOT}docker/coturn/turnserver.conf`,
      },
    });
    await new Promise<void>((resolve, reject) => {
      let printed = "";
      child.stdout.on("data", (chunk: Buffer) => {
        printed += chunk.toString();
        if (printed.includes("SQLite DB connection success")) resolve();
      });
      child.on("exit", () => reject(new Error(`coturn did not start:\n${printed}`)));
    });
    return new Turn(folder, child, port);
  }

  /** What a server needs to hand this relay out. */
  get environment(): Readonly<Record<string, string>> {
    return {
      CHATCALL_TURN_URLS: `turn:127.0.0.1:${this.#port}?transport=udp`,
      CHATCALL_TURN_SECRET: SECRET,
    };
  }

  /** The same server, as one that tells who asks their own address. */
  get stunUrl(): string {
    return `stun:127.0.0.1:${this.#port}`;
  }

  async close(): Promise<void> {
    const ended = once(this.#process, "exit");
    this.#process.kill("SIGTERM");
    await ended;
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
