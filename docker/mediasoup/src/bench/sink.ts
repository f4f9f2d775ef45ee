import { Worker } from "node:worker_threads";

/** A UDP port whose packets nobody reads: sending to it costs the sender what it always costs, and this process nothing. */
export class Sink {
  readonly port: number;
  private readonly thread: Worker;

  private constructor(thread: Worker, port: number) {
    this.thread = thread;
    this.port = port;
  }

  static open(): Promise<Sink> {
    const thread = new Worker(
      `const { parentPort } = require("node:worker_threads");
       const socket = require("node:dgram").createSocket("udp4");
       socket.bind(0, "127.0.0.1", () => {
         parentPort.postMessage(socket.address().port);
         setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
       });`,
      { eval: true },
    );
    return new Promise((resolve, reject) => {
      thread.once("message", (port: number) => resolve(new Sink(thread, port)));
      thread.once("error", reject);
    });
  }

  async close(): Promise<void> {
    await this.thread.terminate();
  }
}
