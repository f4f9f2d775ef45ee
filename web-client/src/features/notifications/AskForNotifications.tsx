import { useState } from "react";
import { useClient } from "../../app/ClientContext.ts";
import { useRoute } from "../../app/NavigationContext.ts";
import { useObservable } from "../../app/useObservable.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { Button } from "../../ui/Button.tsx";
import { classes } from "../../ui/classes.ts";
import { useCalls } from "../call/useCalls.ts";
import styles from "./AskForNotifications.module.css";
import { askForNotifications, notificationPermission } from "./permission.ts";

/**
 * Asks whether to tell of new messages, once somebody is in a conversation and has something to wait for, but not
 * during a call. The browser's own question only comes after "yes".
 */
export function AskForNotifications() {
  const { t } = useTexts();
  const { state, account } = useClient();
  const route = useRoute();
  const { notifications } = useObservable(state.preferences);
  const talking = useObservable(state.conversations).some((conversation) => conversation.lastSeq > 1);
  const inCall = useObservable(useCalls().current) !== null;
  const [permission, setPermission] = useState(notificationPermission);
  const [dismissed, setDismissed] = useState(false);
  if (dismissed || !notifications || !talking || inCall || permission !== "default") return null;

  const accept = async () => {
    setPermission(await askForNotifications());
  };
  const refuse = () => {
    setDismissed(true);
    account.setPreferences({ notifications: false });
  };
  return (
    <div className={classes(styles.card, route.name === "conversation" && styles.aside)} role="status">
      <p>{t("notifications.ask")}</p>
      <div className={styles.actions}>
        <Button onClick={refuse}>{t("notifications.askNo")}</Button>
        <Button look="primary" onClick={() => void accept()}>
          {t("notifications.askYes")}
        </Button>
      </div>
    </div>
  );
}
