import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { useNavigation } from "../../app/NavigationContext.ts";
import { useObservable } from "../../app/useObservable.ts";
import { derive } from "../../core/observable.ts";
import { useCallStage } from "./CallStageContext.ts";
import { useCalls } from "./useCalls.ts";

const CallScreens = lazy(async () => ({ default: (await import("./CallScreens.tsx")).CallScreens }));

/** Everything of calls that lies over the page. It is loaded with the first call and stays from then on. */
export function CallLayer() {
  const calls = useCalls();
  const stage = useCallStage();
  const navigation = useNavigation();
  const busy = useObservable(
    useMemo(
      () =>
        derive(
          [calls.incoming, calls.current, stage.state],
          (incoming, current, { preparing }) => incoming.length > 0 || current !== null || preparing !== null,
        ),
      [calls, stage],
    ),
  );
  const [wanted, setWanted] = useState(busy);
  useEffect(() => {
    if (busy) setWanted(true);
  }, [busy]);
  // Who goes elsewhere wants to read there; the call goes on in the corner.
  useEffect(() => navigation.route.subscribe(() => stage.minimise()), [navigation, stage]);
  return <Suspense>{wanted || busy ? <CallScreens /> : null}</Suspense>;
}
