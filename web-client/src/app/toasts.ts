import { createStore, type Observable } from "../core/observable.ts";

export interface Toast {
  readonly id: number;
  readonly text: string;
  /** A newer toast with the same key takes the place of this one. */
  readonly key?: string;
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
      shown.update((toasts) => {
        const others = toasts.filter(({ key }) => key === undefined || key !== toast.key);
        return [...others, { ...toast, id }].slice(-AT_MOST);
      });
      setTimeout(() => dismiss(id), STAYS_MS);
    },
  };
}
