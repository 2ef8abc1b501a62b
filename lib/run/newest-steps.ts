import type { Entry, Snapshot } from "../store/snapshot";
import type { RunEvent } from "./run-event";

/** One entry of a run's log, and the run as it then is. */
export interface Step {
  readonly entry: Entry;
  readonly state: Snapshot;
  /** What those viewers were sent of it who did not start the run. */
  event?: RunEvent;
}

/** The newest steps of one run, so that its viewers read, fold and are sent the same ones. */
export interface NewestSteps {
  /** The one behind an entry, where it is among the newest. */
  after(seq: number): Step | undefined;
  /** Makes one, and keeps it unless a newer one has its place: who is behind does not push it out. */
  add(entry: Entry, state: Snapshot): Step;
}

/** Viewers who keep up are at most an entry or two apart. */
const kept = 4;

export function createNewestSteps(): NewestSteps {
  const steps: (Step | undefined)[] = Array.from({ length: kept });
  return {
    after(seq) {
      const step = steps[(seq + 1) % kept];
      return step?.entry.seq === seq + 1 ? step : undefined;
    },
    add(entry, state) {
      const step: Step = { entry, state };
      const at = entry.seq % kept;
      if ((steps[at]?.entry.seq ?? 0) <= entry.seq) steps[at] = step;
      return step;
    },
  };
}
