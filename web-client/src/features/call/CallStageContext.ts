import { createContext, useContext } from "react";
import type { CallStage } from "./callStage.ts";

const CallStageContext = createContext<CallStage | null>(null);

export const CallStageProvider = CallStageContext.Provider;

/** How the call is shown: every screen may start one or bring it to the front. */
export function useCallStage(): CallStage {
  const stage = useContext(CallStageContext);
  if (!stage) throw new Error("useCallStage needs a CallStageProvider above it");
  return stage;
}
