import { useId, useRef, useState } from "react";
import { useClient } from "../../../app/ClientContext.ts";
import { useMyId } from "../../../app/people.ts";
import { useObservable } from "../../../app/useObservable.ts";
import { useLaterTexts } from "../../../text/LaterTexts.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { useCallStage } from "../CallStageContext.ts";
import type { Preparation } from "../callStage.ts";
import { DeviceFields } from "../DeviceFields.tsx";
import { useCallFace } from "../useCallFace.ts";
import { useStartCall } from "../useStartCall.ts";
import { DevicePreview } from "./DevicePreview.tsx";
import styles from "./PreviewDialog.module.css";

/** How one looks and sounds, before anybody is rung. */
export function PreviewDialog({ preparation }: { readonly preparation: Preparation }) {
  const { t } = useLaterTexts();
  const { state, account } = useClient();
  const stage = useCallStage();
  const { ring, enter } = useStartCall();
  const me = useMyId();
  const id = useId();
  const call = useRef<HTMLButtonElement>(null);
  const { callPreview } = useObservable(state.preferences);
  const [choice, setChoice] = useState({ microphone: true, camera: preparation.camera });
  const { conversationId, callId } = preparation;
  const face = useCallFace({ conversationId, people: [me] });
  const go = () => {
    stage.prepared();
    if (callId === null) ring(conversationId, choice);
    else enter(conversationId, callId, choice);
  };
  return (
    <Dialog
      title={t(callId === null ? "call.callName" : "call.joinName", { name: face.name })}
      onClose={() => stage.prepared()}
      wide
      first={call}
      actions={
        <>
          <label className={styles.again} htmlFor={id}>
            <input
              id={id}
              type="checkbox"
              checked={!callPreview}
              onChange={(event) => account.setPreferences({ callPreview: !event.currentTarget.checked })}
            />
            {t("call.previewOff")}
          </label>
          <Button onClick={() => stage.prepared()}>{t("action.cancel")}</Button>
          <Button ref={call} look="primary" onClick={go}>
            {t(callId === null ? "call.ring" : "calls.join")}
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <DevicePreview choice={choice} onChoice={setChoice} />
        <DeviceFields />
      </div>
    </Dialog>
  );
}
