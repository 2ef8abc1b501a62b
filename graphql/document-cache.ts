/** Remembers what became of documents. */
export interface DocumentCache<Result> {
  get(document: string): Result | undefined;
  set(document: string, result: Result): void;
}

const most = 100;
const longest = 16_384;

/**
 * Makes a cache of what is asked again and again: the newest hundred documents, and none that is long.
 * Yoga's own keeps a thousand of any length for an hour, and a caller fills them with a gigabyte.
 */
export function createDocumentCache<Result>(): DocumentCache<Result> {
  const known = new Map<string, Result>();
  return {
    get: (document) => known.get(document),
    set(document, result) {
      if (document.length > longest) return;
      known.set(document, result);
      const [oldest] = known.keys();
      if (known.size > most && oldest !== undefined) known.delete(oldest);
    },
  };
}
