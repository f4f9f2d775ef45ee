import { useClient } from "../../app/ClientContext.ts";
import type { CallActions } from "../../core/calls/types.ts";

/** Everything about calls that the core knows and does. */
export function useCalls(): CallActions {
  return useClient().calls;
}
