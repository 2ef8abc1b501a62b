import { beginsWith, cutList, type GrownList, grow, listOf } from "../grown-list";
import type { OutputKind } from "../kind";
import { preview } from "../preview";
import { YieldError } from "../yield-error";
import type { PlotOptions, PlotSpec } from "./index";
import { readSpec } from "./read-spec";
import { firstSpec } from "./short-spec";

/** A row as the log and the wire have it; a `Date` is its milliseconds since the epoch. */
export interface LoggedPlotRow {
  readonly [field: string]: string | number | boolean | null;
}

/** What the log keeps of a plot. */
export interface LoggedPlot {
  readonly kind: "plot";
  /** `undefined` where it is the one of before. */
  readonly spec: PlotSpec | undefined;
  readonly specSize: number;
  /** `reset ? rows : [...before, ...rows]` are the rows from then on. */
  readonly rows: GrownList<LoggedPlotRow>;
  readonly reset: boolean;
  readonly size: number;
}

const mostFields = 256;
const marks = ["line", "point", "bar", "area", "circle", "square", "tick", "rect"];
const expected = "rows, as [{ field: value }] or { rows }, or { spec, rows }";

export const plotOutput: OutputKind<PlotOptions, LoggedPlot> = {
  faults,
  writer(options, { maxValueBytes }) {
    let sent: GrownList<LoggedPlotRow> = listOf([]);
    let isSaid = false;
    return {
      write(value) {
        const { spec, rows } = partsOf(value);
        const read = readRows(rows, maxValueBytes);
        const first = isSaid || rows.length === 0 ? undefined : () => firstSpec(options, rows);
        const next = spec === undefined ? first?.() : readSpec(spec);
        isSaid ||= next !== undefined;
        const grows = spec === undefined && (options.append || beginsWith(read, sent, isSameRow));
        const fresh = grows && !options.append ? read.slice(sent.count) : read;
        if (!options.append) sent = listOf(read);
        return logged(next, fresh, !grows);
      },
    };
  },
  merge(older, newer) {
    const isSaid = newer.spec !== undefined;
    const spec = isSaid ? newer.spec : older.spec;
    const specSize = isSaid ? newer.specSize : older.specSize;
    if (newer.reset) {
      const size = newer.size + (isSaid ? 0 : specSize);
      return { ...newer, spec, specSize, size };
    }
    const size = older.size + newer.size - (isSaid ? older.specSize : 0);
    return { ...older, spec, specSize, rows: grow(older.rows, newer.rows), size };
  },
  size: (logged) => logged.size,
  pieces({ spec, rows }, size) {
    return cutList(rows, size, weightOf).map(({ items }, at) =>
      logged(at === 0 ? spec : undefined, items, at === 0),
    );
  },
};

function faults({ spec, mark, x, y, color }: PlotOptions): string[] {
  const faults: string[] = [];
  if (mark !== undefined && !marks.includes(mark)) {
    faults.push(`mark must be one of ${marks.join(", ")}; got ${preview(mark)}`);
  }
  const channels = Object.entries({ x, y, color }).filter(([, given]) => given !== undefined);
  if (spec !== undefined && (channels.length > 0 || mark !== undefined)) {
    faults.push("spec says it all: leave mark, x, y and color to it");
  }
  try {
    if (spec !== undefined) readSpec(spec);
    for (const [, given] of channels) if (typeof given !== "string") readSpec(given);
  } catch (error) {
    faults.push(`its spec ${(error as Error).message}`);
  }
  return faults;
}

function logged(
  spec: PlotSpec | undefined,
  rows: readonly LoggedPlotRow[],
  reset: boolean,
): LoggedPlot {
  const specSize = spec ? 2 * JSON.stringify(spec).length : 0;
  const size = rows.reduce((sum, row) => sum + weightOf(row), 96 + specSize);
  return { kind: "plot", spec, specSize, rows: listOf(rows), reset, size };
}

interface Parts {
  readonly spec: unknown;
  readonly rows: readonly unknown[];
}

function partsOf(value: unknown): Parts {
  if (Array.isArray(value)) return { spec: undefined, rows: value };
  if (typeof value !== "object" || value === null || value instanceof Date) {
    throw new YieldError(expected, { value });
  }
  const { spec, rows } = value as { spec?: unknown; rows?: unknown };
  // A row's own fields are never objects, so these are told apart.
  const isSpec = typeof spec === "object" && spec !== null;
  if (isSpec) return { spec, rows: Array.isArray(rows) ? rows : [] };
  return { spec: undefined, rows: Array.isArray(rows) ? rows : [value] };
}

function readRows(rows: readonly unknown[], maxValueBytes: number): LoggedPlotRow[] {
  let characters = 0;
  return rows.map((row, at) => {
    if (typeof row !== "object" || row === null || Array.isArray(row) || row instanceof Date) {
      throw new YieldError("each row to be an object", `${preview(row)} at ${at}`);
    }
    const fields = Object.entries(row);
    if (fields.length > mostFields) {
      throw new YieldError(`rows of at most ${mostFields} fields`, `${fields.length} at ${at}`);
    }
    const read = fields.map(([name, value]): [string, LoggedPlotRow[string]] => {
      const taken = readValue(name, value);
      characters += name.length + (typeof taken === "string" ? taken.length : 8);
      return [name, taken];
    });
    if (characters > maxValueBytes) {
      throw new YieldError(
        `at most ${maxValueBytes.toLocaleString("en")} characters of rows in one yield (YIELDCAST_MAX_VALUE_BYTES)`,
        `more in ${rows.length.toLocaleString("en")} rows`,
      );
    }
    return Object.fromEntries(read);
  });
}

function readValue(name: string, value: unknown): LoggedPlotRow[string] {
  if (value === undefined || value === null) return null;
  const plain = value instanceof Date ? value.getTime() : value;
  if (typeof plain === "string" || typeof plain === "boolean") return plain;
  if (typeof plain === "number" && Number.isFinite(plain)) return plain;
  throw new YieldError(`a text, a finite number, a boolean, a Date or null for ${preview(name)}`, {
    value,
  });
}

function isSameRow(one: LoggedPlotRow, other: LoggedPlotRow): boolean {
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every((name) => one[name] === other[name]);
}

/** About how many bytes a row holds in memory. */
function weightOf(row: LoggedPlotRow): number {
  let weight = 56;
  for (const value of Object.values(row)) {
    weight += typeof value === "string" ? 24 + 2 * value.length : 12;
  }
  return weight;
}
