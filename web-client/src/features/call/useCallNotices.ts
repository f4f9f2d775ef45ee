import { useEffect, useRef } from "react";
import { useClient } from "../../app/ClientContext.ts";
import { useNavigation } from "../../app/NavigationContext.ts";
import { avatarUrl } from "../../app/people.ts";
import { useToasts } from "../../app/ToastsContext.ts";
import { useAction } from "../../app/useAction.ts";
import type { CallNotice, DeviceChoice, Devices } from "../../core/calls/types.ts";
import { useLaterTexts } from "../../text/LaterTexts.tsx";
import { useCalls } from "./useCalls.ts";

/** Tells once what happened to a call or to a device, as a toast. */
export function useCallNotices() {
  const calls = useCalls();
  const { state } = useClient();
  const texts = useLaterTexts();
  const toasts = useToasts();
  const navigation = useNavigation();
  const run = useAction();
  const latest = useRef({ texts, toasts, navigation, run });
  latest.current = { texts, toasts, navigation, run };

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
        case "deviceAdded": {
          const { kind, label } = notice;
          return shown.show({
            key: `device-${kind}`,
            title: t("call.deviceAdded", { kind, label }),
            text: t("call.deviceUse"),
            onOpen: () => latest.current.run(() => calls.choose(choiceOf(calls.devices.get(), kind, label))),
          });
        }
      }
    };
    return calls.onNotice(tell);
  }, [calls, state]);
}

/** To use the device of that name; nothing changes where it is gone again. */
function choiceOf(
  { microphones, cameras, speakers }: Devices,
  kind: "microphone" | "camera" | "speaker",
  label: string,
): Partial<DeviceChoice> {
  const all = { microphone: microphones, camera: cameras, speaker: speakers }[kind];
  const found = all.find((device) => device.label === label);
  return found ? { [`${kind}Id`]: found.id } : {};
}
