import { useEffect, useState } from "react";
import type { ConnectionState } from "../core/index.ts";
import type { Observable } from "../core/observable.ts";
import { useTexts } from "../text/TextsContext.ts";
import type { TextKey } from "../text/texts.ts";
import { Button } from "../ui/Button.tsx";
import { OfflineIcon } from "../ui/icons.ts";
import { useClient } from "./ClientContext.ts";
import styles from "./ConnectionLine.module.css";
import { useObservable } from "./useObservable.ts";

/** A short break is nobody's business. */
const PATIENCE_MS = 1_500;

const online: Observable<boolean> = {
  get: () => navigator.onLine,
  subscribe: (listener) => {
    window.addEventListener("online", listener);
    window.addEventListener("offline", listener);
    return () => {
      window.removeEventListener("online", listener);
      window.removeEventListener("offline", listener);
    };
  },
};

/** The quiet line that says when the page is not connected. */
export function ConnectionLine() {
  const { t } = useTexts();
  const connection = useObservable(useClient().state.connection);
  const key = textFor(connection, useObservable(online));
  const late = useLate(key !== null);
  const text = key !== null && (late || connection.name === "unsupported") ? t(key) : null;
  return (
    <div role="status">
      {text === null ? null : (
        <div className={styles.line}>
          <OfflineIcon size={14} aria-hidden="true" />
          <span className={styles.text}>{text}</span>
          {connection.name === "unsupported" ? (
            <Button look="plain" onClick={() => window.location.reload()}>
              {t("action.reload")}
            </Button>
          ) : null}
        </div>
      )}
    </div>
  );
}

function textFor(connection: ConnectionState, isOnline: boolean): TextKey | null {
  switch (connection.name) {
    case "unsupported":
      return "connection.outdated";
    case "waiting":
    case "connecting":
      return isOnline ? "connection.reconnecting" : "connection.offline";
    case "idle":
    case "syncing":
    case "live":
    case "signedOut":
      return null;
  }
}

/** Whether something has been so for a while. */
function useLate(so: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (!so) return;
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [so]);
  return late;
}
