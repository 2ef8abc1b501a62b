import type { SessionMemory } from "./session-memory";

/** What is known of a file without having it. */
export interface FileFacts {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly type: string;
}

const nameOf = (upload: string) => `upload:${upload}`;

/** Remembers what a file was, by its upload's id, for when the page no longer has it. */
export function rememberFacts(memory: SessionMemory, upload: string, facts: FileFacts): void {
  const { name, size, type } = facts;
  memory.set(nameOf(upload), JSON.stringify({ name, size, type } satisfies FileFacts));
}

export function recallFacts(memory: SessionMemory, upload: string): FileFacts | undefined {
  try {
    const kept: unknown = JSON.parse(memory.get(nameOf(upload)) ?? "null");
    return isFileFacts(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Whether what a browser has kept, which anybody may have written, are the facts of a file. */
export function isFileFacts(value: unknown): value is FileFacts {
  if (typeof value !== "object" || value === null) return false;
  const { name, size, type } = value as { [fact: string]: unknown };
  return typeof name === "string" && typeof size === "number" && typeof type === "string";
}
