import type { SessionMemory } from "./session-memory";

/** A demo's run that the tab has started last. */
export interface RememberedRun {
  readonly id: string;
  readonly inputs: { readonly [input: string]: unknown };
  /** Whether its end was seen. */
  readonly over: boolean;
}

/** What a tab must know after a reload: which run it followed, and the key that lets it stop it. */
export interface RunMemory {
  current(): RememberedRun | undefined;
  key(run: string): string | undefined;
  began(run: string, inputs: RememberedRun["inputs"], key: string | undefined): void;
  /** An input was changed while the run goes on. */
  changed(input: string, value: unknown): void;
  ended(run: string): void;
  forget(): void;
}

export function createRunMemory(demo: string, memory: SessionMemory): RunMemory {
  const own = `run:${demo}`;
  function current(): RememberedRun | undefined {
    try {
      const kept: unknown = JSON.parse(memory.get(own) ?? "null");
      return isRemembered(kept) ? kept : undefined;
    } catch {
      return undefined;
    }
  }
  return {
    current,
    key: (run) => memory.get(`key:${run}`),
    began(id, inputs, key) {
      memory.set(own, JSON.stringify({ id, inputs, over: false } satisfies RememberedRun));
      if (key !== undefined) memory.set(`key:${id}`, key);
    },
    changed(input, value) {
      const known = current();
      if (!known || known.over) return;
      memory.set(own, JSON.stringify({ ...known, inputs: { ...known.inputs, [input]: value } }));
    },
    ended(run) {
      // Nothing is left to be stopped, and a demo that runs at every keystroke leaves many.
      memory.delete(`key:${run}`);
      const known = current();
      if (known?.id === run) memory.set(own, JSON.stringify({ ...known, over: true }));
    },
    forget: () => memory.delete(own),
  };
}

/** The browser's storage may hold anything: whoever is of this site's origin writes there. */
function isRemembered(value: unknown): value is RememberedRun {
  if (typeof value !== "object" || value === null) return false;
  const { id, inputs, over } = value as { [name: string]: unknown };
  const isNamed = typeof inputs === "object" && inputs !== null && !Array.isArray(inputs);
  return typeof id === "string" && id !== "" && isNamed && typeof over === "boolean";
}
