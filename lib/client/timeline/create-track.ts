import type { Client } from "@urql/core";
import { isOver, type RunSnapshot } from "../run-snapshot";
import type { OnWake } from "../wake";
import { createEventLoader, type EventLoader } from "./event-loader";
import type { Moment } from "./log-event";
import type { Rate } from "./replay-clock";
import { createRunRecord, type RunRecord, type RunRecordOptions } from "./run-record";
import { type ShownInstant, shownInstant } from "./shown-instant";

export interface TrackOptions extends RunRecordOptions {
  client: Client;
  /** The query of the demo's page for its runs' events. */
  document: string;
  onWake: OnWake;
}

/** Told when something of the log has come, and when no more is on its way. */
export interface TrackHearer {
  onEvents(): void;
  onRest(): void;
}

/** How an instant is shown. */
export interface ShowOptions {
  playing: boolean;
  rate: Rate;
  /** The run as it was then; default: after the last event at or before the instant. */
  moment?: Moment | undefined;
}

/** One run on a timeline: how it is now, as much of its log as is here, and which instant is shown. */
export interface Track {
  readonly record: RunRecord;
  /** The run as it is now; `undefined` until it is known. */
  readonly live: RunSnapshot | undefined;
  readonly over: boolean;
  /** In milliseconds of the run: the first instant that is kept, and the newest. */
  readonly begin: number;
  readonly end: number;
  /** How many yields are known of. */
  readonly yields: number;
  /** `undefined`: the newest. */
  readonly shown: ShownInstant | undefined;
  /** Whether something of the log has been loaded, and nothing is on its way. */
  readonly known: boolean;
  readonly busy: boolean;
  /** Whether the log's last event is here. */
  readonly complete: boolean;
  readonly problem: string | undefined;
  /** Whether there is nothing to wait for: each yield that is known of is here, or none ever will be. */
  readonly isHere: boolean;
  /** Whether what there was at an instant is here, and what came next; or nothing ever will be. */
  has(elapsedMs: number): boolean;
  /** Takes in the run as it is now. Gives whether it is another one. */
  observe(snapshot: RunSnapshot): boolean;
  load(mostPages?: number): void;
  /** Nothing happens where nothing of the log is here. */
  show(elapsedMs: number, options: ShowOptions): void;
  newest(): void;
  dispose(): void;
}

export function createTrack(options: TrackOptions, { onEvents, onRest }: TrackHearer): Track {
  const { client, document, onWake } = options;
  let record = createRunRecord(options);
  let loader: EventLoader | undefined;
  let live: RunSnapshot | undefined;
  let shown: ShownInstant | undefined;

  const over = () => live !== undefined && isOver(live.phase);
  const last = () => record.events.last;

  function isHere(): boolean {
    if (!live || loader?.problem !== undefined) return true;
    const newest = last();
    return newest !== undefined && (loader?.complete || newest.yields >= live.yields);
  }

  function reset(): void {
    loader?.dispose();
    record = createRunRecord(options);
    loader = undefined;
    shown = undefined;
  }

  return {
    get record() {
      return record;
    },
    get live() {
      return live;
    },
    get over() {
      return over();
    },
    get begin() {
      return live && record.events.folded ? (record.events.first?.elapsedMs ?? 0) : 0;
    },
    get end() {
      return live ? Math.max(live.elapsedMs, last()?.elapsedMs ?? 0) : 0;
    },
    get yields() {
      const logged = last()?.yields ?? 0;
      return loader?.complete ? logged : Math.max(live?.yields ?? 0, logged);
    },
    get shown() {
      return shown;
    },
    get known() {
      return loader !== undefined && !loader.busy;
    },
    get busy() {
      return loader?.busy ?? false;
    },
    get complete() {
      return loader?.complete ?? false;
    },
    get problem() {
      return loader?.problem;
    },
    get isHere() {
      return isHere();
    },
    has: (elapsedMs) => (last()?.elapsedMs ?? -1) > elapsedMs || isHere(),
    observe(snapshot) {
      const isAnother = snapshot.run?.id !== live?.run?.id;
      if (isAnother) reset();
      live = snapshot.run ? snapshot : undefined;
      if (live) record.observe(live);
      return isAnother;
    },
    load(mostPages) {
      const run = live?.run?.id;
      if (run === undefined) return;
      loader ??= createEventLoader({
        client,
        document,
        run,
        onWake,
        goesOn: () => !over(),
        onEvents(events) {
          record.append(events);
          onEvents();
        },
        onRest,
      });
      loader.load(mostPages);
    },
    show(elapsedMs, { playing, rate, moment = record.events.momentAt(elapsedMs) }) {
      if (!moment || !live) return;
      shown = shownInstant({ live, moment, at: elapsedMs, record, playing, rate }, shown);
    },
    newest() {
      shown = undefined;
    },
    dispose() {
      loader?.dispose();
    },
  };
}
