import { useMemo } from "react";
import { useMyId } from "../../app/people.ts";
import { useObservable } from "../../app/useObservable.ts";
import { derive } from "../../core/observable.ts";
import { useTexts } from "../../text/TextsContext.ts";
import { Button } from "../../ui/Button.tsx";
import { CallIcon } from "../../ui/icons.ts";
import styles from "./CallBanner.module.css";
import { useCalls } from "./useCalls.ts";
import { useStartCall } from "./useStartCall.ts";

/** Says in a conversation that a call goes on there, and leads into it. */
export function CallBanner({ conversationId }: { readonly conversationId: string }) {
  const { t } = useTexts();
  const me = useMyId();
  const calls = useCalls();
  const { join } = useStartCall();
  const call = useObservable(
    useMemo(
      () =>
        derive([calls.running], (running) =>
          running.find((each) => each.conversationId === conversationId && each.end === null),
        ),
      [calls, conversationId],
    ),
  );
  const here = useObservable(calls.current)?.call.id;
  // The call that one is in leads back by itself.
  if (!call || call.id === here) return null;
  const inIt = call.participants.filter(({ state }) => state === "joined");
  const elsewhere = inIt.some(({ accountId }) => accountId === me);
  return (
    <div className={styles.banner} role="status">
      <CallIcon size={16} />
      <span className={styles.text}>
        {elsewhere ? t("calls.elsewhere") : t("calls.running", { count: inIt.length })}
      </span>
      <Button look="primary" onClick={() => join(conversationId, call.id, call.video)}>
        {elsewhere ? t("calls.takeOver") : t("calls.join")}
      </Button>
    </div>
  );
}
