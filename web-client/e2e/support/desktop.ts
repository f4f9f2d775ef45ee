import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { createInterface, type Interface } from "node:readline";
import { jdkHome } from "./jdk.ts";
import { ROOT } from "./places.ts";

const TARGET = `${ROOT}desktop-client/target`;

/** The desktop program without a screen, pressed and read by the names that a screen reader says. */
export class DesktopProgram {
  readonly #process: ChildProcess;
  readonly #answers: Interface;
  readonly #data: string;
  #printed = "";

  private constructor(child: ChildProcess, data: string) {
    this.#process = child;
    this.#data = data;
    this.#answers = createInterface({ input: child.stdout as NodeJS.ReadableStream });
    child.stderr?.on("data", (chunk: Buffer) => {
      this.#printed += chunk.toString();
    });
  }

  /** @param data the folder of one that was ended before; otherwise an empty one */
  static start(url: string, data = mkdtempSync(`${tmpdir()}/chatcall-desktop-`)): DesktopProgram {
    const classes = [`${TARGET}/test-classes`, `${TARGET}/classes`, `${TARGET}/lib/*`].join(":");
    const options = [
      "-Dglass.platform=Headless",
      "-Dprism.order=sw",
      "-Duser.language=en",
      "-Duser.country=GB",
    ];
    const child = spawn(
      `${jdkHome()}/bin/java`,
      [
        `@${ROOT}desktop-client/java.options`,
        ...options,
        "-cp",
        classes,
        "dev.chatcall.desktop.driver.DesktopDriver",
        url,
        "--data",
        data,
      ],
      { stdio: ["pipe", "pipe", "pipe"] },
    );
    return new DesktopProgram(child, data);
  }

  get data(): string {
    return this.#data;
  }

  /** Everything that it printed. */
  get log(): string {
    return this.#printed;
  }

  click(name: string): Promise<unknown> {
    return this.#say({ do: "click", name });
  }

  fill(name: string, text: string): Promise<unknown> {
    return this.#say({ do: "fill", name, text });
  }

  press(name: string): Promise<unknown> {
    return this.#say({ do: "press", name });
  }

  see(name: string): Promise<unknown> {
    return this.#say({ do: "see", name });
  }

  gone(name: string): Promise<unknown> {
    return this.#say({ do: "gone", name });
  }

  /** Everything that can be pressed or read. */
  names(): Promise<unknown> {
    return this.#say({ do: "names" });
  }

  title(): Promise<unknown> {
    return this.#say({ do: "title" });
  }

  picture(name: string): Promise<unknown> {
    return this.#say({ do: "picture", name });
  }

  frames(): Promise<readonly number[]> {
    return this.#say({ do: "frames" }) as Promise<readonly number[]>;
  }

  /** Ends it without a word, and leaves its folder for another. */
  async kill(): Promise<void> {
    const ended = once(this.#process, "exit");
    this.#process.kill("SIGKILL");
    await ended;
  }

  async close(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) await this.kill();
    rmSync(this.#data, { recursive: true, force: true });
  }

  async #say(command: Readonly<Record<string, string>>): Promise<unknown> {
    const heard = once(this.#answers, "line") as Promise<[string]>;
    this.#process.stdin?.write(`${JSON.stringify(command)}\n`);
    const [line] = await heard;
    const answer = JSON.parse(line) as { ok?: unknown; error?: string };
    if (answer.error !== undefined) throw new Error(`${answer.error}\n${this.#printed}`);
    return answer.ok;
  }
}
