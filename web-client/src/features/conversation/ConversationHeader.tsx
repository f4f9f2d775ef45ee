import { useNavigation } from "../../app/NavigationContext.ts";
import { useConversationFace, useOnline, useOnlineCount } from "../../app/people.ts";
import type { ConversationView } from "../../core/index.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { Avatar } from "../../ui/Avatar.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { BackIcon, DetailsIcon } from "../../ui/icons.ts";
import { CallButtons } from "../call/CallButtons.tsx";
import { usePresenceText } from "../contacts/usePresenceText.ts";
import styles from "./ConversationHeader.module.css";

interface Props {
  readonly conversation: ConversationView;
  readonly detailsOpen: boolean;
  readonly onToggleDetails: () => void;
}

export function ConversationHeader({ conversation, detailsOpen, onToggleDetails }: Props) {
  const { t } = useTexts();
  const navigation = useNavigation();
  const face = useConversationFace(conversation);
  const online = useOnline(conversation.otherId);
  return (
    <header className={styles.header}>
      <IconButton
        className={styles.back ?? ""}
        label={t("conversation.back")}
        icon={<BackIcon className="flips" />}
        onClick={() => navigation.go({ name: "chats" })}
      />
      <div className={styles.who}>
        <Avatar id={face.id} name={face.name} pictureUrl={face.pictureUrl} online={online} />
        <div className={styles.lines}>
          <h1 className={styles.name}>
            <button type="button" className={styles.open} onClick={onToggleDetails}>
              <bdi>{face.name}</bdi>
            </button>
          </h1>
          {conversation.otherId === null ? (
            <GroupState conversation={conversation} />
          ) : (
            <PersonState accountId={conversation.otherId} />
          )}
        </div>
      </div>
      <CallButtons conversation={conversation} />
      <IconButton
        label={t("conversation.details")}
        keys="Alt+I"
        icon={<DetailsIcon />}
        aria-pressed={detailsOpen}
        onClick={onToggleDetails}
      />
    </header>
  );
}

function PersonState({ accountId }: { readonly accountId: string }) {
  const online = useOnline(accountId);
  const text = usePresenceText(accountId);
  return (
    <span className={styles.state} data-online={online ? "" : undefined}>
      {text}
    </span>
  );
}

function GroupState({ conversation }: { readonly conversation: ConversationView }) {
  const { t } = useTexts();
  const count = conversation.members.length;
  const online = useOnlineCount(conversation.members.map((member) => member.accountId));
  return (
    <span className={styles.state}>
      {online > 1 ? t("presence.membersOnline", { count, online }) : t("presence.members", { count })}
    </span>
  );
}
