import { lazy, Suspense } from "react";
import { useTexts } from "../text/TextsContext.ts";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { OfflineIcon } from "../ui/icons.ts";
import styles from "./App.module.css";
import { useClient } from "./ClientContext.ts";
import { useRoute } from "./NavigationContext.ts";
import { useObservable } from "./useObservable.ts";

const MainScreen = lazy(async () => ({ default: (await import("./MainScreen.tsx")).MainScreen }));
const SignInScreen = lazy(async () => ({
  default: (await import("../features/sign-in/SignInScreen.tsx")).SignInScreen,
}));

/** Which of the three worlds is shown: starting, signed out, signed in. */
export function App() {
  const session = useObservable(useClient().state.session);
  const route = useRoute();
  const resetting = route.name === "reset";
  switch (session.state) {
    case "starting":
      return session.unreachable ? <Unreachable /> : <Starting />;
    case "signedOut":
      return (
        <Suspense fallback={<Starting />}>
          <SignInScreen ended={session.ended} />
        </Suspense>
      );
    case "signedIn":
      return (
        <Suspense fallback={<Starting />}>
          {resetting ? <SignInScreen ended={false} /> : <MainScreen />}
        </Suspense>
      );
  }
}

function Starting() {
  const { t } = useTexts();
  return (
    <div className={styles.middle} role="status" aria-label={t("state.loading")}>
      <img className={styles.mark} src="/icons/mark.svg" alt="" width={56} height={56} />
    </div>
  );
}

function Unreachable() {
  const { t } = useTexts();
  return (
    <main className={styles.middle}>
      <EmptyState
        icon={<OfflineIcon size={26} />}
        title={t("state.unreachableTitle")}
        text={t("state.unreachableText")}
        action={<Button onClick={() => window.location.reload()}>{t("action.retry")}</Button>}
      />
    </main>
  );
}
