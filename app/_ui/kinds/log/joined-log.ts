import type { LogLevel } from "@/lib/kinds/log";

/** A line of a log on the wire. */
export interface LineOnWire {
  readonly level: LogLevel;
  readonly text: string;
  readonly elapsedMs: number;
}

export interface LogOnWire {
  readonly lines: readonly LineOnWire[];
  readonly total: number;
  readonly reset: boolean;
}

/** A log as it grows. */
export interface JoinedLog {
  /** From the oldest on; those from `length` on are not of this value, but of one that came later. */
  readonly lines: readonly LineOnWire[];
  readonly length: number;
  /** How many there were, with those that are not here. */
  readonly total: number;
  /** The same object for as long as lines only come behind `lines`. */
  readonly origin: object;
}

/** As the most that a demo may keep, in lib/kinds/log.ts. */
const mostLines = 100_000;

/**
 * Puts lines behind a log. Values share one list, to which what comes is added, so that a line costs the
 * same however many there are.
 */
export function joinLog(
  previous: JoinedLog | undefined,
  { lines: fresh, total, reset }: LogOnWire,
): JoinedLog {
  if (reset || !previous) return { lines: [...fresh], length: fresh.length, total, origin: {} };
  const { length } = previous;
  const isNewest = previous.lines.length === length;
  const crowded = length + fresh.length > mostLines * 2;
  // Lines were left out on the way: what came before them does not belong above what came behind.
  const gap = previous.total + fresh.length < total;
  if (crowded || gap) {
    const kept = gap ? [...fresh] : [...previous.lines.slice(length - mostLines, length), ...fresh];
    return { lines: kept, length: kept.length, total, origin: {} };
  }
  const lines = (isNewest ? previous.lines : previous.lines.slice(0, length)) as LineOnWire[];
  for (const line of fresh) lines.push(line);
  const origin = isNewest ? previous.origin : {};
  return { lines, length: lines.length, total, origin };
}
