import { describe, expect, it } from "vitest";
import { addressOf, parseRoute, type Route } from "./route.ts";

const ROUTES: Route[] = [
  { name: "chats" },
  { name: "conversation", id: "0199aa" },
  { name: "contacts" },
  { name: "calls" },
  { name: "connectivity" },
  { name: "settings", section: null },
  { name: "settings", section: "privacy" },
  { name: "register", invitation: null },
  { name: "register", invitation: "a b/c" },
  { name: "forgot" },
  { name: "reset", token: "t&t" },
];

describe("addresses", () => {
  it.each(ROUTES)("of $name lead back to it", (route) => {
    const url = new URL(addressOf(route), "http://localhost");
    expect(parseRoute(url.pathname, url.search)).toEqual(route);
  });

  it("that nobody knows lead to the chats", () => {
    expect(parseRoute("/nowhere/at/all", "")).toEqual({ name: "chats" });
    expect(parseRoute("/settings/nonsense", "")).toEqual({ name: "settings", section: null });
  });
});
