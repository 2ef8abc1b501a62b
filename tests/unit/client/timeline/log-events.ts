import type { LogEvent } from "../../../../lib/client/timeline/log-event";

/** An entry of a log as the wire has it; what is not said is as of a run that goes on. */
export function logEvent(
  seq: number,
  elapsedMs: number,
  outputs: { readonly [output: string]: unknown } = {},
  { yields = Object.keys(outputs).length > 0 ? 1 : 0, status = "RUNNING" as const } = {},
): LogEvent {
  return { ...outputs, run: { status, progress: null }, seq, yields, cursor: `c${seq}`, elapsedMs };
}

/** A run that says a word each 10 ms. */
export function words(count: number, text = (at: number) => `${at} `): LogEvent[] {
  return Array.from({ length: count }, (_, at) =>
    logEvent(at + 1, at * 10, { said: { delta: text(at), reset: at === 0 }, count: at }),
  );
}
