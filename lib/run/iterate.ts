/**
 * The values that a demo's `run` returned, one by one, whatever it returned: a generator, an
 * AsyncIterable, a ReadableStream, a promise of one of them, or one value. Arrays and strings are
 * values. What a generator returns at its end counts as its last value.
 */
export function iterate(returned: unknown): AsyncIterator<unknown, unknown> {
  if (isObject(returned)) {
    if (typeof returned.then === "function")
      return afterPromise(returned as unknown as Promise<unknown>);
    const make = (returned as Partial<AsyncIterable<unknown>>)[Symbol.asyncIterator];
    if (typeof make === "function") return make.call(returned) as AsyncIterator<unknown, unknown>;
    if (typeof returned.next === "function")
      return fromSync(returned as unknown as Iterator<unknown>);
  }
  return once(returned);
}

function afterPromise(promise: Promise<unknown>): AsyncIterator<unknown, unknown> {
  let inner: AsyncIterator<unknown, unknown> | undefined;
  return {
    async next() {
      inner ??= iterate(await promise);
      return inner.next();
    },
    async return() {
      // A plain async function cannot be told to stop but by its signal: it is over when it settles.
      inner ??= iterate(await promise);
      return (await inner.return?.()) ?? { value: undefined, done: true };
    },
  };
}

function fromSync(iterator: Iterator<unknown>): AsyncIterator<unknown, unknown> {
  return {
    async next() {
      return iterator.next();
    },
    async return() {
      return iterator.return?.() ?? { value: undefined, done: true };
    },
  };
}

function once(value: unknown): AsyncIterator<unknown, unknown> {
  return { next: async () => ({ value, done: true }) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
