/** The core's ports in a browser. */
import { deviceName } from "./browser/device.ts";
import { browserHttp } from "./browser/http.ts";
import { LeaseLocks, webLocks } from "./browser/locks.ts";
import { browserRandom } from "./browser/random.ts";
import { webSocketTransport } from "./browser/transport.ts";
import type { Environment, Locks, Ports, SettingsPort, Tabs, Timers } from "./ports.ts";
import { indexedDbStorage } from "./storage/indexedDb.ts";

/** @param version of this program, for the server's log */
export function browserPorts(version: string): Ports {
  return {
    http: browserHttp,
    transport: webSocketTransport(location.origin),
    timers,
    storage: indexedDbStorage(databases()),
    locks: locks(),
    tabs: tabs(),
    environment,
    settings: kept(() => localStorage),
    tabSettings: kept(() => sessionStorage),
    random: browserRandom,
    loadCalls: async () => (await import("./calls/browser/engine.ts")).openEngine,
    program: { client: `web/${version}`, device: deviceName(navigator.userAgent) },
  };
}

const timers: Timers = {
  now: Date.now,
  after: (milliseconds, run) => {
    const id = setTimeout(run, milliseconds);
    return () => clearTimeout(id);
  },
};

const environment: Environment = {
  visible: () => document.visibilityState === "visible",
  onVisible: (listener) => {
    const stops = [on(document, "visibilitychange", listener), on(window, "focus", listener)];
    stops.push(on(window, "pageshow", listener), on(window, "pagehide", listener));
    return () => {
      for (const stop of stops) stop();
    };
  },
  onOnline: (listener) => on(window, "online", listener),
};

/** Where the browser forbids it, nothing is kept. */
function kept(storage: () => Storage): SettingsPort {
  return {
    read: (key) => {
      try {
        return storage().getItem(key);
      } catch {
        return null;
      }
    },
    write: (key, value) => {
      try {
        if (value === null) storage().removeItem(key);
        else storage().setItem(key, value);
      } catch {
        // Full or forbidden: it holds until the page is loaded again.
      }
    },
  };
}

function databases(): IDBFactory | undefined {
  try {
    return indexedDB;
  } catch {
    return undefined;
  }
}

function locks(): Locks {
  // Typed as always there, but a page served without TLS has none.
  const manager = navigator.locks as LockManager | undefined;
  if (manager) return webLocks(manager);
  const leases = new LeaseLocks(
    kept(() => localStorage),
    timers,
    browserRandom,
  );
  on(window, "pagehide", () => leases.releaseAll());
  return leases;
}

function tabs(): Tabs {
  const channel = new BroadcastChannel("chatcall");
  return {
    send: (message) => channel.postMessage(message),
    listen: (heard) => on(channel, "message", (event) => heard((event as MessageEvent).data)),
  };
}

function on(target: EventTarget, type: string, listener: (event: Event) => void): () => void {
  target.addEventListener(type, listener);
  return () => target.removeEventListener(type, listener);
}
