import { describe, expect, test } from "@jest/globals";
import { View } from "vega";
import { createBoundedInterpreter } from "@/app/_ui/kinds/plot/bounded-interpreter";
import { compilePlot, quiet } from "@/app/_ui/kinds/plot/compile-plot";
import { createExpressionMeter } from "@/app/_ui/kinds/plot/expression-meter";
import { joinPlot } from "@/app/_ui/kinds/plot/joined-plot";
import { plotWords } from "@/app/_ui/kinds/plot/plot-words";
import { isDrawn, stepFor } from "@/app/_ui/kinds/plot/thin-rows";
import { itemsOf } from "@/lib/kinds/grown-list";
import type { PlotOptions, PlotSpec } from "@/lib/kinds/plot";
import { type LoggedPlot, plotOutput } from "@/lib/kinds/plot/output";

const short: PlotOptions = { x: "x", y: "y" };
const writer = (options: PlotOptions, maxValueBytes = 1_000_000) => {
  const context = { maxValueBytes, keepBytes: async () => "", readableFolders: [] };
  const { write } = plotOutput.writer(options, context);
  return (value: unknown) => write(value) as LoggedPlot;
};
const seen = ({ spec, rows, reset }: LoggedPlot) => ({ spec, rows: itemsOf(rows), reset });

describe("a plot's yields", () => {
  test("replace its rows; what only grows is sent as what is new, the spec but once", () => {
    const write = writer(short);
    expect(seen(write([{ x: 1, y: "a" }]))).toEqual({
      spec: {
        mark: "line",
        encoding: {
          x: { field: "x", type: "quantitative" },
          y: { field: "y", type: "nominal" },
        },
      },
      rows: [{ x: 1, y: "a" }],
      reset: false,
    });
    const both = [{ x: 1, y: "a" }, { x: 2, y: "b" }]; // biome-ignore format: one row each.
    const second = [{ x: 2, y: "b" }];
    expect(seen(write(both))).toEqual({ spec: undefined, rows: second, reset: false });
    expect(seen(write(second))).toEqual({ spec: undefined, rows: second, reset: true });
  });

  test("are put behind those before with append, several or one", () => {
    const write = writer({ ...short, append: true });
    write({ x: 1, y: 1 });
    expect(seen(write({ rows: [{ x: 2, y: null }] }))).toEqual({
      spec: undefined,
      rows: [{ x: 2, y: null }],
      reset: false,
    });
  });

  test("may bring another spec, with rows of its own", () => {
    const write = writer({ append: true });
    const spec = { mark: "bar" };
    expect(seen(write({ spec, rows: [{ a: 1 }] }))).toEqual({
      spec,
      rows: [{ a: 1 }],
      reset: true,
    });
    expect(seen(write({ a: 2 }))).toEqual({ spec: undefined, rows: [{ a: 2 }], reset: false });
    expect(seen(write({ spec }))).toEqual({ spec, rows: [], reset: true });
  });

  test("have dates as milliseconds, which are temporal, as are texts that are dates", () => {
    const logged = writer({ x: "at", y: "day", color: { field: "n", type: "ordinal" } })([
      { at: new Date(5), day: "2026-11-21", n: 1 },
    ]);
    expect(itemsOf(logged.rows)).toEqual([{ at: 5, day: "2026-11-21", n: 1 }]);
    expect(logged.spec?.encoding).toEqual({
      x: { field: "at", type: "temporal" },
      y: { field: "day", type: "temporal" },
      color: { field: "n", type: "ordinal" },
    });
  });

  test.each(
    (
      [
        [5, /expects rows, as/],
        [null, /expects rows, as/],
        [[5], /each row to be an object; got 5 at 0/],
        [[[1]], /each row to be an object/],
        [{ y: Number.NaN }, /a finite number.* for "y"; got NaN/],
        [{ y: {} }, /for "y"; got \{\}/],
        [{ y: 1n }, /for "y"; got 1n/],
        [{ y: new Date(Number.NaN) }, /for "y"/],
        [
          Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`f${at}`, 1])),
          /at most 256 fields/,
        ],
        [{ x: "x".repeat(1_000_001) }, /YIELDCAST_MAX_VALUE_BYTES/],
        [{ spec: [] }, /a Vega-Lite spec, an object/],
        [
          { spec: { $schema: "https://vega.github.io/schema/vega/v6.json" } },
          /a Vega-Lite spec; got/,
        ],
        [{ spec: { data: { url: "/x.csv" } } }, /needs nothing fetched.*got the url "\/x.csv"/],
        [{ spec: { layer: [{ mark: "image", encoding: { url: { field: "a" } } }] } }, /the url/],
        [
          { spec: { transform: [{ lookup: "a", from: { data: { url: "file:///etc" } } }] } },
          /the url/,
        ],
        [{ spec: { data: { sequence: { start: 0, stop: 1e9 } } } }, /at most 100,000 numbers/],
        [
          { spec: { transform: [{ impute: "y", key: "x", keyvals: { start: 0, stop: 1e9 } }] } },
          /at most 100,000 numbers/,
        ],
        [{ spec: { transform: [{ density: "y", steps: 1e6 }] } }, /at most 5,000 steps; got/],
        [{ spec: { encoding: { x: { bin: { maxbins: 1e9 } } } } }, /at most 5,000 maxbins/],
        [{ spec: { encoding: { x: { axis: { tickCount: 1e9 } } } } }, /at most 5,000 tickCount/],
        [
          { spec: { encoding: { x: { axis: { format: "80000000,d" } } } } },
          /at most 1,000 letters/,
        ],
        [
          { spec: { transform: [{ quantile: "y", step: 1e-9 }] } },
          /at most 5,000 steps; got steps of/,
        ],
        [
          { spec: { data: { sequence: { start: 0, stop: 9, step: 0 } } } },
          /at most 100,000 numbers/,
        ],
        [{ spec: { description: "x".repeat(10_000_000) } }, /at most 1,000,000 characters/],
      ] as [unknown, RegExp][]
    ).map(([value, message]) => ({ value, message })),
  )("may not be what is answered $message", ({ value, message }) => {
    expect(() => writer(short)(value)).toThrow(message);
  });

  test("may not have a spec that is deep, or goes round in a circle", () => {
    let deep: PlotSpec = {};
    for (let depth = 0; depth < 70; depth++) deep = { layer: deep };
    expect(() => writer({})({ spec: deep })).toThrow(/at most 64 deep/);
    for (let depth = 0; depth < 100_000; depth++) deep = { layer: deep };
    expect(() => writer({})({ spec: deep })).toThrow(/that JSON can write/);
    const circle: { [part: string]: unknown } = {};
    circle.layer = circle;
    expect(() => writer({})({ spec: circle })).toThrow(/that JSON can write/);
  });

  test("may have any name in rows that stand in a spec", () => {
    const spec = { data: { values: [{ url: "a" }] }, mark: "bar" };
    expect(writer({})({ spec }).spec).toEqual(spec);
  });

  test("must begin with a spec where none is declared", () => {
    expect(() => writer({})([{ a: 1 }])).toThrow(/\{ spec \} before rows/);
    expect(seen(writer({})([]))).toEqual({ spec: undefined, rows: [], reset: false });
  });
});

test.each<[PlotOptions, RegExp]>([
  [{ mark: "pie" as "bar" }, /mark must be one of line, .*; got "pie"/],
  [{ spec: { mark: "bar" }, x: "a" }, /spec says it all/],
  [{ spec: { data: { url: "x" } } }, /its spec expects .*nothing fetched/],
  [{ x: { field: "a", url: "b" } }, /its spec expects .*nothing fetched/],
])("a plot may not be declared as %j", (options, message) => {
  expect(plotOutput.faults(options)).toEqual([expect.stringMatching(message)]);
});

describe("plots that were logged", () => {
  const write = writer({ ...short, append: true });
  const [a, b] = [write({ x: 1, y: 1 }), write({ x: 2, y: 2 })];
  const next = write({ spec: { mark: "bar" }, rows: [{ x: 3 }] });
  const reset = { ...b, reset: true };
  const { merge } = plotOutput;

  test.each([
    ["grow", [a, b, b]],
    ["get another spec", [a, next, b]],
    ["get one at last", [a, b, next]],
    ["get other rows for the same spec", [a, reset, b]],
    ["get other rows behind another spec", [next, b, reset]],
  ] as const)("%s, merged in any grouping", (_, [x, y, z]) => {
    const [left, right] = [merge(merge(x, y), z), merge(x, merge(y, z))];
    expect(seen(left)).toEqual(seen(right));
    expect(left.spec).toBeDefined();
    expect([left.size, left.specSize]).toEqual([right.size, right.specSize]);
  });

  test.each([1, 200, 1e9])("come in pieces of %d bytes that merge into them again", (size) => {
    const state = merge(merge(a, b), b);
    const pieces = plotOutput.pieces?.(state, size) ?? [];
    expect(pieces.map((piece) => piece.reset)).toEqual(pieces.map((_, at) => at === 0));
    expect(seen(pieces.reduce(merge))).toEqual({ ...seen(state), reset: true });
  });
});

describe("a plot on the page", () => {
  const theme = {
    font: "x",
    ink: "#000",
    muted: "#555",
    line: "#ddd",
    ground: "#fff",
    dark: false,
  };
  const size = { width: 600, height: 300 };
  const spec = { mark: "line", encoding: { x: { field: "a", type: "quantitative" } } };

  test("keeps its spec, grows, and keeps what it was for who looks back", () => {
    const first = joinPlot(undefined, { spec, delta: [{ a: 1 }], reset: false });
    const second = joinPlot(first, { spec: null, delta: [{ a: 3 }], reset: false });
    expect(second.spec).toBe(spec);
    expect([first, second].map(({ items }) => itemsOf(items))).toEqual([
      [{ a: 1 }],
      [{ a: 1 }, { a: 3 }],
    ]);
    expect(second.origin).toBe(first.origin);
    expect(plotWords("Loss", second)).toBe("Loss: a line plot by a. 2 rows; a from 1 to 3.");
  });

  test("draws all series alike where it is thinned, and of a larger step some of a smaller one's", () => {
    expect([1, 4000, 4001, 100_000].map((count) => stepFor(count, 4000))).toEqual([1, 1, 2, 32]);
    const drawn = (step: number) =>
      Array.from({ length: 100_000 }, (_, at) => at).filter((at) => isDrawn(at, step));
    expect(drawn(1)).toHaveLength(100_000);
    const few = drawn(32);
    expect(few.length).toBeGreaterThan(2700);
    expect(few.length).toBeLessThan(3600);
    const even = few.filter((at) => at % 2 === 0).length;
    expect(Math.abs(even - few.length / 2)).toBeLessThan(few.length / 10);
    const more = new Set(drawn(16));
    expect(few.every((at) => more.has(at))).toBe(true);
  });

  test("takes its rows by the spec's own name for them, unless it brings its own", async () => {
    expect((await compilePlot(spec, theme, size)).data).toBe("rows");
    const named = { ...spec, data: { name: "mine" } };
    expect((await compilePlot(named, theme, size)).data).toBe("mine");
    const whole = { ...spec, data: { values: [{ a: 1 }] } };
    expect((await compilePlot(whole, theme, size)).data).toBeUndefined();
  });

  test("hears nothing of the page, whatever its spec's configuration says", async () => {
    const config = { events: { bind: "any", selector: true, timer: true } };
    const { runtime } = await compilePlot({ ...spec, config }, theme, size);
    expect(runtime).toMatchObject({ eventConfig: { bind: "none", selector: false, timer: false } });
  });

  test.each([
    "[].constructor.constructor('globalThis.hacked = 1')()",
    "toString.constructor('globalThis.hacked = 1')()",
    "datum['constructor']['constructor']('globalThis.hacked = 1')()",
    "datum.a.toString.call.call(datum.constructor.constructor, 0, 'globalThis.hacked = 1')()",
    "replace('x', 'x', datum.constructor.constructor('globalThis.hacked = 1'))",
    "{toString: datum.constructor.constructor('globalThis.hacked = 1')} + ''",
  ])("has expressions that reach no function of the page: %s", async (calculate) => {
    const hostile: PlotSpec = {
      ...spec,
      data: { values: [{ a: 1 }] },
      transform: [{ calculate, as: "b" }],
      encoding: { x: { field: "b", type: "nominal" } },
    };
    const run = async () => {
      const { runtime } = await compilePlot(hostile, theme, size);
      const expr = createBoundedInterpreter(createExpressionMeter());
      await new View(runtime, { expr, logger: quiet, renderer: "none" }).runAsync();
    };
    // It may do nothing, or be refused.
    await run().catch((error) => expect(error).toBeInstanceOf(Error));
    expect((globalThis as { hacked?: unknown }).hacked).toBeUndefined();
  });
});
