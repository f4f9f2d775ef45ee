import { LucideProvider } from "lucide-react";
import { useEffect, useState } from "react";
import type { ChatClient } from "../core/index.ts";
import { TextsProvider } from "../text/TextsContext.ts";
import { chooseLanguage, loadTexts, type Texts } from "../text/texts.ts";
import { TooltipLayer } from "../ui/TooltipLayer.tsx";
import { App } from "./App.tsx";
import { ClientProvider } from "./ClientContext.ts";
import { CrashBoundary } from "./Crash.tsx";
import { NavigationProvider } from "./NavigationContext.ts";
import type { Navigation } from "./route.ts";
import { ToastsProvider } from "./ToastsContext.ts";
import type { Toasts } from "./toasts.ts";
import { useObservable } from "./useObservable.ts";

interface Props {
  readonly client: ChatClient;
  readonly navigation: Navigation;
  readonly toasts: Toasts;
  readonly firstTexts: Texts;
}

/** Everything the screens stand on: the core, the texts, the place, the theme. */
export function Shell({ client, navigation, toasts, firstTexts }: Props) {
  const preferences = useObservable(client.state.preferences);
  const texts = useTextsFor(preferences.language, firstTexts);

  useEffect(() => {
    document.documentElement.lang = texts.language;
    document.documentElement.dir = texts.direction;
  }, [texts]);
  useEffect(() => {
    if (preferences.theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = preferences.theme;
  }, [preferences.theme]);

  return (
    <TextsProvider value={texts}>
      <LucideProvider size={20}>
        <ClientProvider value={client}>
          <NavigationProvider value={navigation}>
            <ToastsProvider value={toasts}>
              <CrashBoundary>
                <App />
              </CrashBoundary>
              <TooltipLayer />
            </ToastsProvider>
          </NavigationProvider>
        </ClientProvider>
      </LucideProvider>
    </TextsProvider>
  );
}

/** The texts of the chosen language; those before stay until they are loaded. */
function useTextsFor(chosen: string | null, first: Texts): Texts {
  const [texts, setTexts] = useState(first);
  const language = chooseLanguage(chosen ? [chosen] : navigator.languages);
  useEffect(() => {
    let current = true;
    if (language !== texts.language) {
      loadTexts(language).then(
        (next) => current && setTexts(next),
        () => console.warn("A language could not be loaded"),
      );
    }
    return () => {
      current = false;
    };
  }, [language, texts.language]);
  return texts;
}
