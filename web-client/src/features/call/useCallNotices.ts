import { useEffect, useRef } from "react";
import { useClient } from "../../app/ClientContext.ts";
import { useNavigation } from "../../app/NavigationContext.ts";
import { avatarUrl } from "../../app/people.ts";
import { useToasts } from "../../app/ToastsContext.ts";
import type { CallNotice } from "../../core/calls/types.ts";
import { useLaterTexts } from "../../text/LaterTexts.tsx";
import { useCalls } from "./useCalls.ts";

/** Tells once what happened to a call or to a device, as a toast. */
export function useCallNotices() {
  const calls = useCalls();
  const { state } = useClient();
  const texts = useLaterTexts();
  const toasts = useToasts();
  const navigation = useNavigation();
  const latest = useRef({ texts, toasts, navigation });
  latest.current = { texts, toasts, navigation };

  useEffect(() => {
    const tell = (notice: CallNotice) => {
      const { texts: now, toasts: shown, navigation: place } = latest.current;
      const { t } = now;
      switch (notice.type) {
        case "answeredElsewhere":
          return shown.show({ key: notice.callId, text: t("call.answeredElsewhere") });
        case "declinedElsewhere":
          return shown.show({ key: notice.callId, text: t("call.declinedElsewhere") });
        case "missed": {
          const { id, startedBy, conversationId, video } = notice.call;
          const caller = state.person(startedBy).get();
          const name = caller?.displayName ?? t("system.someone");
          return shown.show({
            key: id,
            title: name,
            text: t("calls.missed", { kind: video ? "video" : "voice" }),
            face: { id: startedBy, name, pictureUrl: avatarUrl(caller?.avatarId) },
            onOpen: () => place.go({ name: "conversation", id: conversationId }),
          });
        }
        case "deviceLost": {
          const { kind, label } = notice;
          const text =
            label === null ? t("call.deviceGone", { kind }) : t("call.deviceReplaced", { kind, label });
          return shown.show({ key: `device-${kind}`, text });
        }
        case "deviceAdded":
          return shown.show({
            key: `device-${notice.kind}`,
            text: t("call.deviceAdded", { kind: notice.kind, label: notice.label }),
          });
      }
    };
    return calls.onNotice(tell);
  }, [calls, state]);
}
