import { useState } from "react";
import { useClient } from "../../app/ClientContext.ts";
import { useObservable } from "../../app/useObservable.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { Notice } from "../../ui/Notice.tsx";
import { SwitchRow } from "../../ui/SwitchRow.tsx";
import { askForNotifications, notificationPermission } from "../notifications/permission.ts";
import { playPing } from "../notifications/ping.ts";

export function NotificationSettings() {
  const { t } = useTexts();
  const { state, account } = useClient();
  const preferences = useObservable(state.preferences);
  const [permission, setPermission] = useState(notificationPermission);
  const allowed = permission === "granted" && preferences.notifications;

  const toggle = async (wanted: boolean) => {
    if (wanted) setPermission(await askForNotifications());
    account.setPreferences({ notifications: wanted && notificationPermission() === "granted" });
  };

  return (
    <div>
      {permission === "denied" ? <Notice tone="warning">{t("notifications.blocked")}</Notice> : null}
      {permission === "unsupported" ? <Notice tone="warning">{t("notifications.unsupported")}</Notice> : null}
      <SwitchRow
        label={t("notifications.browser")}
        text={t("notifications.browserText")}
        checked={allowed}
        disabled={permission === "denied" || permission === "unsupported"}
        onChange={(next) => void toggle(next)}
      />
      <SwitchRow
        label={t("notifications.preview")}
        text={t("notifications.previewText")}
        checked={preferences.notificationPreview}
        disabled={!allowed}
        onChange={(next) => account.setPreferences({ notificationPreview: next })}
      />
      <SwitchRow
        label={t("notifications.sound")}
        text={t("notifications.soundText")}
        checked={preferences.sound}
        onChange={(next) => {
          account.setPreferences({ sound: next });
          if (next) playPing();
        }}
      />
    </div>
  );
}
