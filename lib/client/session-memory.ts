/** As much of `Storage` as is needed here. */
export type SessionStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** A few texts by name, that outlive a reload of the page. */
export interface SessionMemory {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
  delete(name: string): void;
}

const prefix = "yieldcast:";

/**
 * The tab's memory. A page embedded in another site may be denied its `sessionStorage`, where even
 * looking at it throws; then it remembers until the reload.
 */
export function createSessionMemory(
  storage: SessionStorage | undefined = ownStorage(),
): SessionMemory {
  const here = new Map<string, string>();
  return {
    get: (name) => attempt(() => storage?.getItem(prefix + name)) ?? here.get(name),
    set(name, value) {
      const kept = attempt(() => {
        storage?.setItem(prefix + name, value);
        return storage !== undefined;
      });
      if (!kept) here.set(name, value);
    },
    delete(name) {
      here.delete(name);
      attempt(() => storage?.removeItem(prefix + name));
    },
  };
}

function ownStorage(): SessionStorage | undefined {
  return attempt(() => globalThis.sessionStorage);
}

function attempt<Value>(access: () => Value): Value | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}
