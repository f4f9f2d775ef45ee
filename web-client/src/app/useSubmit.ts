import { type FormEvent, useState } from "react";
import { ApiError } from "../core/index.ts";
import { useErrorText } from "../text/errors.ts";

export interface Submit {
  readonly busy: boolean;
  /** The sentence for what went wrong last, or null. */
  readonly error: string | null;
  /** The error's stable code, for showing it at the field it is about. */
  readonly code: string | null;
  readonly onSubmit: (event: FormEvent) => void;
  readonly clear: () => void;
}

/** Runs a form's action once at a time and keeps what went wrong. */
export function useSubmit(action: () => Promise<void>): Submit {
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  const run = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await action();
    } catch (thrown) {
      setFailure(thrown);
    } finally {
      setBusy(false);
    }
  };

  return {
    busy,
    error: failure === null ? null : errorText(failure),
    code: failure instanceof ApiError ? failure.code : null,
    onSubmit: (event) => {
      event.preventDefault();
      if (!busy) void run();
    },
    clear: () => setFailure(null),
  };
}
