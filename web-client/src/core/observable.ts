/**
 * A value that can be watched. `get` returns the same object until the value changes, which is what React's
 * `useSyncExternalStore(o.subscribe, o.get)` asks for.
 */
export interface Observable<T> {
  /** The value now. */
  readonly get: () => T;
  /** Calls the listener after each change, not at once. Returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** An observable that its owner changes. */
export interface Store<T> extends Observable<T> {
  /** Sets what `change` makes of the value; listeners hear of it only when it is another object. */
  readonly update: (change: (value: T) => T) => void;
  readonly set: (value: T) => void;
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  const update = (change: (value: T) => T) => {
    const next = change(value);
    if (Object.is(next, value)) return;
    value = next;
    for (const listener of [...listeners]) listener();
  };
  return {
    get: () => value,
    subscribe: (listener) => {
      // A fresh function a subscription: the same listener subscribed twice counts twice.
      const heard = () => listener();
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
    update,
    set: (next) => update(() => next),
  };
}

type Values<S extends readonly Observable<unknown>[]> = {
  [K in keyof S]: S[K] extends Observable<infer T> ? T : never;
};

/**
 * An observable computed from others. It is computed only when asked and a source changed, and keeps its object when
 * the new one is equal to it, so that who draws it does not draw again.
 */
export function derive<const S extends readonly Observable<unknown>[], T>(
  sources: S,
  compute: (...values: Values<S>) => T,
  equal: (a: T, b: T) => boolean = Object.is,
): Observable<T> {
  let seen: readonly unknown[] | null = null;
  let value: T | undefined;
  const get = (): T => {
    const now = sources.map((source) => source.get());
    if (seen && now.every((entry, i) => Object.is(entry, seen?.[i]))) return value as T;
    const next = compute(...(now as Values<S>));
    if (!seen || !equal(value as T, next)) value = next;
    seen = now;
    return value as T;
  };
  const subscribe = (listener: () => void) => {
    let last = get();
    const heard = () => {
      const next = get();
      if (Object.is(next, last)) return;
      last = next;
      listener();
    };
    const stops = sources.map((source) => source.subscribe(heard));
    return () => {
      for (const stop of stops) stop();
    };
  };
  return { get, subscribe };
}

/** Equality one level deep, of plain objects and arrays. */
export function shallowEqual<T>(a: T, b: T): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && Object.is(Reflect.get(a, key), Reflect.get(b, key)));
}
