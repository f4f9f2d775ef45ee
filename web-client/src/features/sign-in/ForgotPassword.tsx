import { useState } from "react";
import { useClient } from "../../app/ClientContext.ts";
import { useSubmit } from "../../app/useSubmit.ts";
import type { ServerInfo } from "../../core/protocol.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { Card } from "./Card.tsx";
import { RouteLink } from "./RouteLink.tsx";
import styles from "./SignInScreen.module.css";

export function ForgotPassword({ info }: { readonly info: ServerInfo | null }) {
  const { t } = useTexts();
  const { session } = useClient();
  const [email, setEmail] = useState("");
  const [sent, setSent] = useState(false);
  const submit = useSubmit(async () => {
    await session.forgotPassword(email.trim());
    setSent(true);
  });
  const back = (
    <p className={styles.foot}>
      <RouteLink to={{ name: "chats" }}>{t("forgot.back")}</RouteLink>
    </p>
  );

  if (sent) {
    return (
      <Card title={t("forgot.sentTitle")} subtitle={t("forgot.sentText", { email: email.trim() })}>
        {back}
      </Card>
    );
  }
  if (info && !info.passwordResetByMail) {
    return (
      <Card title={t("forgot.title")} subtitle={t("forgot.noMail")}>
        {back}
      </Card>
    );
  }
  return (
    <Card title={t("forgot.title")} subtitle={t("forgot.text")}>
      <form className={styles.form} onSubmit={submit.onSubmit}>
        {submit.error === null ? null : <Notice tone="danger">{submit.error}</Notice>}
        <TextField
          label={t("register.email")}
          value={email}
          onValue={setEmail}
          type="email"
          name="email"
          autoComplete="email"
          dir="ltr"
          required
          autoFocus
        />
        <Button type="submit" look="primary" large wide busy={submit.busy}>
          {t("forgot.submit")}
        </Button>
      </form>
      {back}
    </Card>
  );
}
