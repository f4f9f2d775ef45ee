import type { ChatClient } from "../../core/index.ts";
import type { Person } from "../../core/protocol.ts";
import type { Texts } from "../../text/texts.ts";
import type { Question } from "../../ui/ConfirmDialog.tsx";

export function removeContactQuestion({ t }: Texts, client: ChatClient, person: Person): Question {
  return {
    title: t("contacts.removeTitle", { name: person.displayName }),
    text: t("contacts.removeText"),
    action: t("action.remove"),
    danger: true,
    onConfirm: () => client.contacts.remove(person.id),
  };
}

export function blockQuestion({ t }: Texts, client: ChatClient, person: Person): Question {
  return {
    title: t("contacts.blockTitle", { name: person.displayName }),
    text: t("contacts.blockText"),
    action: t("contacts.block"),
    danger: true,
    onConfirm: () => client.contacts.block(person.id),
  };
}
