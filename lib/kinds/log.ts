import { stripVTControlCharacters } from "node:util";
import {
  type Declaration,
  declare,
  type Output,
  type OutputKind,
  type OutputOptions,
} from "./kind";
import { YieldError } from "./yield-error";

export interface LogOptions extends OutputOptions {
  /** How many of the newest lines are kept; at most 100,000. Default: 10,000. */
  max?: number;
}

/** From the least to the most urgent. */
export const logLevels = ["debug", "info", "warning", "error"] as const;
export type LogLevel = (typeof logLevels)[number];

/**
 * A line, or several where its text has several; a string is one of the level `info`. TypeScript takes a
 * level that is yielded for any string, so that another one is a fault of the run, not of the compiler.
 */
export type LogEntry =
  | string
  | { readonly level?: LogLevel | (string & {}); readonly text: string };
export type LogValue = LogEntry | readonly LogEntry[];

/** A line as the log keeps it. */
export interface LogLine {
  readonly level: LogLevel;
  readonly text: string;
  /** When it came, in milliseconds since the epoch. */
  readonly at: number;
}

/** What the log keeps of lines: the newest `max` of `total`. */
export interface LoggedLog {
  readonly kind: "log";
  /** In blocks, lest each line that comes has all of them copied. */
  readonly blocks: readonly (readonly LogLine[])[];
  readonly count: number;
  readonly total: number;
  readonly max: number;
  readonly bytes: number;
  /** Whether they stand for the lines so far, rather than behind them. */
  readonly reset: boolean;
}

export type LogOutput = Output<LogValue> & Declaration<"log", LogOptions>;

/**
 * Lines with levels, each put behind those before it.
 *
 * @example
 * outputs: { log: log() },
 * // yield { log: { level: "warning", text: "The disk is nearly full." } };
 */
export function log(options: LogOptions = {}): LogOutput {
  return declare("log", options);
}

export const mostLogLines = 100_000;
const maxByDefault = 10_000;
const blockLines = 256;

export const logOutput: OutputKind<LogOptions, LoggedLog> = {
  faults({ max = maxByDefault }) {
    if (Number.isInteger(max) && max > 0 && max <= mostLogLines) return [];
    return [
      `max must be a whole number from 1 to ${mostLogLines.toLocaleString("en")}; got ${max}`,
    ];
  },
  writer({ max = maxByDefault }, { maxValueBytes }) {
    return {
      write(value) {
        const at = Date.now();
        const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
        let [letters, total] = [0, 0];
        const lines: LogLine[] = [];
        for (const entry of entries) {
          const { level, text } = readEntry(entry);
          letters += text.length;
          if (letters > maxValueBytes) {
            throw new YieldError(
              `at most ${maxValueBytes.toLocaleString("en")} characters in one yield (YIELDCAST_MAX_VALUE_BYTES)`,
              { value: entry },
            );
          }
          const read = linesOf(text, max);
          for (const line of read.newest) lines.push({ level, text: line, at });
          total += read.total;
          if (lines.length > 2 * max) lines.splice(0, lines.length - max);
        }
        return loggedOf(lines, { max, total, reset: false });
      },
    };
  },
  merge(older, newer) {
    if (newer.reset) return newer;
    const { max } = newer;
    const blocks = [...older.blocks];
    for (const block of newer.blocks) {
      const last = blocks.at(-1);
      if (last && last.length + block.length <= blockLines) {
        blocks[blocks.length - 1] = [...last, ...block];
      } else blocks.push(block);
    }
    const count = older.count + newer.count;
    const bytes = older.bytes + newer.bytes;
    const total = older.total + newer.total;
    return newest({ kind: "log", blocks, count, total, max, bytes, reset: older.reset });
  },
  size: ({ bytes }) => bytes + 96,
  pieces(state, size) {
    const pieces: LogLine[][] = [[]];
    let bytes = 0;
    for (const line of state.blocks.flat()) {
      bytes += bytesOf(line);
      if (bytes > size && pieces.at(-1)?.length) {
        pieces.push([]);
        bytes = bytesOf(line);
      }
      pieces.at(-1)?.push(line);
    }
    const { max, total, count } = state;
    return pieces.map((lines, at) =>
      // The first one stands as well for the lines that are not kept any more.
      loggedOf(lines, {
        max,
        total: lines.length + (at === 0 ? total - count : 0),
        reset: at === 0,
      }),
    );
  },
};

type Whole = Pick<LoggedLog, "max" | "total" | "reset">;

function loggedOf(lines: readonly LogLine[], whole: Whole): LoggedLog {
  const blocks: LogLine[][] = [];
  for (let at = 0; at < lines.length; at += blockLines)
    blocks.push(lines.slice(at, at + blockLines));
  const bytes = lines.reduce((sum, line) => sum + bytesOf(line), 0);
  return newest({ kind: "log", blocks, count: lines.length, bytes, ...whole });
}

/** Leaves off the oldest lines, as far as there are more than are to be kept. */
function newest(logged: LoggedLog): LoggedLog {
  const { max } = logged;
  let { count, bytes } = logged;
  if (count <= max) return logged;
  const blocks = [...logged.blocks];
  while (count > max) {
    const [first = []] = blocks;
    const left = first.slice(0, count - max);
    if (left.length === first.length) blocks.shift();
    else blocks[0] = first.slice(left.length);
    count -= left.length;
    for (const line of left) bytes -= bytesOf(line);
  }
  return { ...logged, blocks, count, bytes };
}

function bytesOf({ text }: LogLine): number {
  return text.length * 2 + 64;
}

function readEntry(entry: unknown): { level: LogLevel; text: string } {
  if (typeof entry === "string") return { level: "info", text: entry };
  if (typeof entry === "object" && entry !== null) {
    const { level = "info", text } = entry as { level?: unknown; text?: unknown };
    if (typeof text === "string" && logLevels.includes(level as LogLevel)) {
      return { level: level as LogLevel, text };
    }
    if (typeof text === "string") {
      throw new YieldError(`one of the levels ${logLevels.join(", ")}`, { value: level });
    }
  }
  throw new YieldError("a line: a string, { level, text }, or a list of them", { value: entry });
}

/**
 * The lines of a text, as a terminal shows them in the end: without colours, and overwritten ones. Of a
 * text of nothing but line ends only as many are made as are kept.
 */
function linesOf(text: string, most: number): { newest: string[]; total: number } {
  // Half a letter cannot be written as UTF-8.
  const whole = stripVTControlCharacters(text).replace(/\p{Cs}/gu, "\ufffd");
  const body = whole.replace(/\r?\n$/, "");
  let total = 1;
  for (let at = body.indexOf("\n"); at >= 0; at = body.indexOf("\n", at + 1)) total++;
  let start = 0;
  for (let left = total - most; left > 0; left--) start = body.indexOf("\n", start) + 1;
  const newest = body.slice(start).split(/\r?\n/);
  return {
    total,
    newest: newest.map((line) => {
      const written = line.endsWith("\r") ? line.slice(0, -1) : line;
      return written.slice(written.lastIndexOf("\r") + 1);
    }),
  };
}
