import { type Logged, outputKind } from "../kinds/outputs";
import type { LogStore, Slice } from "../store/log-store";
import { fold, type LoggedByName, mergeOutputs, type Snapshot } from "../store/snapshot";
import { isWanted, type Wants, wanted } from "./wants";

/** What came after a state, as one. */
export interface Merged {
  /** The run as it then is. */
  readonly state: Snapshot;
  /** Of the outputs that are looked at, what has changed. */
  readonly outputs: LoggedByName;
  readonly yields: number;
  /** Whether anything of it is looked at. */
  readonly any: boolean;
}

export interface MergeOptions {
  logs: LogStore;
  /** The run's id. */
  run: string;
  wants: Wants;
  /** About how many bytes are merged. */
  maxBytes: number;
}

const mostAtOnce = 512;

/**
 * Merges all that is new, as far as one event may carry.
 *
 * @param state the run as the viewer knows it
 * @param first what was read of it already
 */
export async function mergeNew(
  state: Snapshot,
  first: Slice,
  { logs, run, wants, maxBytes }: MergeOptions,
): Promise<Merged> {
  let now = state;
  let outputs: LoggedByName = {};
  let yields = 0;
  let any = false;
  let slice: Slice | undefined = first;
  for (let size = 0; size < maxBytes; ) {
    if (!slice || slice.base || slice.entries.length === 0) break;
    for (const entry of slice.entries) {
      now = fold(now, entry);
      if (!isWanted(entry, wants)) continue;
      any = true;
      if (!entry.outputs) continue;
      const changes = wanted(entry.outputs, wants);
      outputs = mergeOutputs(outputs, changes);
      yields++;
      for (const name in changes) size += sizeOf(changes[name]);
      if (size >= maxBytes) break;
    }
    slice = await logs.read(run, now.seq, mostAtOnce);
  }
  return { state: now, outputs, yields, any };
}

function sizeOf(logged: Logged | undefined): number {
  return logged ? outputKind(logged).size(logged) : 0;
}
