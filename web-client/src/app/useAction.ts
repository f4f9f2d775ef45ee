import { useErrorText } from "../text/errors.ts";
import { useToasts } from "./ToastsContext.ts";

/** Runs something that was asked for; if it fails, a toast says why. */
export function useAction(): (action: () => Promise<unknown>) => void {
  const toasts = useToasts();
  const errorText = useErrorText();
  return (action) => {
    action().catch((failure: unknown) => toasts.show({ text: errorText(failure) }));
  };
}
