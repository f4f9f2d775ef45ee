import { Component, type ErrorInfo, type ReactNode } from "react";
import { useTexts } from "../text/TextsContext.ts";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { FailedIcon } from "../ui/icons.ts";
import styles from "./App.module.css";

/** Catches what goes wrong while drawing: a sentence and a way on instead of an empty page. */
export class CrashBoundary extends Component<
  { readonly children: ReactNode },
  { readonly crashed: boolean }
> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error("The page could not be drawn", error.name, info.componentStack);
  }

  override render() {
    return this.state.crashed ? <Crashed /> : this.props.children;
  }
}

function Crashed() {
  const { t } = useTexts();
  return (
    <main className={styles.middle}>
      <EmptyState
        icon={<FailedIcon size={26} />}
        title={t("state.crashedTitle")}
        text={t("state.crashedText")}
        action={
          <Button look="primary" onClick={() => window.location.reload()}>
            {t("action.reload")}
          </Button>
        }
      />
    </main>
  );
}
