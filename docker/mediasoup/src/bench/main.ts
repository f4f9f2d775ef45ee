import { availableParallelism, cpus } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { createWorker, type types, version } from "mediasoup";
import { mediaCodecs } from "../room/codecs.ts";
import { missingWorker } from "../workers/program.ts";
import { Camera } from "./Camera.ts";
import { Sink } from "./sink.ts";

const SENDING_MS = 4;
const CALM_MS = 1_500;
const LOSS_MAX = 0.001;
const KEY_BASE64 = Buffer.alloc(30, 7).toString("base64");

interface Arguments {
  readonly producers: number;
  readonly step: number;
  readonly seconds: number;
  readonly most: number;
}

interface Figures {
  readonly consumers: number;
  readonly cores: number;
  readonly loss: number;
}

/** How many consumers one worker feeds before it loses packets. */
class Load {
  private readonly worker: types.Worker;
  private readonly router: types.Router;
  private readonly sink: Sink;
  private readonly cameras: Camera[];
  private readonly consumers: types.Consumer[] = [];
  private sending: NodeJS.Timeout | undefined;

  private constructor(worker: types.Worker, router: types.Router, sink: Sink, cameras: Camera[]) {
    this.worker = worker;
    this.router = router;
    this.sink = sink;
    this.cameras = cameras;
  }

  static async open(producers: number): Promise<Load> {
    const worker = await createWorker({ logLevel: "error" });
    const router = await worker.createRouter({ mediaCodecs });
    const cameras: Camera[] = [];
    for (let i = 0; i < producers; i++) {
      cameras.push(await Camera.open(router, 1_000 + i));
    }
    const load = new Load(worker, router, await Sink.open(), cameras);
    for (const camera of cameras) {
      camera.start();
    }
    load.sending = setInterval(() => {
      for (const camera of cameras) {
        camera.sendDue();
      }
    }, SENDING_MS);
    return load;
  }

  count(): number {
    return this.consumers.length;
  }

  /** Somebody who watches every camera, over one encrypted transport. */
  async addWatcher(): Promise<void> {
    const transport = await this.router.createPlainTransport({
      listenInfo: { protocol: "udp", ip: "127.0.0.1" },
      rtcpMux: true,
      enableSrtp: true,
      srtpCryptoSuite: "AES_CM_128_HMAC_SHA1_80",
    });
    await transport.connect({
      ip: "127.0.0.1",
      port: this.sink.port,
      srtpParameters: { cryptoSuite: "AES_CM_128_HMAC_SHA1_80", keyBase64: KEY_BASE64 },
    });
    for (const { producer } of this.cameras) {
      const { rtpCapabilities } = this.router;
      this.consumers.push(await transport.consume({ producerId: producer.id, rtpCapabilities }));
    }
  }

  async measure(seconds: number): Promise<Figures> {
    await pause(CALM_MS);
    const before = await this.totals();
    await pause(seconds * 1000);
    const after = await this.totals();
    const arrived = after.arrived - before.arrived;
    const passedOn = after.passedOn - before.passedOn;
    const whole = arrived / Math.max(after.sent - before.sent, 1);
    const part = passedOn / Math.max((arrived * this.consumers.length) / this.cameras.length, 1);
    return {
      consumers: this.consumers.length,
      cores: (after.cpuMs - before.cpuMs) / (after.at - before.at),
      loss: Math.max(0, 1 - whole * part),
    };
  }

  async close(): Promise<void> {
    clearInterval(this.sending);
    this.worker.close();
    for (const camera of this.cameras) {
      camera.close();
    }
    await this.sink.close();
  }

  private async totals() {
    const usage = await this.worker.getResourceUsage();
    const at = performance.now();
    const sent = sum(this.cameras.map((camera) => camera.sent));
    const arrived = sum(await Promise.all(this.cameras.map((camera) => camera.arrived())));
    const stats = await Promise.all(this.consumers.map((consumer) => consumer.getStats()));
    const passedOn = sum(stats.flat().map((stat) => (stat.type === "outbound-rtp" ? stat.packetCount : 0)));
    return { at, cpuMs: usage.ru_utime + usage.ru_stime, sent, arrived, passedOn };
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function readArguments(given: readonly string[]): Arguments {
  const value = (name: string, otherwise: number) => {
    const text = given[given.indexOf(`--${name}`) + 1];
    const number = given.includes(`--${name}`) ? Number(text) : otherwise;
    if (!Number.isInteger(number) || number < 1) {
      console.error(`--${name} wants a number.`);
      process.exit(2);
    }
    return number;
  };
  return {
    producers: value("producers", 1),
    step: value("step", 100),
    seconds: value("seconds", 5),
    most: value("most", 1_000),
  };
}

async function run({ producers, step, seconds, most }: Arguments): Promise<void> {
  const load = await Load.open(producers);
  console.info(
    `mediasoup ${version}, one worker, ${producers} × 1.1 Mbit/s; ${cpus()[0]?.model}, ${availableParallelism()} cores`,
  );
  console.info("consumers  worker (cores)  loss");
  let best: Figures | undefined;
  for (let goal = step; goal <= most; goal += step) {
    while (load.count() < goal) {
      await load.addWatcher();
    }
    const figures = await load.measure(seconds);
    const loss = `${(figures.loss * 100).toFixed(2)} %`;
    console.info(
      `${String(figures.consumers).padStart(9)}  ${figures.cores.toFixed(2).padStart(14)}  ${loss}`,
    );
    if (figures.loss > LOSS_MAX) {
      break;
    }
    best = figures;
  }
  await load.close();
  if (best === undefined) {
    console.info(`It loses packets with ${step} consumers already.`);
  } else {
    const perCore = Math.round(best.consumers / best.cores);
    console.info(
      `${best.consumers} consumers without loss, ${perCore} a core; mediasoup speaks of about 500 a worker.`,
    );
  }
}

const missing = missingWorker();
if (missing !== undefined) {
  console.error(missing);
  process.exit(1);
}
await run(readArguments(process.argv.slice(2)));
process.exit(0);
