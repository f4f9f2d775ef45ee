import { lazy, Suspense, useState } from "react";
import { useClient } from "../../app/ClientContext.ts";
import { avatarUrl } from "../../app/people.ts";
import { useAction } from "../../app/useAction.ts";
import { useObservable } from "../../app/useObservable.ts";
import { useSubmit } from "../../app/useSubmit.ts";
import { LIMITS } from "../../core/index.ts";
import type { Account } from "../../core/protocol.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { Avatar } from "../../ui/Avatar.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { SkeletonRows } from "../../ui/Skeleton.tsx";
import { TextField } from "../../ui/TextField.tsx";
import styles from "./Settings.module.css";

const PictureDialog = lazy(async () => ({ default: (await import("./PictureDialog.tsx")).PictureDialog }));

export function ProfileSettings() {
  const account = useObservable(useClient().state.account);
  return account === null ? <SkeletonRows count={3} /> : <Profile account={account} />;
}

function Profile({ account }: { readonly account: Account }) {
  const { t } = useTexts();
  const { person, email } = account;
  return (
    <>
      <Picture account={account} />
      <NameAndStatus key={`${person.displayName}\n${person.statusMessage}`} account={account} />
      <dl className={styles.section}>
        <div className={styles.fact}>
          <dt>{t("profile.userName")}</dt>
          <dd dir="ltr">@{person.username}</dd>
        </div>
        <div className={styles.fact}>
          <dt>{t("profile.email")}</dt>
          <dd dir="ltr">{email}</dd>
        </div>
      </dl>
    </>
  );
}

function Picture({ account }: { readonly account: Account }) {
  const { t } = useTexts();
  const client = useClient();
  const run = useAction();
  const [open, setOpen] = useState(false);
  const { person } = account;
  return (
    <section className={styles.picture} aria-label={t("profile.picture")}>
      <Avatar id={person.id} name={person.displayName} pictureUrl={avatarUrl(person.avatarId)} size={96} />
      <Button onClick={() => setOpen(true)}>{t("profile.choosePicture")}</Button>
      <Suspense>
        {open ? (
          <PictureDialog
            hasPicture={person.avatarId !== null}
            onClose={() => setOpen(false)}
            onRemove={() => run(() => client.account.setAvatar(null))}
            onPicture={(picture) => client.account.setAvatar(picture)}
          />
        ) : null}
      </Suspense>
    </section>
  );
}

function NameAndStatus({ account }: { readonly account: Account }) {
  const { t } = useTexts();
  const client = useClient();
  const { person } = account;
  const [displayName, setDisplayName] = useState(person.displayName);
  const [statusMessage, setStatusMessage] = useState(person.statusMessage);
  const submit = useSubmit(() =>
    client.account.updateProfile({ displayName: displayName.trim(), statusMessage: statusMessage.trim() }),
  );
  const unchanged =
    displayName.trim() === person.displayName && statusMessage.trim() === person.statusMessage;
  return (
    <form className={styles.form} onSubmit={submit.onSubmit}>
      {submit.error === null ? null : <Notice tone="danger">{submit.error}</Notice>}
      <TextField
        label={t("profile.displayName")}
        value={displayName}
        onValue={setDisplayName}
        maxLength={LIMITS.DISPLAY_NAME_MAX}
        autoComplete="name"
        dir="auto"
        required
      />
      <TextField
        label={t("profile.statusMessage")}
        value={statusMessage}
        onValue={setStatusMessage}
        placeholder={t("profile.statusPlaceholder")}
        maxLength={LIMITS.STATUS_MESSAGE_MAX}
        dir="auto"
      />
      <div className={styles.row}>
        <Button
          type="submit"
          look="primary"
          busy={submit.busy}
          disabled={unchanged || displayName.trim() === ""}
        >
          {t("action.save")}
        </Button>
      </div>
    </form>
  );
}
