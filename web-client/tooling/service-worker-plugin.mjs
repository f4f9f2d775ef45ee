// Writes dist/sw.js: the worker's source with the list of files that make the offline shell and their version.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";

const SOURCE = new URL("./service-worker.js", import.meta.url);
const SHELL = /\.(js|css|html)$|latin-wght-normal.*\.woff2$/;

export function serviceWorkerPlugin() {
  return {
    name: "chatcall-service-worker",
    apply: "build",
    async generateBundle(_options, bundle) {
      const files = Object.keys(bundle)
        .filter((file) => SHELL.test(file) && file !== "index.html")
        .sort()
        .map((file) => `/${file}`);
      const version = createHash("sha256").update(files.join("\n")).digest("hex").slice(0, 12);
      const source = await readFile(SOURCE, "utf8");
      this.emitFile({
        type: "asset",
        fileName: "sw.js",
        source: source
          .replace('"SHELL_VERSION"', JSON.stringify(version))
          .replace('["SHELL_FILES"]', JSON.stringify(files)),
      });
    },
  };
}
