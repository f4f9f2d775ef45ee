import { createStore, type Observable } from "../core/observable.ts";

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly title?: string;
  /** Whose picture stands before it. */
  readonly face?: { readonly id: string; readonly name: string; readonly pictureUrl: string | null };
  readonly onOpen?: () => void;
}

/** Short messages that go by themselves; at most three at a time. */
export interface Toasts {
  readonly shown: Observable<readonly Toast[]>;
  show(toast: Omit<Toast, "id">): void;
  dismiss(id: number): void;
}

const AT_MOST = 3;
const STAYS_MS = 6_000;

export function createToasts(): Toasts {
  const shown = createStore<readonly Toast[]>([]);
  let next = 1;
  const dismiss = (id: number) => shown.update((toasts) => toasts.filter((toast) => toast.id !== id));
  return {
    shown,
    dismiss,
    show: (toast) => {
      const id = next++;
      shown.update((toasts) => [...toasts, { ...toast, id }].slice(-AT_MOST));
      setTimeout(() => dismiss(id), STAYS_MS);
    },
  };
}
