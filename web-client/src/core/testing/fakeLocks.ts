import type { Locks } from "../ports.ts";

interface Waiting {
  readonly gained: () => void;
}

/** The locks of one device; each page has its own view of them, and loses what it holds with it. */
export class FakeLocks {
  /** Each name's holder and those who wait, in order. */
  readonly #queues = new Map<string, Waiting[]>();

  ofPage(): Locks & { releaseAll(): void } {
    const releases = new Set<() => void>();
    const hold = (name: string, gained: () => void) => {
      let open = true;
      const release = this.#enqueue(name, { gained: () => open && gained() });
      const once = () => {
        open = false;
        releases.delete(once);
        release();
      };
      releases.add(once);
      return once;
    };
    return {
      hold,
      exclusive: (name, task) =>
        new Promise((resolve, reject) => {
          const release = hold(name, () => {
            task()
              .then(resolve, reject)
              .finally(() => release());
          });
        }),
      releaseAll: () => {
        for (const release of [...releases]) release();
      },
    };
  }

  #enqueue(name: string, waiting: Waiting): () => void {
    const queue = this.#queues.get(name) ?? [];
    this.#queues.set(name, queue);
    queue.push(waiting);
    if (queue[0] === waiting) queueMicrotask(waiting.gained);
    return () => {
      const place = queue.indexOf(waiting);
      if (place < 0) return;
      queue.splice(place, 1);
      const [next] = queue;
      if (place === 0 && next) queueMicrotask(next.gained);
    };
  }
}
