import { useClient } from "../../app/ClientContext.ts";
import { useNavigation } from "../../app/NavigationContext.ts";
import { useAction } from "../../app/useAction.ts";
import type { MediaChoice } from "../../core/calls/types.ts";
import { useCallStage } from "./CallStageContext.ts";
import { useCalls } from "./useCalls.ts";

export interface CallStarts {
  /** Rings the others of a conversation, or joins the call it has; after the preview where one wants it. */
  start(conversationId: string, camera: boolean): void;
  /** Joins a call that runs; after the preview where one wants it. */
  join(conversationId: string, callId: string, camera: boolean): void;
  /** Accepts or joins at once. */
  enter(conversationId: string, callId: string, choice: MediaChoice): void;
  /** Rings at once. */
  ring(conversationId: string, choice: MediaChoice): void;
}

/** The ways into a call. */
export function useStartCall(): CallStarts {
  const { state } = useClient();
  const calls = useCalls();
  const stage = useCallStage();
  const navigation = useNavigation();
  const run = useAction();

  const goTo = (conversationId: string) => {
    navigation.go({ name: "conversation", id: conversationId });
    stage.show();
  };
  const ring = (conversationId: string, choice: MediaChoice) => {
    goTo(conversationId);
    run(() => calls.start(conversationId, choice));
  };
  const enter = (conversationId: string, callId: string, choice: MediaChoice) => {
    goTo(conversationId);
    run(() => calls.join(callId, choice));
  };
  /** Nothing is asked where one is in that call already. */
  const isHere = (conversationId: string) => {
    const current = calls.current.get();
    return current?.call.conversationId === conversationId && current.phase !== "ended";
  };
  return {
    ring,
    enter,
    start: (conversationId, camera) => {
      if (isHere(conversationId)) goTo(conversationId);
      else if (state.preferences.get().callPreview) stage.prepare({ conversationId, camera, callId: null });
      else ring(conversationId, { microphone: true, camera });
    },
    join: (conversationId, callId, camera) => {
      if (isHere(conversationId)) goTo(conversationId);
      else if (state.preferences.get().callPreview) stage.prepare({ conversationId, camera, callId });
      else enter(conversationId, callId, { microphone: true, camera });
    },
  };
}
