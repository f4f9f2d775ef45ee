import { createStore } from "../../observable.ts";
import { ApiError } from "../../types.ts";
import type { CallEngine, OpenEngine } from "../engine.ts";
import type { CurrentCall } from "../types.ts";

/** Calls in a browser. */
export const openEngine: OpenEngine = (context): CallEngine => {
  const refuse = () => Promise.reject(new ApiError("call.media_unavailable"));
  const choice = {
    microphoneId: null,
    cameraId: null,
    speakerId: null,
    noiseSuppression: true,
    echoCancellation: true,
    gainControl: true,
    backgroundBlur: false,
  };
  return {
    current: createStore<CurrentCall | null>(null),
    devices: createStore({
      microphones: [],
      cameras: [],
      speakers: [],
      choice,
      canBlur: false,
      canShareScreen: false,
    }),
    start: refuse,
    join: refuse,
    decline: async (callId) => void context.dismiss(callId),
    leave: refuse,
    endForAll: refuse,
    add: refuse,
    setMicrophone: refuse,
    setCamera: refuse,
    setScreen: refuse,
    setHand: () => {},
    react: () => {},
    setTileSize: () => {},
    choose: refuse,
    preview: (media) => ({
      state: createStore({
        choice: media,
        video: null,
        level: 0,
        microphoneProblem: null,
        cameraProblem: null,
      }),
      set: () => {},
      testSpeaker: refuse,
      close: () => {},
    }),
    selfTest: refuse,
    received: () => {},
    close: () => {},
  };
};
