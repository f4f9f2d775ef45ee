import type { Body } from "../../core/protocol.ts";
import type { Texts } from "../../text/texts.ts";
import { callEntryText } from "../call/callEntry.ts";

/** The ids of the people whom a system message is about, besides who did it. */
export function targetsOf(body: Body): readonly string[] {
  switch (body.type) {
    case "members.added":
      return body.accountIds;
    case "member.removed":
    case "member.role_changed":
      return [body.accountId];
    default:
      return [];
  }
}

interface Names {
  readonly self: boolean;
  readonly actor: string;
  /** The names of `targetsOf(body)`, "you" for oneself. */
  readonly targets: readonly string[];
}

/** What a system message says; null for what people write themselves. */
export function systemText(texts: Texts, body: Body, { self, actor, targets }: Names): string | null {
  const { t, language } = texts;
  const who = { self: self ? "yes" : "no", name: actor };
  const target = targets[0] ?? t("system.someone");
  switch (body.type) {
    case "text":
      return null;
    case "group.created":
      return t("system.created", who);
    case "group.renamed":
      return t("system.renamed", { ...who, title: body.name });
    case "group.picture_changed":
      return t("system.picture", who);
    case "members.added":
      return t("system.added", { ...who, people: new Intl.ListFormat(language).format(targets) });
    case "member.removed":
      return t("system.removed", { ...who, target });
    case "member.left":
      return t("system.left", who);
    case "member.role_changed":
      return roleText({ t }, body.role, { ...who, target });
    case "call.ended":
      return callEntryText(texts, body, self);
    default:
      body satisfies never;
      return t("message.unknown");
  }
}

function roleText(
  { t }: Pick<Texts, "t">,
  role: "owner" | "admin" | "member",
  values: { readonly self: string; readonly name: string; readonly target: string },
): string {
  switch (role) {
    case "owner":
      return t("system.roleOwner", values);
    case "admin":
      return t("system.roleAdmin", values);
    case "member":
      return t("system.roleMember", values);
  }
}
