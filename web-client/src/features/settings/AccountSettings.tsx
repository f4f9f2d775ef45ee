import { useCallback, useEffect, useState } from "react";
import { useClient } from "../../app/ClientContext.ts";
import { useNavigation } from "../../app/NavigationContext.ts";
import { useQuestion } from "../../app/Questions.tsx";
import { useToasts } from "../../app/ToastsContext.ts";
import { useAction } from "../../app/useAction.ts";
import { useNow } from "../../app/useNow.ts";
import { useObservable } from "../../app/useObservable.ts";
import { useSubmit } from "../../app/useSubmit.ts";
import type { SessionInfo } from "../../core/protocol.ts";
import { useErrorText } from "../../text/errors.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { pastTime } from "../../text/times.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { DeviceIcon, LeaveIcon } from "../../ui/laterIcons.ts";
import { Notice } from "../../ui/Notice.tsx";
import { SkeletonRows } from "../../ui/Skeleton.tsx";
import { NewPasswordField } from "../sign-in/NewPasswordField.tsx";
import { PasswordField } from "../sign-in/PasswordField.tsx";
import styles from "./Settings.module.css";

export function AccountSettings() {
  // A changed password signs the other devices out: their list is asked for again.
  const [version, setVersion] = useState(0);
  return (
    <>
      <Devices key={version} />
      <ChangePassword onChanged={() => setVersion(version + 1)} />
      <SignOut />
    </>
  );
}

function Devices() {
  const { t } = useTexts();
  const { session } = useClient();
  const errorText = useErrorText();
  const [devices, setDevices] = useState<readonly SessionInfo[] | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const load = useCallback(async () => {
    setFailure(null);
    try {
      setDevices(await session.list());
    } catch (thrown) {
      setFailure(thrown);
    }
  }, [session]);
  useEffect(() => {
    void load();
  }, [load]);

  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{t("account.devices")}</h2>
      {failure !== null ? (
        <EmptyState title={errorText(failure)} action={<Button onClick={load}>{t("action.retry")}</Button>} />
      ) : devices === null ? (
        <SkeletonRows count={2} />
      ) : (
        <ul>
          {devices.map((device) => (
            <Device key={device.id} device={device} onEnded={load} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Device({
  device,
  onEnded,
}: {
  readonly device: SessionInfo;
  readonly onEnded: () => Promise<void>;
}) {
  const texts = useTexts();
  const { t } = texts;
  const { session } = useClient();
  const now = useNow();
  const run = useAction();
  const when = pastTime(texts, new Date(device.lastUsedAt), now);
  const name = device.deviceName || t("account.unknownDevice");
  return (
    <li className={styles.entry}>
      <DeviceIcon />
      <div className={styles.lines}>
        <div className={styles.name}>
          {name}
          {device.current ? <span className={styles.tag}>{t("account.thisDevice")}</span> : null}
        </div>
        <div className={styles.text}>{t("account.lastUsed", { when })}</div>
      </div>
      {device.current ? null : (
        <Button
          aria-label={t("account.signOutThereName", { device: name })}
          onClick={() =>
            run(async () => {
              await session.end(device.id);
              await onEnded();
            })
          }
        >
          {t("account.signOutThere")}
        </Button>
      )}
    </li>
  );
}

function ChangePassword({ onChanged }: { readonly onChanged: () => void }) {
  const { t } = useTexts();
  const client = useClient();
  const toasts = useToasts();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const submit = useSubmit(async () => {
    await client.account.changePassword(current, next);
    setCurrent("");
    setNext("");
    toasts.show({ text: t("account.passwordChanged") });
    onChanged();
  });
  const wrong = submit.code === "account.wrong_password";
  return (
    <form className={styles.form} onSubmit={submit.onSubmit}>
      <h2 className={styles.heading}>{t("account.changePassword")}</h2>
      <p className={styles.text}>{t("account.changePasswordText")}</p>
      {submit.error === null || wrong ? null : <Notice tone="danger">{submit.error}</Notice>}
      <PasswordField
        label={t("account.current")}
        value={current}
        onValue={setCurrent}
        autoComplete="current-password"
        error={wrong ? submit.error : null}
        required
      />
      <NewPasswordField label={t("account.new")} value={next} onValue={setNext} />
      <div className={styles.row}>
        <Button type="submit" look="primary" busy={submit.busy} disabled={current === "" || next === ""}>
          {t("account.changePassword")}
        </Button>
      </div>
    </form>
  );
}

function SignOut() {
  const { t } = useTexts();
  const navigation = useNavigation();
  const { session, state } = useClient();
  const ask = useQuestion();
  const { unsent } = useObservable(state.outbox);
  const warning = unsent > 0 ? `${t("account.signOutUnsent", { count: unsent })} ` : "";
  return (
    <section className={styles.row}>
      <Button
        look="dangerPlain"
        onClick={() =>
          ask({
            title: t("account.signOutTitle"),
            text: warning + t("account.signOutText"),
            action: t("account.signOut"),
            danger: unsent > 0,
            onConfirm: async () => {
              await session.signOut();
              // Whoever signs in next begins at the beginning.
              navigation.go({ name: "chats" }, true);
            },
          })
        }
      >
        <LeaveIcon size={16} className="flips" />
        {t("account.signOut")}
      </Button>
    </section>
  );
}
