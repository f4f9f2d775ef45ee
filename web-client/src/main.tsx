import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/noto-sans-arabic/wght.css";
import "./design/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createNavigation } from "./app/route.ts";
import { Shell } from "./app/Shell.tsx";
import { createToasts } from "./app/toasts.ts";
import { browserPorts, createClient } from "./core/index.ts";
import { chooseLanguage, loadTexts } from "./text/texts.ts";
import { VERSION } from "./version.ts";

const client = createClient(browserPorts(VERSION));
const navigation = createNavigation(window);
const toasts = createToasts();
client.start();

const chosen = client.state.preferences.get().language;
const texts = await loadTexts(chooseLanguage(chosen ? [chosen] : navigator.languages));

const root = document.getElementById("root");
if (!root) throw new Error("The page has no root element");
createRoot(root).render(
  <StrictMode>
    <Shell client={client} navigation={navigation} toasts={toasts} firstTexts={texts} />
  </StrictMode>,
);

// The offline shell; only what is built has one.
if (import.meta.env.PROD) {
  navigator.serviceWorker?.register("/sw.js").catch(() => console.warn("The offline shell is not available"));
}
