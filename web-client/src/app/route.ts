import type { Observable } from "../core/index.ts";
import { createStore } from "../core/observable.ts";

export type SettingsSection =
  | "profile"
  | "account"
  | "privacy"
  | "notifications"
  | "calls"
  | "appearance"
  | "blocked"
  | "administration";

const SECTIONS: readonly string[] = [
  "profile",
  "account",
  "privacy",
  "notifications",
  "calls",
  "appearance",
  "blocked",
  "administration",
] satisfies readonly SettingsSection[];

/** Every place of the client; each has an address, so that a reload and the back button work. */
export type Route =
  | { readonly name: "chats" }
  | { readonly name: "conversation"; readonly id: string }
  | { readonly name: "contacts" }
  | { readonly name: "calls" }
  | { readonly name: "connectivity" }
  | { readonly name: "settings"; readonly section: SettingsSection | null }
  | { readonly name: "register"; readonly invitation: string | null }
  | { readonly name: "forgot" }
  | { readonly name: "reset"; readonly token: string };

export function parseRoute(path: string, search: string): Route {
  const [first = "", second = ""] = path.split("/").filter(Boolean).map(decodeURIComponent);
  const query = new URLSearchParams(search);
  switch (first) {
    case "c":
      return second === "" ? { name: "chats" } : { name: "conversation", id: second };
    case "contacts":
    case "calls":
    case "connectivity":
      return { name: first };
    case "settings":
      return { name: "settings", section: SECTIONS.includes(second) ? (second as SettingsSection) : null };
    case "register":
      return { name: "register", invitation: query.get("invitation") };
    case "forgot":
      return { name: "forgot" };
    case "reset":
      return { name: "reset", token: query.get("token") ?? "" };
    default:
      return { name: "chats" };
  }
}

export function addressOf(route: Route): string {
  switch (route.name) {
    case "chats":
      return "/";
    case "conversation":
      return `/c/${encodeURIComponent(route.id)}`;
    case "contacts":
    case "calls":
    case "connectivity":
    case "forgot":
      return `/${route.name}`;
    case "settings":
      return route.section === null ? "/settings" : `/settings/${route.section}`;
    case "register":
      return route.invitation === null
        ? "/register"
        : `/register?invitation=${encodeURIComponent(route.invitation)}`;
    case "reset":
      return `/reset?token=${encodeURIComponent(route.token)}`;
  }
}

export interface Navigation {
  readonly route: Observable<Route>;
  /** Goes there; `replace` leaves no step to come back to. */
  go(route: Route, replace?: boolean): void;
}

/** Navigation over the browser's history. */
export function createNavigation(window: Window): Navigation {
  const read = () => parseRoute(window.location.pathname, window.location.search);
  const route = createStore<Route>(read());
  window.addEventListener("popstate", () => route.set(read()));
  return {
    route,
    go: (next, replace = false) => {
      const address = addressOf(next);
      if (address === window.location.pathname + window.location.search) return;
      if (replace) window.history.replaceState(null, "", address);
      else window.history.pushState(null, "", address);
      route.set(next);
    },
  };
}
