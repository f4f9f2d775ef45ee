import { useEffect } from "react";
import { useObservable } from "../../app/useObservable.ts";
import { LaterTexts } from "../../text/LaterTexts.tsx";
import { PreviewDialog } from "./before/PreviewDialog.tsx";
import { useCallStage } from "./CallStageContext.ts";
import { CallView } from "./during/CallView.tsx";
import { IncomingCall } from "./incoming/IncomingCall.tsx";
import { useCallNotices } from "./useCallNotices.ts";
import { useCalls } from "./useCalls.ts";

/** All that lies over the page for calls: who rings, the preview, the call. */
export function CallScreens() {
  return (
    <LaterTexts>
      <Screens />
    </LaterTexts>
  );
}

function Screens() {
  const calls = useCalls();
  const stage = useCallStage();
  const incoming = useObservable(calls.incoming);
  const current = useObservable(calls.current);
  const { preparing } = useObservable(stage.state);
  useCallNotices();

  const first = incoming[0];
  // Somebody is quicker than oneself: answering comes before calling.
  const prepared = preparing !== null && first?.conversationId === preparing.conversationId;
  useEffect(() => {
    if (prepared) stage.prepared();
  }, [prepared, stage]);
  return (
    <>
      {current ? <CallView current={current} /> : null}
      {preparing && !first ? <PreviewDialog preparation={preparing} /> : null}
      {first ? <IncomingCall key={first.id} call={first} /> : null}
    </>
  );
}
