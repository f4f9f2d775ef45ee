import { useClient } from "../../app/ClientContext.ts";
import { useObservable } from "../../app/useObservable.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { CloseIcon } from "../../ui/icons.ts";
import styles from "./DetailsPane.module.css";
import { GroupDetails } from "./GroupDetails.tsx";
import { PersonDetails } from "./PersonDetails.tsx";

interface Props {
  readonly id: string;
  readonly onClose: () => void;
}

/** What there is to know and to set about the open conversation. */
export function DetailsPane({ id, onClose }: Props) {
  const { t } = useTexts();
  const conversation = useObservable(useClient().state.conversation(id));
  if (!conversation) return null;
  return (
    <>
      <header className={styles.header}>
        <h2 className={styles.title}>{t("details.title")}</h2>
        <IconButton label={t("action.close")} icon={<CloseIcon />} onClick={onClose} />
      </header>
      {conversation.kind === "group" ? (
        <GroupDetails conversation={conversation} />
      ) : (
        <PersonDetails conversation={conversation} />
      )}
    </>
  );
}
