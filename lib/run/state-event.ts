import { type Logged, outputKind } from "../kinds/outputs";
import type { LogStore, RunRecord } from "../store/log-store";
import { type Entry, fold, type LoggedByName, type Snapshot } from "../store/snapshot";
import type { RunEvent, RunPresence } from "./run-event";

/**
 * A state's outputs in steps of about `size` bytes, which merge into the state again. The first one
 * makes a reader forget what it had.
 */
export function inPieces(outputs: LoggedByName, size: number): LoggedByName[] {
  const steps: { [name: string]: Logged }[] = [];
  for (const [name, state] of Object.entries(outputs)) {
    const pieces = outputKind(state).pieces?.(state, size) ?? [state];
    for (const [at, piece] of pieces.entries()) {
      const step = steps[at] ?? {};
      step[name] = piece;
      steps[at] = step;
    }
  }
  return steps;
}

/** A run at one instant as one event, for a reader who has nothing of it yet. */
export function stateEvent(record: RunRecord, state: Snapshot, presence: RunPresence): RunEvent {
  const [outputs = {}] = inPieces(state.outputs, Number.POSITIVE_INFINITY);
  const { yields } = state;
  return { ...eventAt(record, state, presence), outputs, yields };
}

export interface ReadEventsOptions {
  record: RunRecord;
  logs: LogStore;
  presence: RunPresence;
  /** The entry after which to begin. */
  after: number;
  most: number;
  /** The events end behind the one with which they are larger than this together. */
  mostBytes: number;
  /** What an event costs whoever asked for it, in bytes. */
  sizeOf(event: RunEvent): number;
}

/** The kept entries of a run as events, after a state where the oldest were folded away. */
export async function readEvents(options: ReadEventsOptions): Promise<RunEvent[]> {
  const { record, logs, presence, after, most, mostBytes, sizeOf } = options;
  const slice = await logs.read(record.id, after, most);
  let state = slice?.base ?? (await logs.at(record.id, after));
  if (!slice || !state) return [];
  const events = slice.base ? [stateEvent(record, slice.base, presence)] : [];
  let size = events.reduce((sum, event) => sum + sizeOf(event), 0);
  for (const entry of slice.entries) {
    if (size > mostBytes && events.length > 0) break;
    state = fold(state, entry);
    const event = entryEvent(record, state, presence, entry);
    size += sizeOf(event);
    events.push(event);
  }
  return events.slice(0, most);
}

function entryEvent(
  record: RunRecord,
  state: Snapshot,
  presence: RunPresence,
  entry: Entry,
): RunEvent {
  const event = eventAt(record, state, presence);
  return { ...event, outputs: entry.outputs ?? {}, yields: entry.outputs ? 1 : 0 };
}

function eventAt(record: RunRecord, state: Snapshot, presence: RunPresence): RunEvent {
  const { seq, at, run, outputs: whole } = state;
  return {
    record,
    owner: false,
    seq,
    yields: 0,
    resumeAt: seq,
    at,
    run,
    presence,
    outputs: {},
    whole,
  };
}
