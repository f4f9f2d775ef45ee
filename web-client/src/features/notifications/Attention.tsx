import { useEffect, useRef } from "react";
import { useClient } from "../../app/ClientContext.ts";
import { useNavigation } from "../../app/NavigationContext.ts";
import { avatarUrl } from "../../app/people.ts";
import { addressOf } from "../../app/route.ts";
import { useToasts } from "../../app/ToastsContext.ts";
import { useObservable } from "../../app/useObservable.ts";
import type { Notice } from "../../core/index.ts";
import { useTexts } from "../../text/TextsContext.ts";
import type { Texts } from "../../text/texts.ts";
import { plainText } from "../conversation/plainText.ts";
import { AskForNotifications } from "./AskForNotifications.tsx";
import { showNotification } from "./browserNotification.ts";
import { showInFavicon } from "./favicon.ts";
import { playPing } from "./ping.ts";

/** Tells of new messages: toast, browser notification, sound, title and icon. The core decides which of them. */
export function Attention() {
  useBadge();
  useNotices();
  return <AskForNotifications />;
}

function useBadge() {
  const { t } = useTexts();
  const { unread } = useObservable(useClient().state.badge);
  useEffect(() => {
    document.title = unread === 0 ? t("app.name") : t("app.unreadTitle", { count: unread });
    showInFavicon(unread).catch(() => console.warn("The page's icon could not be drawn"));
  }, [unread, t]);
}

function useNotices() {
  const client = useClient();
  const texts = useTexts();
  const navigation = useNavigation();
  const toasts = useToasts();
  // What is said depends on the language; the subscription need not be renewed for it.
  const latest = useRef({ texts, navigation, toasts });
  latest.current = { texts, navigation, toasts };

  useEffect(
    () =>
      client.onNotice((notice) => {
        const now = latest.current;
        const { title, text } = wordsOf(now.texts, notice);
        const open = () => now.navigation.go({ name: "conversation", id: notice.conversation.id });
        if (notice.toast)
          now.toasts.show({ key: notice.conversation.id, title, text, face: faceOf(notice), onOpen: open });
        if (notice.sound) playPing();
        if (notice.browser) {
          void showNotification({
            tag: notice.conversation.id,
            title,
            body: notice.preview ? text : "",
            url: addressOf({ name: "conversation", id: notice.conversation.id }),
            onOpen: open,
          });
        }
      }),
    [client],
  );

  useEffect(() => {
    const onMessage = (event: MessageEvent<{ readonly type?: string; readonly url?: string }>) => {
      if (event.data.type !== "open" || event.data.url === undefined) return;
      const id = event.data.url.split("/").at(-1);
      if (id) navigation.go({ name: "conversation", id });
    };
    navigator.serviceWorker?.addEventListener("message", onMessage);
    return () => navigator.serviceWorker?.removeEventListener("message", onMessage);
  }, [navigation]);
}

function wordsOf({ t }: Texts, { message, sender, conversation, preview }: Notice) {
  const name = sender?.displayName ?? t("system.someone");
  if (!preview) return { title: t("app.name"), text: t("notifications.newMessage") };
  const title =
    conversation.name === null ? name : t("notifications.inGroup", { name, group: conversation.name });
  const text = message.body.type === "text" ? plainText(message.body.text) : t("notifications.newMessage");
  return { title, text };
}

function faceOf({ sender, conversation }: Notice) {
  return {
    id: sender?.id ?? conversation.id,
    name: sender?.displayName ?? conversation.name ?? "",
    pictureUrl: avatarUrl(sender?.avatarId),
  };
}
