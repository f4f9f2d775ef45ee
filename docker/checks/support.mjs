import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";

export const DOCKER = fileURLToPath(new URL("..", import.meta.url));

/** Where a program of the system is; Debian keeps servers outside of an ordinary person's path. */
export function programOf(name) {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/sbin"];
  return folders.map((folder) => `${folder}/${name}`).find((path) => existsSync(path)) ?? null;
}

/** A folder that goes with the test. */
export function folderFor(test) {
  const folder = mkdtempSync(`${tmpdir()}/chatcall-docker-`);
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** Starts a program that ends with the test, and waits until it has printed what tells that it is ready. */
export async function start(test, program, options, environment, ready) {
  const child = spawn(program, options, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  test.after(async () => {
    if (child.exitCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
  });
  let printed = "";
  await new Promise((resolve, reject) => {
    const read = (chunk) => {
      printed += chunk;
      if (ready.test(printed)) resolve();
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("exit", (code) => reject(new Error(`${program} ended with ${code}:\n${printed}`)));
  });
  return child;
}

/** Asks again until it is answered. */
export async function eventually(ask) {
  const deadline = Date.now() + 10_000;
  while (true) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
