import { useClient } from "../../app/ClientContext.ts";
import { useNavigation, useRoute } from "../../app/NavigationContext.ts";
import { useObservable } from "../../app/useObservable.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ChatsIcon } from "../../ui/icons.ts";
import { SkeletonRows } from "../../ui/Skeleton.tsx";
import styles from "./ConversationList.module.css";
import { ConversationRow } from "./ConversationRow.tsx";

interface Props {
  readonly onNewGroup: () => void;
}

/** Every conversation, pinned ones first, then the most recent. */
export function ConversationList({ onNewGroup }: Props) {
  const { t } = useTexts();
  const { state } = useClient();
  const navigation = useNavigation();
  const route = useRoute();
  const ready = useObservable(state.ready);
  const conversations = useObservable(state.conversations);
  const current = route.name === "conversation" ? route.id : null;
  const open = (id: string) => navigation.go({ name: "conversation", id });

  if (conversations.length === 0) {
    return (
      <div className={styles.list}>
        {ready ? (
          <EmptyState
            icon={<ChatsIcon size={26} />}
            title={t("list.empty")}
            text={t("list.emptyText")}
            action={
              <>
                <Button look="primary" onClick={() => navigation.go({ name: "contacts" })}>
                  {t("list.findPeople")}
                </Button>
                <Button onClick={onNewGroup}>{t("nav.newGroup")}</Button>
              </>
            }
          />
        ) : (
          <SkeletonRows count={9} />
        )}
      </div>
    );
  }
  return (
    <nav className={styles.list} aria-label={t("list.label")}>
      <ul>
        {conversations.map((conversation) => (
          <li key={conversation.id} className={styles.item}>
            <ConversationRow
              conversation={conversation}
              current={conversation.id === current}
              onOpen={open}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
}
