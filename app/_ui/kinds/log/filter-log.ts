import type { JoinedLog, LineOnWire } from "./joined-log";

export interface LogFilter {
  /** The least urgent level that is shown. */
  readonly level: LineOnWire["level"];
  /** What a line must hold, in capitals or not. */
  readonly text: string;
}

/** As in lib/kinds/log.ts, from the least urgent on. */
export const levels: readonly LineOnWire["level"][] = ["debug", "info", "warning", "error"];
/** So much of a line is searched. */
const searched = 10_000;

/** Makes a filter that remembers: of a log that has grown, it looks at the new lines alone. */
export function createLogFilter(): (log: JoinedLog, filter: LogFilter, first: number) => number[] {
  let origin: object | undefined;
  let known: LogFilter | undefined;
  let length = 0;
  let places: number[] = [];
  return (log, filter, first) => {
    const grown =
      origin === log.origin &&
      known?.level === filter.level &&
      known.text === filter.text &&
      length <= log.length;
    if (!grown) {
      places = [];
      length = 0;
    }
    origin = log.origin;
    known = filter;
    const least = levels.indexOf(filter.level);
    const wanted = filter.text.toLowerCase();
    for (; length < log.length; length++) {
      const line = log.lines[length];
      if (!line || levels.indexOf(line.level) < least) continue;
      if (wanted && !line.text.slice(0, searched).toLowerCase().includes(wanted)) continue;
      places.push(length);
    }
    // What is not kept any more is at the beginning.
    let gone = 0;
    while (gone < places.length && (places[gone] ?? 0) < first) gone++;
    if (gone > 0) places.splice(0, gone);
    return places;
  };
}
