import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { version as mediasoupVersion } from "mediasoup";
import { ControlServer, type Service } from "./control/ControlServer.ts";
import { Outlet } from "./control/Outlet.ts";
import type { Context } from "./handlers/context.ts";
import { dispatch } from "./handlers/dispatch.ts";
import { metrics } from "./metrics.ts";
import { type Command, type Reply, VERSION, type Welcome } from "./protocol.ts";
import { Rooms } from "./room/Rooms.ts";
import type { Settings } from "./settings.ts";
import { Workers } from "./workers/Workers.ts";

const SWEEP_MS = 10_000;
/** For the answers to what closed the last room. */
const LAST_ANSWERS_MS = 100;

/** The whole service, put together: workers, rooms, and the connection that commands them. */
export class MediaService implements Service {
  readonly workers: Workers;
  readonly rooms: Rooms;
  private readonly settings: Settings;
  private readonly instanceId = randomUUID();
  private readonly outlet = new Outlet();
  private readonly control: ControlServer;
  private readonly context: Context;
  private readonly sweep: NodeJS.Timeout;

  constructor(settings: Settings) {
    this.settings = settings;
    this.rooms = new Rooms((event) => this.outlet.tell(event));
    this.workers = new Workers(settings, (worker) => this.rooms.workerDied(worker));
    this.control = new ControlServer(this, this.outlet, settings);
    this.context = { rooms: this.rooms, workers: this.workers, settings };
    this.sweep = setInterval(() => this.rooms.closeUnused(Date.now()), SWEEP_MS).unref();
  }

  /**
   * Starts the workers and listens.
   *
   * @returns the control connection's port
   */
  async start(): Promise<number> {
    await this.workers.start();
    return this.control.listen(this.settings.host, this.settings.port);
  }

  /** Lets calls end for a while, opens none, and closes. */
  async drain(): Promise<void> {
    await Promise.race([this.rooms.drained(), pause(this.settings.drainSeconds * 1000)]);
    await pause(LAST_ANSWERS_MS);
    this.close();
  }

  close(): void {
    clearInterval(this.sweep);
    this.control.close();
    this.workers.close();
  }

  welcome(): Welcome {
    const ports = this.workers.all().map((worker) => worker.port);
    return {
      type: "welcome",
      version: VERSION,
      instanceId: this.instanceId,
      mediasoup: mediasoupVersion,
      workers: this.settings.workers,
      announcedAddress: this.settings.announcedAddress,
      ports: ports.length === 0 ? [...this.settings.mediaPorts] : [Math.min(...ports), Math.max(...ports)],
    };
  }

  ask(command: Command): Promise<Reply> {
    return dispatch(this.context, command);
  }

  health(): object {
    const workers = this.workers.all().length;
    const status = workers === 0 ? "unavailable" : this.rooms.draining ? "draining" : "ok";
    return { status, workers, rooms: this.rooms.all().length, mediasoup: mediasoupVersion };
  }

  metrics(): Promise<string> {
    return metrics(this.rooms, this.workers);
  }
}
