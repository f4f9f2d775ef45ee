import { useState } from "react";
import { useClient } from "../../app/ClientContext.ts";
import { useSubmit } from "../../app/useSubmit.ts";
import type { ServerInfo } from "../../core/protocol.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { Card } from "./Card.tsx";
import { PasswordField } from "./PasswordField.tsx";
import { RouteLink } from "./RouteLink.tsx";
import styles from "./SignInScreen.module.css";

interface Props {
  readonly info: ServerInfo | null;
  readonly ended: boolean;
}

export function SignIn({ info, ended }: Props) {
  const { t } = useTexts();
  const { session } = useClient();
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const submit = useSubmit(() => session.signIn({ login: login.trim(), password }));

  return (
    <Card title={t("signIn.title", { server: info?.name ?? t("app.name") })} subtitle={t("signIn.subtitle")}>
      <form className={styles.form} onSubmit={submit.onSubmit}>
        {submit.error !== null ? (
          <Notice tone="danger">{submit.error}</Notice>
        ) : ended ? (
          <Notice tone="calm">{t("signIn.expired")}</Notice>
        ) : null}
        <TextField
          label={t("signIn.login")}
          value={login}
          onValue={setLogin}
          name="username"
          autoComplete="username"
          autoCapitalize="off"
          spellCheck={false}
          required
          autoFocus
        />
        <PasswordField
          label={t("signIn.password")}
          value={password}
          onValue={setPassword}
          name="password"
          autoComplete="current-password"
          required
          aside={<RouteLink to={{ name: "forgot" }}>{t("signIn.forgot")}</RouteLink>}
        />
        <Button type="submit" look="primary" large wide busy={submit.busy}>
          {t("signIn.submit")}
        </Button>
      </form>
      <p className={styles.foot}>
        <WayIn info={info} />
      </p>
    </Card>
  );
}

function WayIn({ info }: { readonly info: ServerInfo | null }) {
  const { t } = useTexts();
  switch (info?.registration) {
    case "open":
      return <RouteLink to={{ name: "register", invitation: null }}>{t("signIn.toRegister")}</RouteLink>;
    case "invitation":
      return t("signIn.byInvitation");
    case "closed":
      return t("signIn.closed");
    case undefined:
      return "\u00a0";
  }
}
