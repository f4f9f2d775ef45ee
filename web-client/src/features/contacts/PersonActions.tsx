import { useState } from "react";
import { useClient } from "../../app/ClientContext.ts";
import { useNavigation } from "../../app/NavigationContext.ts";
import { useToasts } from "../../app/ToastsContext.ts";
import type { Person } from "../../core/protocol.ts";
import { useErrorText } from "../../text/errors.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { Button } from "../../ui/Button.tsx";
import { AddPersonIcon, ChatsIcon } from "../../ui/icons.ts";
import { useContactState } from "./useContactState.ts";

interface Props {
  readonly person: Person;
  readonly onOpened?: () => void;
}

/** The one thing to do next with somebody: ask, answer, take back, or write. */
export function PersonActions({ person, onOpened }: Props) {
  const { t } = useTexts();
  const { contacts, conversations } = useClient();
  const navigation = useNavigation();
  const toasts = useToasts();
  const errorText = useErrorText();
  const state = useContactState(person.id);
  const [busy, setBusy] = useState(false);
  const name = person.displayName;

  const run = (action: () => Promise<void>) => async () => {
    setBusy(true);
    try {
      await action();
    } catch (failure) {
      toasts.show({ text: errorText(failure) });
    } finally {
      setBusy(false);
    }
  };
  const write = run(async () => {
    const id = await conversations.openDirect(person.id);
    navigation.go({ name: "conversation", id });
    onOpened?.();
  });

  switch (state) {
    case "contact":
      return (
        <Button busy={busy} aria-label={t("contacts.messageName", { name })} onClick={write}>
          <ChatsIcon size={16} />
          {t("contacts.message")}
        </Button>
      );
    case "incoming":
      return (
        <>
          <Button
            busy={busy}
            aria-label={t("contacts.declineName", { name })}
            onClick={run(() => contacts.decline(person.id))}
          >
            {t("contacts.decline")}
          </Button>
          <Button
            look="primary"
            busy={busy}
            aria-label={t("contacts.acceptName", { name })}
            onClick={run(() => contacts.accept(person.id))}
          >
            {t("contacts.accept")}
          </Button>
        </>
      );
    case "outgoing":
      return (
        <Button
          busy={busy}
          aria-label={t("contacts.cancelName", { name })}
          onClick={run(() => contacts.cancel(person.id))}
        >
          {t("contacts.cancelRequest")}
        </Button>
      );
    case "blocked":
      return (
        <Button busy={busy} onClick={run(() => contacts.unblock(person.id))}>
          {t("contacts.unblock")}
        </Button>
      );
    case null:
      return (
        <Button
          busy={busy}
          aria-label={t("contacts.addName", { name })}
          onClick={run(async () => {
            await contacts.request(person.id);
            toasts.show({ text: t("toast.requestSent", { name }) });
          })}
        >
          <AddPersonIcon size={16} />
          {t("action.add")}
        </Button>
      );
  }
}
