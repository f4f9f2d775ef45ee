import { LIMITS } from "../../core/index.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { PasswordField } from "./PasswordField.tsx";
import { passwordStrength, passwordTooLong } from "./passwordStrength.ts";
import styles from "./SignInScreen.module.css";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** What makes a bad password: the person's own names. */
  readonly others?: readonly string[];
  readonly error?: string | null;
}

/** A password to be chosen, with its strength told while it is typed. */
export function NewPasswordField({ label, value, onValue, others = [], error = null }: Props) {
  const { t } = useTexts();
  const level = passwordStrength(value, others);
  const missing = LIMITS.PASSWORD_MIN - [...value].length;
  const advice = {
    none: t("register.passwordRule"),
    short: t("password.short", { missing }),
    weak: t("password.weak"),
    fair: t("password.fair"),
    good: t("password.good"),
    strong: t("password.strong"),
  }[level];
  return (
    <div className={styles.strength}>
      <PasswordField
        label={label}
        value={value}
        onValue={onValue}
        autoComplete="new-password"
        required
        error={error ?? (passwordTooLong(value) ? t("error.account.password_weak") : null)}
        hint={advice}
      />
      <div
        className={styles.bars}
        data-level={level}
        role="img"
        aria-label={t("password.strength", { level })}
      >
        <span className={styles.bar} />
        <span className={styles.bar} />
        <span className={styles.bar} />
        <span className={styles.bar} />
      </div>
    </div>
  );
}
