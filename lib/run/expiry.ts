/** Forgets things a while after they were put in. */
export interface Expiry extends Disposable {
  add(id: string): void;
}

export function createExpiry(seconds: number, forget: (id: string) => void): Expiry {
  const timers = new Set<NodeJS.Timeout>();
  return {
    add(id) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        forget(id);
      }, seconds * 1000).unref();
      timers.add(timer);
    },
    [Symbol.dispose]() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
