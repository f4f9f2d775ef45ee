import { useCallback, useEffect, useRef, useState } from "react";
import { useNavigation } from "../../app/NavigationContext.ts";
import type { Check, CheckProblem } from "../../core/calls/types.ts";
import { useErrorText } from "../../text/errors.ts";
import { type AllTexts, LaterTexts, useLaterTexts } from "../../text/LaterTexts.tsx";
import { Button } from "../../ui/Button.tsx";
import { classes } from "../../ui/classes.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { BackIcon, FailedIcon, QueuedIcon, SentIcon } from "../../ui/icons.ts";
import { RetryIcon, SkippedIcon } from "../../ui/laterIcons.ts";
import { Notice } from "../../ui/Notice.tsx";
import settings from "../settings/Settings.module.css";
import styles from "./ConnectivityPage.module.css";
import { useCalls } from "./useCalls.ts";

/** Finds out whether calls will work from here, and says what to do where they will not. */
export function ConnectivityPage() {
  return (
    <LaterTexts>
      <Connectivity />
    </LaterTexts>
  );
}

function Connectivity() {
  const { t } = useLaterTexts();
  const navigation = useNavigation();
  const { checks, running, failure, again } = useSelfTest();
  const failed = checks.filter(({ state }) => state === "failed").length;
  return (
    <main className={settings.page}>
      <header className={settings.bar}>
        <IconButton
          className={settings.back ?? ""}
          label={t("action.back")}
          icon={<BackIcon className="flips" />}
          onClick={() => navigation.go({ name: "settings", section: "calls" })}
        />
        <h1 className={settings.title}>{t("connectivity.title")}</h1>
      </header>
      <div className={settings.body}>
        <p className={settings.text}>{t("connectivity.text")}</p>
        {failure === null ? null : <Notice tone="danger">{failure}</Notice>}
        <ul className={styles.checks}>
          {checks.map((check) => (
            <CheckLine key={check.name} check={check} />
          ))}
        </ul>
        <div className={settings.row}>
          <Button look="primary" busy={running} onClick={again}>
            <RetryIcon size={16} />
            {t("connectivity.again")}
          </Button>
          <span className={settings.text} role="status">
            {running || failure !== null ? "" : t("connectivity.result", { count: failed })}
          </span>
        </div>
      </div>
    </main>
  );
}

/** Runs the checks when the page opens, and whenever they are asked for again. */
function useSelfTest() {
  const calls = useCalls();
  const errorText = useErrorText();
  const textOf = useRef(errorText);
  textOf.current = errorText;
  const [checks, setChecks] = useState<readonly Check[]>([]);
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const run = useRef(0);

  const again = useCallback(async () => {
    const mine = ++run.current;
    const still = () => mine === run.current;
    setChecks([]);
    setFailure(null);
    setRunning(true);
    try {
      await calls.selfTest((check) => {
        if (still()) setChecks((known) => withCheck(known, check));
      });
    } catch (thrown) {
      if (still()) setFailure(textOf.current(thrown));
    } finally {
      if (still()) setRunning(false);
    }
  }, [calls]);
  useEffect(() => {
    void again();
    return () => {
      run.current++;
    };
  }, [again]);
  return { checks, running, failure, again: () => void again() };
}

function withCheck(known: readonly Check[], check: Check): readonly Check[] {
  const at = known.findIndex(({ name }) => name === check.name);
  return at < 0 ? [...known, check] : known.with(at, check);
}

const MARKS = {
  running: QueuedIcon,
  passed: SentIcon,
  failed: FailedIcon,
  skipped: SkippedIcon,
} as const;

function CheckLine({ check }: { readonly check: Check }) {
  const texts = useLaterTexts();
  const { t } = texts;
  const { name, state, detail, problem } = check;
  const Mark = MARKS[state];
  return (
    <li className={styles.check}>
      <span className={classes(styles.mark, styles[state])}>
        <Mark size={16} role="img" aria-label={t("connectivity.state", { state })} />
      </span>
      <div className={styles.lines}>
        <div className={styles.name}>
          {t(`connectivity.${name}`)}
          {detail === null ? null : (
            <bdi className={styles.detail} dir="ltr">
              {detail}
            </bdi>
          )}
        </div>
        {problem === null ? null : <p className={styles.remedy}>{remedyOf(texts, name, problem)}</p>}
      </div>
    </li>
  );
}

/** What to do about a problem. */
function remedyOf({ t }: AllTexts, name: Check["name"], problem: CheckProblem): string {
  switch (problem) {
    case "denied":
    case "missing":
    case "busy":
    case "insecure":
      return t(`call.device.${problem}`, { kind: name });
    default:
      return t(`connectivity.remedy.${problem}`);
  }
}
