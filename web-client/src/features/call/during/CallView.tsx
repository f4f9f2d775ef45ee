import { useCallback, useEffect, useRef, useState } from "react";
import { useClient } from "../../../app/ClientContext.ts";
import { useNavigation } from "../../../app/NavigationContext.ts";
import { useMyId } from "../../../app/people.ts";
import { useAction } from "../../../app/useAction.ts";
import { useObservable } from "../../../app/useObservable.ts";
import type { CurrentCall } from "../../../core/calls/types.ts";
import { useCallStage } from "../CallStageContext.ts";
import { playTone } from "../incoming/ringTone.ts";
import { useCalls } from "../useCalls.ts";
import { CallPane } from "./CallPane.tsx";
import { CallSound } from "./CallSound.tsx";
import { MiniCall } from "./MiniCall.tsx";
import { useCallKeys } from "./useCallKeys.ts";
import { useHardwareKeys } from "./useHardwareKeys.ts";

/** The call that this tab is in, in full or in the corner; its sound and its keys work either way. */
export function CallView({ current }: { readonly current: CurrentCall }) {
  const calls = useCalls();
  const stage = useCallStage();
  const action = useAction();
  const { minimised } = useObservable(stage.state);
  const { choice } = useObservable(calls.devices);
  const [silent, setSilent] = useState(false);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it needs is always there
  const run = useCallback(action, []);
  useCallKeys({ self: current.self, run });
  useHardwareKeys({ self: current.self, run });
  useRingback(current);
  useGoesAlong(current.call.conversationId);

  const shown = { current, silent, onSound: () => setAsked(asked + 1) };
  return (
    <>
      <CallSound tiles={current.tiles} speakerId={choice.speakerId} asked={asked} onBlocked={setSilent} />
      {minimised ? <MiniCall {...shown} /> : <CallPane {...shown} />}
    </>
  );
}

/** A call that moves to a group takes one along who was looking at its conversation. */
function useGoesAlong(conversationId: string) {
  const stage = useCallStage();
  const navigation = useNavigation();
  const before = useRef(conversationId);
  useEffect(() => {
    if (before.current === conversationId) return;
    const route = navigation.route.get();
    const there = route.name === "conversation" && route.id === before.current;
    before.current = conversationId;
    if (!there) return;
    const { minimised } = stage.state.get();
    navigation.go({ name: "conversation", id: conversationId }, true);
    if (!minimised) stage.show();
  }, [conversationId, navigation, stage]);
}

/** Lets the caller hear that it rings. */
function useRingback({ call, phase }: CurrentCall) {
  const me = useMyId();
  const { sound } = useObservable(useClient().state.preferences);
  const heard = sound && phase === "ringing" && call.startedBy === me;
  useEffect(() => (heard ? playTone("ringback") : undefined), [heard]);
}
