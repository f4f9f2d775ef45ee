import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { jdkHome } from "./jdk.ts";
import { ROOT, SERVER_JAR, WEB_ROOT } from "./places.ts";

const START_MS = 60_000;
const STOP_MS = 20_000;

/** What a killed server leaves running. */
export type Survivors = "nothing" | "database";

/** A real server with a PostgreSQL of its own on a new data folder; it can be killed and started again. */
export class ChatServer {
  readonly #environment: Readonly<Record<string, string>>;
  readonly #data = mkdtempSync(`${tmpdir()}/chatcall-e2e-`);
  readonly #killOnExit = () => this.#killAll();
  #process: ChildProcess | null = null;
  #port = 0;
  #log = "";

  private constructor(environment: Readonly<Record<string, string>>) {
    this.#environment = environment;
    process.on("exit", this.#killOnExit);
  }

  /** @param environment settings (`CHATCALL_*`) beside the usual ones: no rate limits, open registration */
  static async start(environment: Readonly<Record<string, string>> = {}): Promise<ChatServer> {
    const server = new ChatServer(environment);
    server.#takeProgramsOf(ChatServer.#first);
    await server.startAgain();
    ChatServer.#first ??= server;
    return server;
  }

  /** The server that unpacked PostgreSQL; later ones use its programs. */
  static #first: ChatServer | null = null;

  get port(): number {
    return this.#port;
  }

  /** Of the server's process, 0 while it does not run. */
  get pid(): number {
    return this.#process?.pid ?? 0;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Everything that the server has logged. */
  get log(): string {
    return this.#log;
  }

  /** Starts on the same data and port as before, and waits until it answers. */
  async startAgain(): Promise<void> {
    const child = spawn(
      `${jdkHome()}/bin/java`,
      ["@server/java.options", "-jar", SERVER_JAR, "--port", String(this.#port), "--data", this.#data],
      {
        cwd: ROOT,
        // A process group of its own, so that all of it can be killed.
        detached: true,
        stdio: ["ignore", "pipe", "pipe"],
        env: {
          PATH: process.env.PATH,
          HOME: process.env.HOME,
          CHATCALL_HOST: "127.0.0.1",
          CHATCALL_WEB_ROOT: WEB_ROOT,
          CHATCALL_RATE_LIMITS: "off",
          CHATCALL_MEDIA: "off",
          ...(process.env.MEDIASOUP_WORKER_BIN !== undefined && {
            MEDIASOUP_WORKER_BIN: process.env.MEDIASOUP_WORKER_BIN,
          }),
          ...this.#environment,
        },
      },
    );
    this.#process = child;
    this.#port = await this.#untilReady(child);
  }

  #untilReady(child: ChildProcess): Promise<number> {
    return new Promise((resolve, reject) => {
      const begun = this.#log.length;
      const fail = (why: string) => reject(new Error(`${why}:\n${this.#log.slice(begun)}`));
      const timer = setTimeout(() => fail("The server was not ready in time"), START_MS);
      const read = (chunk: Buffer) => {
        this.#log += chunk.toString();
        const port = /ChatCall is ready at http:\/\/[^:]+:(\d+)/.exec(this.#log.slice(begun))?.[1];
        if (port === undefined) return;
        clearTimeout(timer);
        resolve(Number(port));
      };
      child.stdout?.on("data", read);
      child.stderr?.on("data", read);
      child.on("exit", (code) => {
        clearTimeout(timer);
        fail(`The server ended with ${code}`);
      });
    });
  }

  /** Kills the server with a signal that it cannot handle. */
  async kill(survivors: Survivors): Promise<void> {
    const child = this.#process;
    if (!child?.pid) return;
    const database = this.#databasePid();
    const ended = once(child, "exit");
    if (survivors === "nothing" && database !== null) killQuietly(database);
    killQuietly(-child.pid);
    await ended;
    this.#process = null;
  }

  /** Stops in order, as Ctrl-C does. The data stays. */
  async stop(): Promise<void> {
    const child = this.#process;
    if (!child?.pid) return;
    const ended = once(child, "exit");
    const patience = setTimeout(() => child.pid && killQuietly(-child.pid), STOP_MS);
    child.kill("SIGTERM");
    await ended;
    clearTimeout(patience);
    this.#process = null;
  }

  /** Stops, and leaves nothing behind. */
  async close(): Promise<void> {
    await this.stop();
    this.#killAll();
    process.off("exit", this.#killOnExit);
    if (ChatServer.#first === this) ChatServer.#first = null;
    rmSync(this.#data, { recursive: true, force: true });
  }

  #killAll(): void {
    if (this.#process?.pid) killQuietly(-this.#process.pid);
    const database = this.#databasePid();
    if (database !== null) killQuietly(database);
  }

  /** The process id of this server's PostgreSQL, if it runs. */
  #databasePid(): number | null {
    const file = `${this.#data}/postgresql/cluster/postmaster.pid`;
    if (!existsSync(file)) return null;
    const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
    const command = `/proc/${pid}/cmdline`;
    return existsSync(command) && readFileSync(command, "utf8").includes(this.#data) ? pid : null;
  }

  /** Hard links instead of unpacking the same archive again: seconds for each server. */
  #takeProgramsOf(other: ChatServer | null): void {
    if (other === null) return;
    spawnSync("sh", [
      "-c",
      'mkdir -p "$2/postgresql" && cp -al "$1"/postgresql/[0-9]* "$2/postgresql/"',
      "sh",
      other.#data,
      this.#data,
    ]);
  }
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
}
