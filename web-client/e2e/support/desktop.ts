import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { createInterface } from "node:readline";
import { jdkHome } from "./jdk.ts";
import { DESKTOP, ROOT } from "./places.ts";
import { expect } from "./test.ts";

/** What a line of a call has received until now. */
interface Received {
  readonly line: string;
  readonly kind: "audio" | "video";
  readonly packets: number;
  readonly frames: number;
  readonly energy: number;
}

/** A picture of a call: whose it is, and how often it was drawn anew. */
interface Drawn {
  readonly name: string;
  readonly frames: number;
}

interface Start {
  /** The folder of one that was ended before; otherwise an empty one. */
  readonly data?: string;
  /** `echo` says back what it hears; `hum` says a tone, and decodes no sound. */
  readonly sound?: "echo" | "hum";
}

/** The desktop program without a screen, pressed and read by the names that a screen reader says. */
export class DesktopProgram {
  readonly #process: ChildProcess;
  readonly #data: string;
  /** Who waits for an answer, the first first. */
  readonly #waiting: ((line: string | null) => void)[] = [];
  #printed = "";

  private constructor(child: ChildProcess, data: string) {
    this.#process = child;
    this.#data = data;
    const answers = createInterface({ input: child.stdout as NodeJS.ReadableStream });
    answers.on("line", (line) => this.#waiting.shift()?.(line));
    answers.on("close", () => {
      for (const tell of this.#waiting.splice(0)) tell(null);
    });
    child.stderr?.on("data", (chunk: Buffer) => {
      this.#printed += chunk.toString();
    });
  }

  static start(url: string, { data, sound = "echo" }: Start = {}): DesktopProgram {
    const folder = data ?? mkdtempSync(`${tmpdir()}/chatcall-desktop-`);
    const child = spawn(
      `${jdkHome()}/bin/java`,
      [
        `@${ROOT}desktop-client/java.options`,
        "-Dglass.platform=Headless",
        "-Dprism.order=sw",
        "-Duser.language=en",
        "-Duser.country=GB",
        `-Dchatcall.driver.sound=${sound}`,
        "-cp",
        [`${DESKTOP}/test-classes`, `${DESKTOP}/classes`, `${DESKTOP}/lib/*`].join(":"),
        "dev.chatcall.desktop.driver.DesktopDriver",
        url,
        "--data",
        folder,
      ],
      {
        stdio: ["pipe", "pipe", "pipe"],
        env: { ...process.env, PATH: `${noticesInto(folder)}:${process.env.PATH}` },
      },
    );
    return new DesktopProgram(child, folder);
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
  names(): Promise<readonly string[]> {
    return this.#say({ do: "names" }) as Promise<readonly string[]>;
  }

  title(): Promise<unknown> {
    return this.#say({ do: "title" });
  }

  picture(name: string): Promise<unknown> {
    return this.#say({ do: "picture", name });
  }

  /** Where something is in the window: 0 is its left or upper edge, 1 the right or lower one. */
  place(name: string): Promise<{ readonly x: number; readonly y: number }> {
    return this.#say({ do: "place", name }) as Promise<{ x: number; y: number }>;
  }

  /** How bright the window is on the whole, 0 to 1. */
  brightness(): Promise<number> {
    return this.#say({ do: "brightness" }) as Promise<number>;
  }

  /** Puts the window away, as into a tray. */
  away(): Promise<unknown> {
    return this.#say({ do: "away" });
  }

  /** Shows the window that was put away. */
  back(): Promise<unknown> {
    return this.#say({ do: "back" });
  }

  /** What the system was given to show: a title and a text each. */
  get notices(): readonly string[] {
    const file = `${this.#data}/notices`;
    return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
  }

  frames(): Promise<readonly Drawn[]> {
    return this.#say({ do: "frames" }) as Promise<readonly Drawn[]>;
  }

  received(): Promise<readonly Received[]> {
    return this.#say({ do: "received" }) as Promise<readonly Received[]>;
  }

  /**
   * Pictures of these people are drawn, and sound comes from so many: both grow while one looks.
   *
   * @param heard the sound is decoded too, which one that hums does not
   */
  async expectFlow({
    faces = [],
    sounds = 0,
    heard = true,
  }: {
    readonly faces?: readonly string[];
    readonly sounds?: number;
    readonly heard?: boolean;
  }): Promise<void> {
    const before = { drawn: await this.frames(), received: await this.received() };
    const loudness = (line: Received | undefined) => (heard ? line?.energy : line?.packets) ?? 0;
    await expect
      .poll(
        async () => {
          const drawn = (await this.frames()).filter(
            ({ name, frames }) => frames > (before.drawn.find((each) => each.name === name)?.frames ?? 0),
          );
          const loud = (await this.received()).filter(
            (now) =>
              now.kind === "audio" &&
              loudness(now) > loudness(before.received.find(({ line }) => line === now.line)),
          );
          return {
            faces: faces.filter((face) => drawn.some(({ name }) => name === face)),
            sounds: Math.min(loud.length, sounds),
          };
        },
        { timeout: 30_000 },
      )
      .toEqual({ faces, sounds })
      .catch(async (error: Error) => {
        const standing = JSON.stringify([await this.frames(), await this.received()], null, 2);
        const shown = (await this.names()).join(", ");
        throw new Error(`${error.message}\n\nIt receives ${standing}, and shows ${shown}\n${this.#printed}`, {
          cause: error,
        });
      });
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
    const heard = new Promise<string | null>((resolve) => this.#waiting.push(resolve));
    this.#process.stdin?.write(`${JSON.stringify(command)}\n`);
    const line = await heard;
    if (line === null) throw new Error(`It ended at ${JSON.stringify(command)}\n${this.#printed}`);
    const answer = JSON.parse(line) as { ok?: unknown; error?: string };
    if (answer.error !== undefined) throw new Error(`${answer.error}\n${this.#printed}`);
    return answer.ok;
  }
}

/** A folder with a `notify-send` that writes down what it is to show. */
function noticesInto(data: string): string {
  const bin = `${data}/bin`;
  mkdirSync(bin, { recursive: true });
  const words = `while [ "$1" != -- ]; do shift; done; printf '%s: %s\\n' "$2" "$3" >>'${data}/notices'`;
  writeFileSync(`${bin}/notify-send`, `#!/bin/sh\n${words}\n`, { mode: 0o755 });
  return bin;
}
