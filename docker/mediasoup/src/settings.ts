import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";

/** What an operator can choose, read from the environment and checked. */
export interface Settings {
  /** Where the control connection, `/health` and `/metrics` listen. */
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  readonly secret: string;
  readonly workers: number;
  /** First and last port for media; each worker takes one of them, for UDP and TCP. */
  readonly mediaPorts: readonly [number, number];
  readonly listenAddress: string;
  /** Where clients reach the media ports: an address or a name. */
  readonly announcedAddress: string;
  /** More consumers of one call than this on a worker, and the next endpoints go to another worker. */
  readonly consumersPerWorker: number;
  /** How long calls may go on after a SIGTERM. */
  readonly drainSeconds: number;
}

/** The settings make no sense; one sentence says why. */
export class SettingsError extends Error {}

type Variables = Readonly<Record<string, string | undefined>>;

const SECRET_MIN = 32;
const WORKERS_MAX_BY_DEFAULT = 4;
const PORT_MAX = 65_535;

/**
 * @param ownAddress announced unless another is chosen
 * @throws SettingsError with a sentence
 */
export function readSettings(variables: Variables, ownAddress: string): Settings {
  const text = (name: string) => variables[name]?.trim() || undefined;
  const whole = (name: string, otherwise: number, least: number, most: number) =>
    wholeNumber(name, text(name), otherwise, least, most);
  const announced = text("CHATCALL_MEDIA_ANNOUNCED_ADDRESS") ?? ownAddress;
  return {
    host: text("CHATCALL_MEDIA_HOST") ?? "127.0.0.1",
    port: whole("CHATCALL_MEDIA_PORT", 44_380, 0, PORT_MAX),
    secret: secret(text("CHATCALL_MEDIA_SECRET"), text("CHATCALL_MEDIA_SECRET_FILE")),
    workers: whole(
      "CHATCALL_MEDIA_WORKERS",
      Math.min(availableParallelism(), WORKERS_MAX_BY_DEFAULT),
      1,
      256,
    ),
    mediaPorts: portRange(text("CHATCALL_MEDIA_PORTS") ?? "44400-44499"),
    listenAddress: text("CHATCALL_MEDIA_LISTEN_ADDRESS") ?? (isLoopback(announced) ? announced : "0.0.0.0"),
    announcedAddress: announced,
    consumersPerWorker: whole("CHATCALL_MEDIA_CONSUMERS_PER_WORKER", 400, 1, 100_000),
    drainSeconds: whole("CHATCALL_MEDIA_DRAIN_SECONDS", 30, 0, 86_400),
  };
}

function wholeNumber(name: string, text: string | undefined, otherwise: number, least: number, most: number) {
  const value = text === undefined ? otherwise : Number(text);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new SettingsError(`${name} is "${text}"; it can be a number from ${least} to ${most}.`);
  }
  return value;
}

function portRange(text: string): [number, number] {
  const [, first, last] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text) ?? [];
  const from = Number(first);
  const to = Number(last ?? first);
  if (first === undefined || from < 1 || to > PORT_MAX || from > to) {
    throw new SettingsError(`CHATCALL_MEDIA_PORTS is "${text}"; it should look like 44400-44499.`);
  }
  return [from, to];
}

function secret(text: string | undefined, file: string | undefined): string {
  if (text === undefined && file === undefined) {
    throw new SettingsError("The media service needs CHATCALL_MEDIA_SECRET_FILE or CHATCALL_MEDIA_SECRET.");
  }
  const value = text ?? read(file ?? "");
  if (value.length < SECRET_MIN) {
    throw new SettingsError(`The secret of the media service must have at least ${SECRET_MIN} characters.`);
  }
  return value;
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    throw new SettingsError("The file that CHATCALL_MEDIA_SECRET_FILE names cannot be read.");
  }
}

function isLoopback(address: string): boolean {
  return address.startsWith("127.") || address === "::1";
}
