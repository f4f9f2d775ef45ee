import type { BrowserContext } from "@playwright/test";

/** What a browser says of each request that fails; tests that let requests fail see these. */
const OF_REQUESTS = /^Failed to load resource|^WebSocket connection to/;

/** Gathers what pages complain of: uncaught errors, errors on the console, violations of the content policy. */
export class Faults {
  readonly found: string[] = [];

  watch(context: BrowserContext): void {
    context.on("weberror", (error) => this.found.push(`uncaught: ${error.error().stack ?? error.error()}`));
    context.on("console", (message) => {
      if (message.type() !== "error" && message.type() !== "warning") return;
      if (!OF_REQUESTS.test(message.text())) this.found.push(`${message.type()}: ${message.text()}`);
    });
  }
}
