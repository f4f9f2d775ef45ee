import { describe, expect, it } from "vitest";
import type { Person } from "../../core/protocol.ts";
import { candidatesFor, mentionBeing, mentionedIn } from "./mentions.ts";

const person = (username: string, displayName: string): Person => ({
  id: `id-${username}`,
  username,
  displayName,
  statusMessage: "",
  avatarId: null,
});
const PEOPLE = [person("ada", "Ada Lovelace"), person("grace", "Grace Hopper"), person("lada", "Łada Ñu")];

describe("a mention", () => {
  it("is being typed right after an at-sign that begins a word", () => {
    expect(mentionBeing("hi @gr", 6)).toEqual({ start: 3, query: "gr" });
    expect(mentionBeing("@", 1)).toEqual({ start: 0, query: "" });
    expect(mentionBeing("mail@gr", 7)).toBeNull();
    expect(mentionBeing("@grace hi", 9)).toBeNull();
  });

  it("finds people by any part of a name, those that begin with it first", () => {
    expect(candidatesFor("ada", PEOPLE).map((p) => p.username)).toEqual(["ada", "lada"]);
    expect(candidatesFor("hop", PEOPLE).map((p) => p.username)).toEqual(["grace"]);
    expect(candidatesFor("nu", PEOPLE).map((p) => p.username)).toEqual(["lada"]);
  });

  it("counts when the text names a member", () => {
    expect(mentionedIn("@ada and @grace.", PEOPLE)).toEqual(["id-ada", "id-grace"]);
    expect(mentionedIn("ada@ada.org, @nobody", PEOPLE)).toEqual([]);
  });
});
