import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { afterEach, describe, expect, it, vi } from "vitest";
import WebSocket from "ws";
import { noWorker, SECRET, TestEndpoint, TestServer } from "./testing/TestMedia.ts";

const root = new URL("..", import.meta.url).pathname;

describe.skipIf(noWorker)(`the process${noWorker ? ` (${noWorker})` : ""}`, () => {
  let child: ChildProcess;
  afterEach(() => child.kill("SIGKILL"));

  async function start(...flags: string[]): Promise<string> {
    child = spawn("node", [".", ...flags], {
      cwd: root,
      env: {
        ...process.env,
        CHATCALL_MEDIA_PORT: "0",
        CHATCALL_MEDIA_SECRET: SECRET,
        CHATCALL_MEDIA_WORKERS: "1",
        CHATCALL_MEDIA_PORTS: "45100-45199",
        CHATCALL_MEDIA_ANNOUNCED_ADDRESS: "127.0.0.1",
      },
      stdio: ["pipe", "pipe", "inherit"],
    });
    const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
    const [line] = (await once(lines, "line")) as [string];
    return line.replace(/^The media service is ready at http/, "ws");
  }

  async function connect(url: string): Promise<TestServer> {
    const server = new TestServer(
      new WebSocket(`${url}/control`, { headers: { Authorization: `Bearer ${SECRET}` } }),
    );
    await server.until(() => server.welcome);
    return server;
  }

  it("ends when the other end of its standard input is gone", async () => {
    await start("--child");
    child.stdin?.end();
    expect(await once(child, "exit")).toEqual([0, null]);
  });

  it("lets calls end after a SIGTERM, and opens none", async () => {
    const server = await connect(await start());
    const roomId = randomUUID();
    const anna = await TestEndpoint.join(server, roomId);
    child.kill("SIGTERM");

    await vi.waitFor(async () => {
      const other = randomUUID();
      const refusal = await server.refusal({ type: "room.open", roomId: other });
      await server.ask({ type: "room.close", roomId: other }, "done");
      expect(refusal).toBe("draining");
    });
    await server.ask(anna.openTransport(true), "transport");
    expect(child.exitCode).toBeNull();
    const exit = once(child, "exit");
    await server.ask({ type: "room.close", roomId }, "done");
    expect(await exit).toEqual([0, null]);
  });

  it("ends at once when told twice", async () => {
    const server = await connect(await start());
    await TestEndpoint.join(server, randomUUID());
    const exit = once(child, "exit");
    child.kill("SIGTERM");
    await server.until(() => server.welcome);
    child.kill("SIGINT");
    expect(await exit).toEqual([0, null]);
  });
});
