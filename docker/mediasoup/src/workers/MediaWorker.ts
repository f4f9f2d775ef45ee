import { createWorker, type types } from "mediasoup";
import type { Settings } from "../settings.ts";

/** One mediasoup worker, which is a process, with the one port that all of its clients use. */
export class MediaWorker {
  readonly worker: types.Worker;
  readonly webRtcServer: types.WebRtcServer;
  readonly port: number;
  /** How many consumers it feeds: what its load is made of. */
  consumers = 0;

  private constructor(worker: types.Worker, webRtcServer: types.WebRtcServer, port: number) {
    this.worker = worker;
    this.webRtcServer = webRtcServer;
    this.port = port;
  }

  /** @throws when there is no worker program, or none of the ports is free */
  static async start(settings: Settings): Promise<MediaWorker> {
    const worker = await withoutSignals(() => createWorker({ logLevel: "error" }));
    try {
      const [webRtcServer, port] = await listen(worker, settings);
      return new MediaWorker(worker, webRtcServer, port);
    } catch (failure) {
      worker.close();
      throw failure;
    }
  }

  close(): void {
    this.worker.close();
  }
}

/** mediasoup closes a worker at the first signal, when calls should still be let end: whoever drains closes it. */
async function withoutSignals(create: () => Promise<types.Worker>): Promise<types.Worker> {
  const signals = ["SIGINT", "SIGTERM"] as const;
  const before = signals.map((signal) => process.listeners(signal));
  const worker = await create();
  signals.forEach((signal, i) => {
    for (const listener of process.listeners(signal).filter((added) => !before[i]?.includes(added))) {
      process.removeListener(signal, listener);
    }
  });
  return worker;
}

/** The first port of the range that is free for UDP and for TCP. */
async function listen(worker: types.Worker, settings: Settings): Promise<[types.WebRtcServer, number]> {
  const [first, last] = settings.mediaPorts;
  const address = { ip: settings.listenAddress, announcedAddress: settings.announcedAddress };
  for (let port = first; port <= last; port++) {
    try {
      const webRtcServer = await worker.createWebRtcServer({
        listenInfos: [
          { protocol: "udp", ...address, port },
          { protocol: "tcp", ...address, port },
        ],
      });
      return [webRtcServer, port];
    } catch (failure) {
      if (worker.closed || port === last) {
        throw failure;
      }
    }
  }
  throw new Error("unreachable");
}
