import { useClient } from "../../app/ClientContext.ts";
import { useObservable } from "../../app/useObservable.ts";
import type { Contact, ContactState } from "../../core/protocol.ts";

/** How one stands to somebody; null: not at all. */
export function useContactState(accountId: string): ContactState | null {
  const account = useObservable(useClient().state.account);
  return account?.contacts.find((contact) => contact.person.id === accountId)?.state ?? null;
}

/** One's contacts in one state, by name. */
export function useContacts(state: ContactState): readonly Contact[] {
  const account = useObservable(useClient().state.account);
  return (account?.contacts ?? [])
    .filter((contact) => contact.state === state)
    .sort((a, b) => a.person.displayName.localeCompare(b.person.displayName));
}
