import { accessSync, constants } from "node:fs";
import { workerBin } from "mediasoup";

/**
 * Whether there is a worker to start: where MEDIASOUP_WORKER_BIN says, or where mediasoup's own installation puts it.
 *
 * @returns one sentence about what is missing and what to run, undefined when it is there
 */
export function missingWorker(): string | undefined {
  try {
    accessSync(workerBin, constants.X_OK);
    return undefined;
  } catch {
    return "There is no mediasoup worker for this machine: run docker/mediasoup/worker/build.sh once, which takes some minutes, and calls of more than two work.";
  }
}
