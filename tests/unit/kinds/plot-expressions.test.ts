import { expect, test } from "@jest/globals";
import { View } from "vega";
import { createBoundedInterpreter } from "@/app/_ui/kinds/plot/bounded-interpreter";
import { compilePlot, telling } from "@/app/_ui/kinds/plot/compile-plot";
import { createExpressionMeter } from "@/app/_ui/kinds/plot/expression-meter";

const theme = {
  ...{ font: "x", ink: "#000", muted: "#555", line: "#ddd", ground: "#fff" },
  dark: false,
};
const size = { width: 600, height: 300 };

/** What one calculation gives for some rows, and what is told of it where it was not let be. */
async function reckon(calculations: readonly string[], rows = 1) {
  const values = Array.from({ length: rows }, (_, a) => ({
    a,
    b: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
  }));
  const { runtime } = await compilePlot(
    {
      data: { values },
      transform: calculations.map((calculate, at) => ({ calculate, as: `c${at}` })),
      mark: "point",
      encoding: { x: { field: `c${calculations.length - 1}`, type: "nominal" } },
    },
    theme,
    size,
  );
  const faults: unknown[] = [];
  const logger = telling((error) => faults.push(error));
  const expr = createBoundedInterpreter(createExpressionMeter());
  const view = await new View(runtime, { expr, logger, renderer: "none" }).runAsync();
  const scale = faults.length === 0 ? (view.scale("x") as { domain(): unknown[] }).domain() : [];
  return { faults: faults.map(String), domain: scale };
}

test.each([
  ["pad('x', 12, '.', 'left') + upper('y') + 1", "...........xY1"],
  ["join(slice(sequence(1, 5), 1), '-') + length([1, 2])", "2-3-42"],
  ["replace('a-b-c', /-/g, '+') + format(1234.5, ',.1f')", "a+b+c1,234.5"],
  ["test(/^(\\\\d+)-[a-z]*$/, '12-ab') ? split('1 2', ' ')[1] : ''", "2"],
  ["1 + 2 + datum.a", 3],
  ["test(regexp('A', 'i'), datum.b) + substring('abc', 1)", "truebc"],
])("has expressions that say what they always have: %s", async (calculate, given) => {
  expect(await reckon([calculate.replaceAll("\\\\", "\\")])).toMatchObject({
    faults: [],
    domain: [given],
  });
});

const doubled = (first: string, next: (before: string) => string) => [
  first,
  ...Array.from({ length: 40 }, (_, at) => next(`datum.c${at}`)),
];
test.each([
  ["pad", ["pad('x', 2e7)"], 1],
  ["pad", ["length(pad('x', 90000))"], 2000],
  ["sequence", ["length(sequence(1e8))"], 1],
  ["sequence", ["length(sequence(0, 1, 1e-8))"], 1],
  ["utcSequence", ["length(utcSequence('seconds', 0, 1e13))"], 1],
  ["format", ["format(1, '90000000d')"], 1],
  ["replace", ["replace(pad('x', 90000), /x/g, 'yyyyyyyyyy')"], 1],
  ["test", ["test(/(a+)+$/, datum.b)"], 1],
  ["test", ["test('(a|a)*$', datum.b)"], 1],
  ["regexp|replace", ["replace(datum.b, regexp('(a?){30}a{30}'), '')"], 1],
  ["split", ["split(datum.b, /(aa?)+$/)"], 1],
  ["\\+", doubled("'x'", (it) => `${it} + ${it}`), 1],
  ["\\[ \\]|join", doubled("['x']", (it) => `[${it}, ${it}]`), 1],
  ["join", ["join(sequence(90000), 'abcdef')"], 1],
  ["upper|pad", ["length(upper(pad('x', 90000)))"], 2000],
  ["An expression", [`max(${"datum.a * 2, ".repeat(500)}1)`], 15_000],
])(
  "refuses an expression that would keep the page waiting, by name: %s %#",
  async (name, written, rows) => {
    const { faults } = await reckon(written, rows);
    expect(faults[0]).toMatch(new RegExp(`^ExpressionFault: (${name}) `));
  },
);

test.each([
  [1e-9, 0.2, "bin_step_1e_9_a_bins"],
  [100, 100, "bin_step_100_a_bins"],
])("has bins of a width of %d no narrower than there is room for", async (step, width, signal) => {
  const values = Array.from({ length: 11 }, (_, a) => ({ a: a * 100 }));
  const x = { field: "a", type: "quantitative", bin: { step } };
  const y = { aggregate: "count", type: "quantitative" };
  const spec = { data: { values }, mark: "bar", encoding: { x, y } };
  const { runtime } = await compilePlot(spec, theme, size);
  const expr = createBoundedInterpreter(createExpressionMeter());
  const faults: unknown[] = [];
  const logger = telling((error) => faults.push(error));
  const view = await new View(runtime, { expr, logger, renderer: "none" }).runAsync();
  expect((view.signal(signal) as { step: number }).step).toBe(width);
  expect(faults).toEqual([]);
});
