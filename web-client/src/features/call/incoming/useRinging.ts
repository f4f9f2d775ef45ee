import { useEffect } from "react";
import { useClient } from "../../../app/ClientContext.ts";
import { useNavigation } from "../../../app/NavigationContext.ts";
import { addressOf } from "../../../app/route.ts";
import { useObservable } from "../../../app/useObservable.ts";
import type { Call } from "../../../core/protocol.ts";
import { useLaterTexts } from "../../../text/LaterTexts.tsx";
import { closeNotification, showNotification } from "../../notifications/browserNotification.ts";
import { playTone } from "./ringTone.ts";

const TITLE_EVERY_MS = 1_200;
/** Of all tabs of this browser the one that holds this rings aloud. */
const RINGER = "chatcall.ringer";

/** Makes a call heard and seen where one does not look at the page: ring tone, title, browser notification. */
export function useRinging(call: Call, words: { readonly title: string; readonly text: string }) {
  const { state } = useClient();
  const { sound } = useObservable(state.preferences);
  useTitle(words.title);
  useNotification(call, words);
  useEffect(() => (sound ? alone(RINGER, () => playTone("ring")) : undefined), [sound]);
}

/** The title tells in turn who calls and what it told before. */
function useTitle(title: string) {
  useEffect(() => {
    const before = document.title;
    let told = false;
    const turn = () => {
      told = !told;
      document.title = told ? title : before;
    };
    turn();
    const timer = setInterval(turn, TITLE_EVERY_MS);
    return () => {
      clearInterval(timer);
      document.title = before;
    };
  }, [title]);
}

function useNotification(call: Call, { title, text }: { readonly title: string; readonly text: string }) {
  const { t } = useLaterTexts();
  const { state } = useClient();
  const navigation = useNavigation();
  const { notifications, notificationPreview } = useObservable(state.preferences);
  const { id, conversationId } = call;
  useEffect(() => {
    if (!notifications) return;
    const route = { name: "conversation", id: conversationId } as const;
    const stop = alone(`${RINGER}.notification`, () => {
      const show = () => {
        if (document.visibilityState !== "hidden") return;
        void showNotification({
          tag: id,
          title: notificationPreview ? title : t("app.name"),
          body: notificationPreview ? text : t("call.incoming"),
          url: addressOf(route),
          stays: true,
          onOpen: () => navigation.go(route),
        });
      };
      show();
      document.addEventListener("visibilitychange", show);
      return () => document.removeEventListener("visibilitychange", show);
    });
    return () => {
      stop();
      void closeNotification(id);
    };
  }, [id, conversationId, notifications, notificationPreview, title, text, t, navigation]);
}

/** Does it in one tab only, where the browser knows of the others. Returns how to stop. */
function alone(name: string, act: () => () => void): () => void {
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return act();
  let end: () => void = () => {};
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  const stopped = new AbortController();
  const held = async () => {
    const stop = act();
    await over;
    stop();
  };
  // Refused when it is over before the lock was had.
  locks.request(name, { signal: stopped.signal }, held).catch(() => undefined);
  return () => {
    stopped.abort();
    end();
  };
}
