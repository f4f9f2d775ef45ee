import { useTexts } from "../../text/TextsContext.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { BlockIcon } from "../../ui/icons.ts";
import { PersonActions } from "../contacts/PersonActions.tsx";
import { useContacts } from "../contacts/useContactState.ts";
import { PersonRow } from "../people/PersonRow.tsx";

export function BlockedPeople() {
  const { t } = useTexts();
  const blocked = useContacts("blocked");
  if (blocked.length === 0) {
    return (
      <EmptyState icon={<BlockIcon size={26} />} title={t("blocked.empty")} text={t("blocked.emptyText")} />
    );
  }
  return (
    <ul>
      {blocked.map(({ person }) => (
        <li key={person.id}>
          <PersonRow person={person} actions={<PersonActions person={person} />} />
        </li>
      ))}
    </ul>
  );
}
