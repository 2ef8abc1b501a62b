import { isOver, phaseOf, type RunSnapshot } from "./run-snapshot";
import { isPiece, outputsOf, type WireEvent } from "./wire";

/**
 * By the kind of an output: its next value from the one before (`undefined` at first) and the wire's.
 * A kind that is not among them keeps the newest.
 */
export interface Reducers {
  readonly [kind: string]: (previous: unknown, value: unknown) => unknown;
}

export interface FoldOptions {
  /** By the name of an output. */
  kinds: ReadonlyMap<string, string>;
  reducers: Reducers;
  /** When the run was started here, on the clock of `performance.now()`. */
  calledAt: number | undefined;
  now: number;
}

/** The snapshot one event later. */
export function foldEvent(
  snapshot: RunSnapshot,
  event: WireEvent,
  { kinds, reducers, calledAt, now }: FoldOptions,
): RunSnapshot {
  const { key: _, ...run } = event.run;
  const changes = outputsOf(event);
  let { outputs, firstOutputMs, beganAt } = snapshot;
  if (changes.length > 0) {
    const next: { [output: string]: unknown } = { ...outputs };
    for (const [name, value] of changes) {
      const reduce = reducers[kinds.get(name) ?? ""];
      next[name] = reduce ? reduce(next[name], value) : value;
    }
    outputs = next;
    if (calledAt !== undefined) firstOutputMs ??= now - calledAt;
  }
  if (run.status === "RUNNING") {
    // An event is at least as old as it says; the one that came fastest knows best.
    beganAt = Math.min(beganAt ?? Number.POSITIVE_INFINITY, now - event.elapsedMs);
  }
  const phase = phaseOf[run.status];
  // The answer to Stop may be faster than events that are still on their way.
  const ended = isOver(snapshot.phase) && !isOver(phase);
  return {
    ...snapshot,
    phase: ended ? snapshot.phase : phase,
    run: ended && snapshot.run ? { ...run, status: snapshot.run.status } : run,
    stopping: snapshot.stopping && !isOver(phase),
    outputs,
    catchingUp: isPiece(event),
    // More yields than entries: it is the state, which stands for what came before.
    yields: event.yields + (event.yields > event.seq - snapshot.seq ? 0 : snapshot.yields),
    seq: Math.max(snapshot.seq, event.seq),
    elapsedMs: event.elapsedMs,
    beganAt,
    firstOutputMs,
    lastEventAt: now,
    error: run.error ?? undefined,
  };
}
