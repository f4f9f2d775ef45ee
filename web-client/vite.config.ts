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

/** The icons of `laterIcons.ts`, by the names of their files: "MicOff" is in mic-off. */
const laterIcons = [...readFileSync(path("src/ui/laterIcons.ts"), "utf8").matchAll(/(\w+) as \w+/g)]
  .map(([, name = ""]) => name.replace(/([a-z])([A-Z0-9])/g, "$1-$2").toLowerCase())
  .join("|");

/**
 * What the first screens share with others. Left to itself the build makes thirty files of a few hundred bytes of it;
 * what only later screens share stays out, since everybody would wait for it.
 */
const SHARED = [
  "src/text/(?!LaterTexts)",
  "src/app/(?!useSubmit)",
  "src/ui/(?!Dialog|ConfirmDialog|MenuPopup|SwitchRow|ChoiceGroup|Notice|TextField|PortalContext)",
  "src/features/(people|contacts|notifications|conversation-list/ListHeader)",
  "src/features/call/(durations|callEntry|useCalls|useStartCall|callStage|CallStageContext|useCallCovers)",
  `lucide-react/(?!.*/icons/(${laterIcons})\\.)`,
].join("|");

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
            {
              name: "shared",
              test: new RegExp(SHARED),
              minShareCount: 2,
            },
            { name: "later-icons", test: new RegExp(`lucide-react/.*/icons/(${laterIcons})\\.`) },
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
