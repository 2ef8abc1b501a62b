import { readFile, stat } from "node:fs/promises";

interface Read {
  /** Another one once the file has changed. */
  readonly stamp: string;
  readonly reading: Promise<WeakRef<Uint8Array> | undefined>;
}

/**
 * Makes a reader of files that many ask for: for as long as somebody is sent a file, all others share its
 * bytes, so that a thousand who read slowly take the memory of one.
 *
 * @returns gives the bytes of a file; `undefined` where it cannot be read (any more)
 */
export function createSharedFiles(): (path: string) => Promise<Uint8Array | undefined> {
  const known = new Map<string, Read>();

  async function read(path: string): Promise<WeakRef<Uint8Array> | undefined> {
    const data = await readFile(path).catch(() => undefined);
    return data && new WeakRef<Uint8Array>(data);
  }

  return async (path) => {
    const facts = await stat(path).catch(() => undefined);
    if (!facts?.isFile()) {
      known.delete(path);
      return undefined;
    }
    const stamp = `${facts.mtimeMs} ${facts.size}`;
    const before = known.get(path);
    const shared = before?.stamp === stamp ? (await before.reading)?.deref() : undefined;
    if (shared) return shared;
    // Of those who waited for nothing together, the first reads.
    const now = known.get(path);
    const other = now !== before && now?.stamp === stamp ? now : undefined;
    const own = other ?? { stamp, reading: read(path) };
    known.set(path, own);
    return (await own.reading)?.deref();
  };
}
