import { ownAddress } from "./address.ts";
import { log, reason } from "./log.ts";
import { MediaService } from "./MediaService.ts";
import { readSettings, SettingsError } from "./settings.ts";
import { missingWorker } from "./workers/program.ts";

const FAILED = 1;

/** What cannot be gone on with: the last line says why, and whoever started this starts it again. */
function fail(sentence: string): never {
  log(sentence);
  process.exit(FAILED);
}

/** A child ends when its parent does, in whatever way: then nobody holds the other end of its standard input. */
function endWithParent(end: () => void): void {
  process.stdin.on("end", end).on("error", end).resume();
}

async function run(): Promise<void> {
  const missing = missingWorker();
  if (missing !== undefined) {
    fail(missing);
  }
  const settings = readSettings(process.env, await ownAddress());
  const service = new MediaService(settings);
  const end = () => {
    service.close();
    process.exit(0);
  };
  process.on("SIGINT", end);
  process.once("SIGTERM", () => {
    process.on("SIGTERM", end);
    void service.drain().then(end);
  });
  if (process.argv.includes("--child")) {
    endWithParent(end);
  }
  const port = await service.start();
  const host = settings.host.includes(":") ? `[${settings.host}]` : settings.host;
  process.stdout.write(`The media service is ready at http://${host}:${port}\n`);
}

process.on("unhandledRejection", (failure) => fail(`The media service ends: ${reason(failure)}`));
process.on("uncaughtException", (failure) => fail(`The media service ends: ${reason(failure)}`));

run().catch((failure: unknown) =>
  fail(
    failure instanceof SettingsError
      ? failure.message
      : `The media service does not start: ${reason(failure)}`,
  ),
);
