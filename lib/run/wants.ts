import type { Entry, LoggedByName } from "../store/snapshot";
import { isSamePlace, type RunPresence } from "./run-event";

/** What of a run a viewer looks at. It is sent an event only when some of this has changed. */
export interface Wants {
  /** Names of outputs. */
  readonly outputs: ReadonlySet<string>;
  /** `seq`, `yields`, `cursor` or `elapsedMs`, which change with every yield. */
  readonly yields: boolean;
  /** Anything of the run: then the run's appearance is an event. */
  readonly run: boolean;
  /** `status`, `error`, `startedAt` or `endedAt`. */
  readonly status: boolean;
  readonly progress: boolean;
  readonly notices: boolean;
  readonly position: boolean;
  readonly viewers: boolean;
}

/** Whether an entry changes something that is looked at. */
export function isWanted(entry: Entry, wants: Wants): boolean {
  if (entry.outputs) return wants.yields || isAnyWanted(entry.outputs, wants);
  return (
    (entry.seq === 1 && wants.run) ||
    (entry.status !== undefined && wants.status) ||
    (entry.progress !== undefined && wants.progress) ||
    (entry.notice !== undefined && wants.notices)
  );
}

/** Whether what stands in no log has changed in something that is looked at. */
export function hasMoved(before: RunPresence, now: RunPresence, wants: Wants): boolean {
  return (
    (wants.position && !isSamePlace(before.place, now.place)) ||
    (wants.viewers && before.viewers !== now.viewers)
  );
}

/** Only those outputs that are looked at. */
export function wanted(outputs: LoggedByName, wants: Wants): LoggedByName {
  return Object.fromEntries(Object.entries(outputs).filter(([name]) => wants.outputs.has(name)));
}

function isAnyWanted(outputs: LoggedByName, wants: Wants): boolean {
  for (const name in outputs) if (wants.outputs.has(name)) return true;
  return false;
}
