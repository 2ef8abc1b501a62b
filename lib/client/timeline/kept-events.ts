import type { Reducers } from "../fold-event";
import { outputsOf } from "../wire";
import { lastBefore } from "./last-before";
import type { LogEvent, Moment } from "./log-event";
import { sizeOfValue } from "./size-of-value";

export interface KeptEventsOptions {
  /** By the name of an output, its kind. */
  kinds: ReadonlyMap<string, string>;
  reducers: Reducers;
  /** About so many bytes of events are kept; beyond them the oldest half is folded away. Default: 64 MiB. */
  maxBytes?: number;
  /** Told of each event that is new, and whether it is a state in which older ones were merged. */
  onEvent?: (event: LogEvent, isState: boolean) => void;
  /** Events from one checkpoint to the next, at first. Default: 256. */
  spacing?: number;
}

/** The events of a run's log, and the run as it was after each. */
export interface KeptEvents {
  /** Puts the next events behind those before. Events that are there already are left out. */
  append(events: readonly LogEvent[]): void;
  /** The run after the last event at or before an instant; the first one's before it. */
  momentAt(elapsedMs: number): Moment | undefined;
  /** The run after so many yields, or after as many as are known. */
  momentOfYield(yields: number): Moment | undefined;
  readonly first: Moment | undefined;
  readonly last: Moment | undefined;
  /** When each kept yield was, in order. */
  readonly yieldTimes: readonly number[];
  /** Whether the run's beginning is not kept one by one, here or by the server. */
  readonly folded: boolean;
  /** How many checkpoints there are, which is bounded. */
  readonly checkpoints: number;
}

type Outputs = { [output: string]: unknown };

interface Kept extends Omit<Moment, "outputs"> {
  readonly changes: readonly [name: string, value: unknown][];
  /** Whether it is the whole state rather than what one yield set. */
  readonly isState: boolean;
  readonly size: number;
}

const mostCheckpoints = 64;

/**
 * Folds events with the reducers of the kinds, whose values are never changed: so the outputs at every
 * so many events are kept as checkpoints, and any moment is at most so many folds away from one.
 */
export function createKeptEvents(options: KeptEventsOptions): KeptEvents {
  const { kinds, reducers, maxBytes = 64 * 2 ** 20 } = options;
  let spacing = options.spacing ?? 256;
  let kept: Kept[] = [];
  /** Places are counted from the first event that there ever was. */
  let dropped = 0;
  let yieldTimes: number[] = [];
  /** By place, the outputs after that event. */
  let checkpoints = new Map<number, Outputs>();
  let bytes = 0;
  let folded = false;
  let newest: Moment | undefined;
  let asked: { place: number; moment: Moment } | undefined;

  function add(event: LogEvent): void {
    const before = kept[kept.length - 1];
    if (before && event.seq <= before.seq) return;
    const isState = event.seq > (before?.seq ?? 0) + 1;
    if (isState) folded = true;
    options.onEvent?.(event, isState);
    const changes = outputsOf(event);
    const { progress } = event.run;
    const one: Kept = {
      seq: event.seq,
      elapsedMs: event.elapsedMs,
      yields: isState ? event.yields : (before?.yields ?? 0) + event.yields,
      status: event.run.status,
      progress: before && isSame(before.progress, progress) ? before.progress : progress,
      changes,
      isState,
      size: 200 + changes.reduce((sum, [, value]) => sum + sizeOfValue(value), 0),
    };
    kept.push(one);
    bytes += one.size;
    if (event.yields > 0) yieldTimes.push(one.elapsedMs);
    const outputs = step(newest?.outputs ?? {}, one);
    newest = momentOf(one, outputs);
    const place = dropped + kept.length - 1;
    if (place % spacing === 0 || place === dropped) checkpoints.set(place, outputs);
    if (checkpoints.size > mostCheckpoints) thin();
    if (bytes > maxBytes && kept.length > 1) foldOldest();
  }

  function step(outputs: Outputs, { changes, isState }: Kept): Outputs {
    if (changes.length === 0) return outputs;
    const next = isState ? {} : { ...outputs };
    for (const [name, value] of changes) {
      const reduce = reducers[kinds.get(name) ?? ""];
      next[name] = reduce ? reduce(next[name], value) : value;
    }
    return next;
  }

  function thin(): void {
    spacing *= 2;
    for (const place of checkpoints.keys()) {
      if (place % spacing !== 0 && place !== dropped) checkpoints.delete(place);
    }
  }

  /** The older half of the bytes goes; what it came to stays as the state to begin with. */
  function foldOldest(): void {
    let freed = 0;
    let count = 0;
    while (freed < bytes / 2 && count < kept.length - 1) freed += kept[count++]?.size ?? 0;
    const first = at(dropped + count);
    const one = kept[count];
    if (!first || !one) return;
    dropped += count;
    // What it holds is in the checkpoint; as changes of its own they would be counted twice.
    kept = [{ ...one, changes: [], size: 200 }, ...kept.slice(count + 1)];
    bytes -= freed + one.size - 200;
    checkpoints = new Map([...checkpoints].filter(([place]) => place > dropped));
    checkpoints.set(dropped, first.outputs);
    yieldTimes = yieldTimes.filter((time) => time >= first.elapsedMs);
    folded = true;
  }

  function at(place: number): Moment | undefined {
    const one = kept[place - dropped];
    if (!one) return undefined;
    if (asked?.place === place) return asked.moment;
    let from = place - (place % spacing);
    if (!checkpoints.has(from)) from = dropped;
    let outputs = checkpoints.get(from);
    // Going on from what was asked for last keeps what has not changed the same.
    if (asked && asked.place < place && asked.place >= from) {
      from = asked.place;
      outputs = asked.moment.outputs;
    }
    if (!outputs) return undefined;
    for (let next = from + 1; next <= place; next++) {
      const event = kept[next - dropped];
      if (event) outputs = step(outputs, event);
    }
    const moment = momentOf(one, outputs);
    asked = { place, moment };
    return moment;
  }

  const find = (valueAt: (one: Kept) => number, limit: number) => {
    const place = lastBefore(kept.length, (each) => valueAt(kept[each] as Kept), limit);
    return at(dropped + Math.max(0, place));
  };

  return {
    append(events) {
      for (const event of events) add(event);
    },
    momentAt: (elapsedMs) => find((one) => one.elapsedMs, elapsedMs),
    momentOfYield(yields) {
      // The first event of so many yields, rather than a notice or progress behind it.
      const before = lastBefore(kept.length, (each) => kept[each]?.yields ?? 0, yields - 1);
      return at(dropped + Math.min(before + 1, kept.length - 1));
    },
    get first() {
      return at(dropped);
    },
    get last() {
      return newest;
    },
    get yieldTimes() {
      return yieldTimes;
    },
    get folded() {
      return folded;
    },
    get checkpoints() {
      return checkpoints.size;
    },
  };
}

function momentOf({ seq, elapsedMs, yields, status, progress }: Kept, outputs: Outputs): Moment {
  return { seq, elapsedMs, yields, status, progress, outputs };
}

function isSame(one: Moment["progress"], other: Moment["progress"]): boolean {
  if (!one || !other) return one === other;
  return one.value === other.value && one.total === other.total && one.text === other.text;
}
