import { expect, test, vi } from "vitest";
import { createStore, derive, shallowEqual } from "./observable.ts";

test("a store tells its listeners of another value, and of no same one", () => {
  const store = createStore(1);
  const listener = vi.fn();
  const stop = store.subscribe(listener);
  store.set(1);
  expect(listener).not.toHaveBeenCalled();
  store.update((value) => value + 1);
  expect(listener).toHaveBeenCalledOnce();
  stop();
  store.set(3);
  expect(listener).toHaveBeenCalledOnce();
  expect(store.get()).toBe(3);
});

test("what is derived keeps its object while it is equal, and is silent then", () => {
  const store = createStore({ list: [1, 2], other: 0 });
  const even = derive([store], ({ list }) => list.filter((n) => n % 2 === 0), shallowEqual);
  const listener = vi.fn();
  even.subscribe(listener);
  const before = even.get();
  store.update((value) => ({ ...value, other: 1 }));
  expect(even.get()).toBe(before);
  expect(listener).not.toHaveBeenCalled();
  store.update((value) => ({ ...value, list: [2, 4] }));
  expect(even.get()).toEqual([2, 4]);
  expect(listener).toHaveBeenCalledOnce();
});

test("what is derived is right without a listener too", () => {
  const a = createStore(1);
  const b = createStore(10);
  const sum = derive([a, b], (x, y) => x + y);
  expect(sum.get()).toBe(11);
  b.set(20);
  expect(sum.get()).toBe(21);
});

test("shallow equality looks one level deep and no deeper", () => {
  const inner = {};
  expect(shallowEqual([inner, 1], [inner, 1])).toBe(true);
  expect(shallowEqual([{}], [{}])).toBe(false);
  expect(shallowEqual({ a: 1 }, { b: 1 } as never)).toBe(false);
  expect(shallowEqual([1], [1, 2])).toBe(false);
});
