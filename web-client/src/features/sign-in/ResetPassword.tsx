import { useState } from "react";
import { useClient } from "../../app/ClientContext.ts";
import { useSubmit } from "../../app/useSubmit.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Card } from "./Card.tsx";
import { NewPasswordField } from "./NewPasswordField.tsx";
import { PasswordField } from "./PasswordField.tsx";
import { RouteLink } from "./RouteLink.tsx";
import styles from "./SignInScreen.module.css";

/** Choosing a new password through a link, from a mail or from an administrator. */
export function ResetPassword({ token }: { readonly token: string }) {
  const { t } = useTexts();
  const { session } = useClient();
  const [password, setPassword] = useState("");
  const [repeated, setRepeated] = useState("");
  const [done, setDone] = useState(false);
  const submit = useSubmit(async () => {
    await session.resetPassword(token, password);
    setDone(true);
  });
  const differ = repeated !== "" && !password.startsWith(repeated);
  const back = (
    <p className={styles.foot}>
      <RouteLink to={{ name: "chats" }}>{t("forgot.back")}</RouteLink>
    </p>
  );

  if (done) {
    return (
      <Card title={t("reset.doneTitle")} subtitle={t("reset.doneText")}>
        {back}
      </Card>
    );
  }
  if (token === "" || submit.code === "account.reset_invalid") {
    return (
      <Card title={t("reset.invalidTitle")} subtitle={t("reset.invalidText")}>
        {back}
      </Card>
    );
  }
  return (
    <Card title={t("reset.title")} subtitle={t("reset.text")}>
      <form className={styles.form} onSubmit={submit.onSubmit}>
        {submit.error === null ? null : <Notice tone="danger">{submit.error}</Notice>}
        <NewPasswordField label={t("reset.password")} value={password} onValue={setPassword} />
        <PasswordField
          label={t("password.repeat")}
          value={repeated}
          onValue={setRepeated}
          autoComplete="new-password"
          error={differ ? t("password.differ") : null}
          required
        />
        <Button type="submit" look="primary" large wide busy={submit.busy} disabled={password !== repeated}>
          {t("reset.submit")}
        </Button>
      </form>
      {back}
    </Card>
  );
}
