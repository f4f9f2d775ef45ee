import { useEffect, useState } from "react";
import { useClient } from "../../app/ClientContext.ts";
import { useNavigation } from "../../app/NavigationContext.ts";
import { useObservable } from "../../app/useObservable.ts";
import type { ConversationView } from "../../core/index.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ChatsIcon } from "../../ui/icons.ts";
import { CallBanner } from "../call/CallBanner.tsx";
import { Composer } from "./Composer.tsx";
import { ConversationHeader } from "./ConversationHeader.tsx";
import styles from "./ConversationPane.module.css";
import { MessageList } from "./MessageList.tsx";
import { NotContacts } from "./NotContacts.tsx";
import { useCanWrite } from "./useCanWrite.ts";

interface Props {
  readonly id: string;
  readonly detailsOpen: boolean;
  readonly onToggleDetails: () => void;
}

/** The open conversation: who, what was said, and where to answer. */
export function ConversationPane({ id, detailsOpen, onToggleDetails }: Props) {
  const { state, messages } = useClient();
  const ready = useObservable(state.ready);
  const conversation = useObservable(state.conversation(id));
  const known = conversation !== null;

  useEffect(() => {
    if (!known) return;
    messages.open(id);
    return () => messages.open(null);
  }, [messages, id, known]);
  useWatchedMembers(conversation);

  if (!conversation) return <main className={styles.middle}>{ready ? <Denied /> : null}</main>;
  return (
    <main className={styles.pane}>
      <ConversationHeader
        conversation={conversation}
        detailsOpen={detailsOpen}
        onToggleDetails={onToggleDetails}
      />
      <CallBanner conversationId={id} />
      <Body key={id} conversation={conversation} />
    </main>
  );
}

function Body({ conversation }: { readonly conversation: ConversationView }) {
  const { messages } = useClient();
  const canWrite = useCanWrite(conversation);
  const [sent, setSent] = useState(0);
  const { id } = conversation;
  return (
    <>
      <MessageList conversation={conversation} sent={sent} />
      {canWrite ? (
        <Composer
          conversation={conversation}
          onSent={() => {
            void messages.jumpToNewest(id).finally(() => setSent((count) => count + 1));
          }}
        />
      ) : (
        <NotContacts accountId={conversation.otherId ?? ""} />
      )}
    </>
  );
}

/** Whoever takes part is on screen, so their presence is asked for. */
function useWatchedMembers(conversation: ConversationView | null) {
  const { messages } = useClient();
  const key = conversation?.members.map((member) => member.accountId).join() ?? "";
  useEffect(() => {
    messages.watchPresence(key === "" ? [] : key.split(","));
    return () => messages.watchPresence([]);
  }, [messages, key]);
}

function Denied() {
  const { t } = useTexts();
  const navigation = useNavigation();
  return (
    <EmptyState
      icon={<ChatsIcon size={26} />}
      title={t("conversation.denied")}
      text={t("conversation.deniedText")}
      action={<Button onClick={() => navigation.go({ name: "chats" })}>{t("conversation.toList")}</Button>}
    />
  );
}
