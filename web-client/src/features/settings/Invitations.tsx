import { useCallback, useEffect, useState } from "react";
import { useClient } from "../../app/ClientContext.ts";
import { useQuestion } from "../../app/Questions.tsx";
import { useNow } from "../../app/useNow.ts";
import { useSubmit } from "../../app/useSubmit.ts";
import { LIMITS } from "../../core/index.ts";
import type { Invitation } from "../../core/protocol.ts";
import { useErrorText } from "../../text/errors.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { relativeTime } from "../../text/times.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { LinkIcon } from "../../ui/laterIcons.ts";
import { Notice } from "../../ui/Notice.tsx";
import { SkeletonRows } from "../../ui/Skeleton.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { LinkBox } from "./LinkBox.tsx";
import styles from "./Settings.module.css";

const USES = [1, 5, 20, 100] as const;
const DAYS = [1, 7, 30, 365] as const;

/** Links with which people create accounts. */
export function Invitations() {
  const { t } = useTexts();
  const { admin } = useClient();
  const errorText = useErrorText();
  const [invitations, setInvitations] = useState<readonly Invitation[] | null>(null);
  const [made, setMade] = useState<Invitation | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const load = useCallback(async () => {
    setFailure(null);
    try {
      setInvitations(await admin.invitations());
    } catch (thrown) {
      setFailure(thrown);
    }
  }, [admin]);
  useEffect(() => {
    void load();
  }, [load]);

  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{t("admin.invitations")}</h2>
      <p className={styles.text}>{t("admin.invitationsText")}</p>
      <NewInvitation
        onMade={(invitation) => {
          setMade(invitation);
          void load();
        }}
      />
      {made?.link ? (
        <>
          <Notice tone="calm">{t("admin.linkOnce")}</Notice>
          <LinkBox path={made.link} />
        </>
      ) : null}
      {failure !== null ? (
        <EmptyState title={errorText(failure)} action={<Button onClick={load}>{t("action.retry")}</Button>} />
      ) : invitations === null ? (
        <SkeletonRows count={2} />
      ) : invitations.length === 0 ? (
        <EmptyState
          icon={<LinkIcon size={24} />}
          title={t("admin.noInvitations")}
          text={t("admin.noInvitationsText")}
        />
      ) : (
        <ul>
          {invitations.map((invitation) => (
            <InvitationEntry key={invitation.id} invitation={invitation} onRevoked={load} />
          ))}
        </ul>
      )}
    </section>
  );
}

function NewInvitation({ onMade }: { readonly onMade: (invitation: Invitation) => void }) {
  const { t } = useTexts();
  const { admin } = useClient();
  const [note, setNote] = useState("");
  const [maxUses, setMaxUses] = useState<number>(USES[0]);
  const [days, setDays] = useState<number>(DAYS[1]);
  const submit = useSubmit(async () => {
    onMade(await admin.createInvitation({ note: note.trim(), maxUses, days }));
    setNote("");
  });
  return (
    <form className={styles.form} onSubmit={submit.onSubmit}>
      {submit.error === null ? null : <Notice tone="danger">{submit.error}</Notice>}
      <div className={styles.fields}>
        <TextField
          label={t("admin.invitationNote")}
          placeholder={t("admin.invitationNotePlaceholder")}
          value={note}
          onValue={setNote}
          maxLength={LIMITS.NOTE_MAX}
          dir="auto"
        />
        <label className={styles.select}>
          {t("admin.invitationUses")}
          <select value={maxUses} onChange={(event) => setMaxUses(Number(event.currentTarget.value))}>
            {USES.map((count) => (
              <option key={count} value={count}>
                {count === 1 ? t("admin.usesOnce") : t("admin.usesTimes", { count })}
              </option>
            ))}
          </select>
        </label>
        <label className={styles.select}>
          {t("admin.validFor")}
          <select value={days} onChange={(event) => setDays(Number(event.currentTarget.value))}>
            {DAYS.map((count) => (
              <option key={count} value={count}>
                {t("admin.days", { count })}
              </option>
            ))}
          </select>
        </label>
        <Button type="submit" look="primary" large busy={submit.busy}>
          {t("admin.createInvitation")}
        </Button>
      </div>
    </form>
  );
}

interface EntryProps {
  readonly invitation: Invitation;
  readonly onRevoked: () => Promise<void>;
}

function InvitationEntry({ invitation, onRevoked }: EntryProps) {
  const texts = useTexts();
  const { t } = texts;
  const { admin } = useClient();
  const ask = useQuestion();
  const now = useNow();
  const { note, uses, maxUses, expiresAt } = invitation;
  const used = t("admin.usesLeft", { used: uses, count: maxUses });
  const expires = t("admin.expires", { when: relativeTime(texts, new Date(expiresAt), now) });
  return (
    <li className={styles.entry}>
      <LinkIcon />
      <div className={styles.lines}>
        <div className={styles.name}>
          <bdi>{note || "–"}</bdi>
        </div>
        <div className={styles.text}>
          {used} · {expires}
        </div>
      </div>
      <Button
        onClick={() =>
          ask({
            title: t("admin.revokeTitle"),
            text: t("admin.revokeText"),
            action: t("admin.revoke"),
            danger: true,
            onConfirm: async () => {
              await admin.revokeInvitation(invitation.id);
              await onRevoked();
            },
          })
        }
      >
        {t("admin.revoke")}
      </Button>
    </li>
  );
}
