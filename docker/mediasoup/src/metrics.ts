import type { Rooms } from "./room/Rooms.ts";
import type { Workers } from "./workers/Workers.ts";

interface Traffic {
  received: number;
  sent: number;
  receivedLoss: number;
  sentLoss: number;
}

/** What Prometheus is told. Asks each transport and each worker, so it costs a moment. */
export async function metrics(rooms: Rooms, workers: Workers): Promise<string> {
  const all = rooms.all();
  const endpoints = all.flatMap((room) => [...room.endpoints.values()]);
  const count = (size: (endpoint: (typeof endpoints)[number]) => number) =>
    endpoints.reduce((sum, endpoint) => sum + size(endpoint), 0);
  const traffic = await measure(rooms);
  return [
    gauge("workers", "Workers that run", workers.all().length),
    gauge("rooms", "Calls", all.length),
    gauge(
      "routers",
      "Routers: one a call and worker that carries it",
      sum(all.map((room) => room.branchCount())),
    ),
    gauge("endpoints", "Devices in calls", endpoints.length),
    gauge(
      "transports",
      "Transports",
      count((endpoint) => endpoint.transports.size),
    ),
    gauge(
      "producers",
      "Producers",
      count((endpoint) => endpoint.producers.size),
    ),
    gauge(
      "consumers",
      "Consumers",
      count((endpoint) => endpoint.consumers.size),
    ),
    gauge("received_bits_per_second", "What clients send", traffic.received),
    gauge("sent_bits_per_second", "What clients are sent", traffic.sent),
    gauge("received_loss_ratio", "Part of what clients send that is lost", traffic.receivedLoss),
    gauge("sent_loss_ratio", "Part of what clients are sent that is lost", traffic.sentLoss),
    await workerSeconds(workers),
  ].join("");
}

/** Loss is weighed by traffic: an idle transport's says little. */
async function measure(rooms: Rooms): Promise<Traffic> {
  const transports = rooms
    .all()
    .flatMap((room) => [...room.endpoints.values()])
    .flatMap((endpoint) => [...endpoint.transports.values()]);
  const answers = await Promise.allSettled(transports.map(({ transport }) => transport.getStats()));
  const stats = answers.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
  const received = sum(stats.map((stat) => stat.recvBitrate));
  const sent = sum(stats.map((stat) => stat.sendBitrate));
  return {
    received,
    sent,
    receivedLoss: ratio(
      sum(stats.map((stat) => stat.recvBitrate * (stat.rtpPacketLossReceived ?? 0))),
      received,
    ),
    sentLoss: ratio(sum(stats.map((stat) => stat.sendBitrate * (stat.rtpPacketLossSent ?? 0))), sent),
  };
}

async function workerSeconds(workers: Workers): Promise<string> {
  const name = "chatcall_media_worker_cpu_seconds_total";
  const lines = [`# HELP ${name} Processor time of a worker`, `# TYPE ${name} counter`];
  for (const { worker, port } of workers.all()) {
    const usage = await worker.getResourceUsage().catch(() => undefined);
    if (usage !== undefined) {
      lines.push(`${name}{port="${port}"} ${(usage.ru_utime + usage.ru_stime) / 1000}`);
    }
  }
  return `${lines.join("\n")}\n`;
}

function gauge(name: string, help: string, value: number): string {
  const full = `chatcall_media_${name}`;
  return `# HELP ${full} ${help}\n# TYPE ${full} gauge\n${full} ${value}\n`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
