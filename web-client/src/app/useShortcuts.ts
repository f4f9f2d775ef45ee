import { type RefObject, useEffect } from "react";
import { useClient } from "./ClientContext.ts";
import type { Overlay } from "./MainScreen.tsx";
import { useNavigation } from "./NavigationContext.ts";

interface Targets {
  readonly search: RefObject<HTMLInputElement | null>;
  readonly setOverlay: (overlay: Overlay) => void;
  readonly setDetailsOpen: (change: (open: boolean) => boolean) => void;
  /** A dialog is open: only its own keys work. */
  readonly blocked: boolean;
}

/** The keys that work everywhere. They are listed on `?`, see ShortcutsDialog. */
export function useShortcuts({ search, setOverlay, setDetailsOpen, blocked }: Targets) {
  const { state } = useClient();
  const navigation = useNavigation();

  useEffect(() => {
    const step = (by: number) => {
      const conversations = state.conversations.get();
      const route = navigation.route.get();
      const at = conversations.findIndex((entry) => route.name === "conversation" && entry.id === route.id);
      const next = conversations[at < 0 ? 0 : at + by];
      if (next) navigation.go({ name: "conversation", id: next.id });
    };
    const findSomething = () => {
      const { name } = navigation.route.get();
      if (name !== "chats" && name !== "conversation") navigation.go({ name: "chats" });
      requestAnimationFrame(() => search.current?.focus());
    };
    const withAlt = new Map([
      ["KeyN", () => setOverlay("newChat")],
      ["KeyG", () => setOverlay("newGroup")],
      ["KeyI", () => setDetailsOpen((open) => !open)],
      ["ArrowUp", () => step(-1)],
      ["ArrowDown", () => step(1)],
    ]);
    const onKey = (event: KeyboardEvent) => {
      if (blocked || event.isComposing || event.defaultPrevented) return;
      const command = event.ctrlKey || event.metaKey;
      const action =
        command && event.code === "KeyK"
          ? findSomething
          : command && event.key === ","
            ? () => navigation.go({ name: "settings", section: null })
            : event.altKey && !command
              ? withAlt.get(event.code)
              : plainKey(event, { help: () => setOverlay("shortcuts"), leave: () => leave(navigation) });
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [state, navigation, search, setOverlay, setDetailsOpen, blocked]);
}

interface PlainActions {
  readonly help: () => void;
  readonly leave: () => void;
}

/** Keys without a modifier: not while somebody types. */
function plainKey(event: KeyboardEvent, { help, leave: leaveIt }: PlainActions): (() => void) | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const target = event.target as HTMLElement;
  const typing = target.matches("input, textarea, [contenteditable]");
  if (event.key === "Escape") return typing ? () => target.blur() : leaveIt;
  if (typing) return undefined;
  if (event.key === "?") return help;
  if (event.key === "r" || event.key === "Enter") {
    if (event.key === "Enter" && target !== document.body) return undefined;
    return () => document.querySelector<HTMLElement>("[data-composer]")?.focus();
  }
  return undefined;
}

function leave(navigation: ReturnType<typeof useNavigation>) {
  if (navigation.route.get().name === "conversation") navigation.go({ name: "chats" });
}
