import type { Reducers } from "../fold-event";
import type { MediaOnWire } from "../players/joined-chunks";
import { isOver, type RunSnapshot } from "../run-snapshot";
import { createHeard, type Heard } from "./heard";
import { isStreamedMedia } from "./is-streamed-media";
import { createKeptEvents, type KeptEvents } from "./kept-events";
import type { LogEvent } from "./log-event";
import { type Pause, pausesOf } from "./pauses";

/** A picture that a run yielded. */
export interface FilmStep {
  readonly elapsedMs: number;
  readonly url: string;
}

/** An output, as its demo's description has it. */
export interface RecordedOutput {
  readonly name: string;
  readonly kind: string;
  readonly options: object;
}

export interface RunRecordOptions {
  outputs: readonly RecordedOutput[];
  reducers: Reducers;
  /** About so many bytes of its events are kept. Default: 64 MiB. */
  maxBytes?: number;
}

/**
 * What is known of a run's past: what the page saw as it went by, and in its place what has been
 * loaded of the log, which is exact.
 */
export interface RunRecord {
  readonly events: KeptEvents;
  append(events: readonly LogEvent[]): void;
  /** Looks at the run as it is now. */
  observe(snapshot: RunSnapshot): void;
  /** Whether yields went by that were not seen one by one and have not been loaded. */
  readonly hasGaps: boolean;
  /** When there were yields, in order; in milliseconds of the run. */
  times(): readonly number[];
  steps(): readonly FilmStep[];
  /** The outputs of sound and film that stream. */
  readonly media: readonly string[];
  heard(output: string): Heard | undefined;
  pauses(endMs: number): readonly Pause[];
}

/** Beyond so many what was seen is thinned out: it is only drawn. */
const mostSeen = 8192;

export function createRunRecord({ outputs, reducers, maxBytes }: RunRecordOptions): RunRecord {
  const film = outputs.find(({ kind }) => kind === "image")?.name;
  const heard = new Map(outputs.filter(isStreamedMedia).map(({ name }) => [name, createHeard()]));
  const steps: FilmStep[] = [];
  let seenSteps: FilmStep[] = [];
  let seenTimes: number[] = [];
  let seenYields = 0;
  let newest: RunSnapshot | undefined;
  let pauses: { readonly count: number; readonly of: readonly Pause[] } | undefined;

  const events = createKeptEvents({
    kinds: new Map(outputs.map(({ name, kind }) => [name, kind])),
    reducers,
    ...(maxBytes !== undefined && { maxBytes }),
    onEvent(event, isState) {
      const picture = film === undefined ? undefined : (event[film] as { url: string } | null);
      if (picture) steps.push({ elapsedMs: event.elapsedMs, url: picture.url });
      for (const [name, of] of heard) {
        const media = event[name] as MediaOnWire | null | undefined;
        if (media) of.add(event.elapsedMs, media.chunks, isState);
      }
    },
  });

  return {
    events,
    append(page) {
      events.append(page);
      const until = events.last?.elapsedMs ?? 0;
      seenTimes = seenTimes.filter((time) => time > until);
      seenSteps = seenSteps.filter(({ elapsedMs }) => elapsedMs > until);
      pauses = undefined;
    },
    observe(snapshot) {
      const before = newest;
      newest = snapshot;
      if (snapshot.carriedOver || snapshot.yields === (before?.yields ?? 0)) return;
      const { elapsedMs, outputs: now } = snapshot;
      // What ends the run is no yield, though it may have come with the last one.
      seenYields += isOver(snapshot.phase) ? 0 : 1;
      seenTimes.push(elapsedMs);
      const picture = film === undefined ? undefined : (now[film] as { url: string } | undefined);
      const last = seenSteps[seenSteps.length - 1] ?? steps[steps.length - 1];
      if (picture && picture.url !== last?.url) seenSteps.push({ elapsedMs, url: picture.url });
      if (seenTimes.length > mostSeen) seenTimes = seenTimes.filter((_, at) => at % 2 === 0);
      if (seenSteps.length > mostSeen) seenSteps = seenSteps.filter((_, at) => at % 2 === 0);
    },
    get hasGaps() {
      const known = Math.max(seenYields, events.last?.yields ?? 0);
      return newest !== undefined && newest.yields > known;
    },
    times: () => (seenTimes.length > 0 ? [...events.yieldTimes, ...seenTimes] : events.yieldTimes),
    steps: () => (seenSteps.length > 0 ? [...steps, ...seenSteps] : steps),
    media: [...heard.keys()],
    heard: (output) => heard.get(output),
    pauses(endMs) {
      const times = events.yieldTimes;
      if (pauses?.count !== times.length) {
        const spans = [...heard.values()].flatMap((each) => [...each.spans]);
        pauses = { count: times.length, of: pausesOf([0, ...times, endMs], spans) };
      }
      return pauses.of;
    },
  };
}
