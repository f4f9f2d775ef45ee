import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { emojiPlugin } from "./tooling/emoji-plugin.mjs";
import { serviceWorkerPlugin } from "./tooling/service-worker-plugin.mjs";
import { textsPlugin } from "./tooling/texts-plugin.mjs";

const SERVER = process.env.CHATCALL_DEV_SERVER ?? "http://127.0.0.1:8080";
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const { version } = JSON.parse(readFileSync(path("package.json"), "utf8"));

export default defineConfig({
  define: { __VERSION__: JSON.stringify(version) },
  plugins: [react(), textsPlugin(), emojiPlugin(), serviceWorkerPlugin()],
  resolve: {
    alias: {
      "@protocol": path("../shared-protocol/typescript/protocol.ts"),
    },
  },
  build: {
    target: ["chrome123", "firefox128", "safari17.5"],
    manifest: true,
    modulePreload: { polyfill: false },
    // Sounds, pictures and fonts stay files: the content security policy allows no data: but for pictures.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What every visit needs, in one file that changes only with its versions.
            { name: "react", test: /node_modules\/(react|react-dom|scheduler)\// },
            // What most screens share. Left to itself the build makes thirty files of a few hundred bytes of it.
            {
              name: "shared",
              test: /(src\/(text|app|ui\/(?!Dialog|ConfirmDialog|MenuPopup|SwitchRow|ChoiceGroup))|lucide-react)/,
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
  server: {
    host: "127.0.0.1",
    fs: { allow: [".."] },
    proxy: {
      "/api": { target: SERVER, changeOrigin: false },
      "/ws": { target: SERVER, ws: true },
    },
  },
});
