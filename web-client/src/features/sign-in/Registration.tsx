import { useState } from "react";
import { useClient } from "../../app/ClientContext.ts";
import { useNavigation } from "../../app/NavigationContext.ts";
import { useSubmit } from "../../app/useSubmit.ts";
import { LIMITS } from "../../core/index.ts";
import type { ServerInfo } from "../../core/protocol.ts";
import { useTexts } from "../../text/TextsContext.ts";
import type { Texts } from "../../text/texts.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { Card } from "./Card.tsx";
import { NewPasswordField } from "./NewPasswordField.tsx";
import { RouteLink } from "./RouteLink.tsx";
import styles from "./SignInScreen.module.css";

interface Props {
  readonly info: ServerInfo | null;
  readonly invitation: string | null;
}

/** Registration where it is open or one is invited; otherwise a sentence and a way on. */
export function Registration({ info, invitation }: Props) {
  const { t } = useTexts();
  if (info && !info.empty && info.registration === "closed") {
    return <NoWayIn title={t("register.closedTitle")} text={t("register.closedText")} />;
  }
  if (info && !info.empty && info.registration === "invitation" && !invitation) {
    return <NoWayIn title={t("register.invitationTitle")} text={t("register.invitationText")} />;
  }
  return <RegistrationForm info={info} invitation={invitation} />;
}

function NoWayIn({ title, text }: { readonly title: string; readonly text: string }) {
  const { t } = useTexts();
  return (
    <Card title={title} subtitle={text}>
      <p className={styles.foot}>
        <RouteLink to={{ name: "chats" }}>{t("register.toSignIn")}</RouteLink>
      </p>
    </Card>
  );
}

/** The errors that belong to one field; any other is said above the form. */
const FIELD_OF: Readonly<Record<string, string>> = {
  "account.username_taken": "username",
  "account.email_taken": "email",
  "account.password_weak": "password",
};

function RegistrationForm({ info, invitation }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const { session } = useClient();
  const navigation = useNavigation();
  const [username, setUsername] = useState("");
  const [displayName, setDisplayName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const submit = useSubmit(async () => {
    const name = displayName.trim();
    await session.register({
      username,
      email: email.trim(),
      password,
      displayName: name === "" ? null : name,
      invitation,
    });
    navigation.go({ name: "chats" }, true);
  });

  const touch = (field: string) => () => setLeft((fields) => new Set(fields).add(field));
  const serverError = (field: string) => (FIELD_OF[submit.code ?? ""] === field ? submit.error : null);
  const usernameError = serverError("username") ?? usernameProblem(texts, username, left.has("username"));
  const emailError =
    serverError("email") ??
    (left.has("email") && email !== "" && !/^[^\s@]+@[^\s@]+$/.test(email.trim())
      ? t("register.emailInvalid")
      : null);
  const general = submit.error !== null && FIELD_OF[submit.code ?? ""] === undefined ? submit.error : null;

  return (
    <Card title={t("register.title")} {...subtitleOf(texts, info, invitation)}>
      <form className={styles.form} onSubmit={submit.onSubmit}>
        {general === null ? null : <Notice tone="danger">{general}</Notice>}
        <TextField
          label={t("register.userName")}
          value={username}
          onValue={(value) => {
            submit.clear();
            setUsername(value.trim().toLowerCase());
          }}
          onBlur={touch("username")}
          hint={t("register.userNameRule")}
          error={usernameError}
          name="username"
          autoComplete="username"
          autoCapitalize="off"
          spellCheck={false}
          dir="ltr"
          maxLength={LIMITS.USERNAME_MAX}
          required
          autoFocus
        />
        <TextField
          label={t("register.displayName")}
          value={displayName}
          onValue={setDisplayName}
          hint={t("register.displayNameRule")}
          name="name"
          autoComplete="name"
          maxLength={LIMITS.DISPLAY_NAME_MAX}
          placeholder={username}
        />
        <TextField
          label={t("register.email")}
          value={email}
          onValue={(value) => {
            submit.clear();
            setEmail(value);
          }}
          onBlur={touch("email")}
          hint={t("register.emailRule")}
          error={emailError}
          type="email"
          name="email"
          autoComplete="email"
          dir="ltr"
          maxLength={LIMITS.EMAIL_MAX}
          required
        />
        <NewPasswordField
          label={t("register.password")}
          value={password}
          onValue={(value) => {
            submit.clear();
            setPassword(value);
          }}
          others={[username, ...displayName.split(/\s+/), email.split("@")[0] ?? ""]}
          error={serverError("password")}
        />
        <Button type="submit" look="primary" large wide busy={submit.busy}>
          {t("register.submit")}
        </Button>
      </form>
      {info?.empty ? null : (
        <p className={styles.foot}>
          <RouteLink to={{ name: "chats" }}>{t("register.toSignIn")}</RouteLink>
        </p>
      )}
    </Card>
  );
}

function subtitleOf({ t }: Texts, info: ServerInfo | null, invitation: string | null): { subtitle?: string } {
  if (info?.empty) return { subtitle: t("register.first") };
  if (invitation) return { subtitle: t("register.invited", { server: info?.name ?? t("app.name") }) };
  return {};
}

/** What is wrong with a user name while it is typed; that it is too short only after the field was left. */
function usernameProblem({ t }: Texts, username: string, left: boolean): string | null {
  if (username === "") return null;
  if (!/^[a-z0-9][a-z0-9._-]*$/.test(username)) return t("register.userNameCharacters");
  if (left && username.length < LIMITS.USERNAME_MIN) return t("register.userNameLength");
  return null;
}
