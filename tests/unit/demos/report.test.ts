import { expect, test } from "@jest/globals";
import { type Experiment, experiments, rounds } from "@/demos/_experiments";
import { tokensOf, writeReport } from "@/demos/_write-report";
import { createBlockReader } from "@/lib/client/markdown/block-reader";
import { runDemo } from "./run-demo";

const all = Object.entries<Experiment>(experiments);
const reportOf = (experiment: Experiment, seed: number, most = 8) =>
  [...writeReport(experiment, seed, most)].join("");

test.each(all)("%s comes closer to the truth with more throws", (_name, experiment) => {
  const errors = [1, 2, 3, 4, 5].map((seed) =>
    [...rounds(experiment, seed, 8)].map(({ error }) => error),
  );
  const mean = (round: number) =>
    errors.reduce((sum, run) => sum + (run[round] ?? 1), 0) / errors.length;
  expect(mean(7)).toBeLessThan(mean(0) / 3);
  expect(mean(7)).toBeLessThan(0.03);
});

test.each(all)(
  "the program that a report on %s shows is the one that it runs",
  (_name, experiment) => {
    const script = experiment.program.replace(/: \(\) => number|: number/g, "");
    const shown = new Function(`return (${script})`)() as Experiment["throw"];
    const random = (seed: number) => () => {
      seed = (seed * 16_807) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    const [one, other] = [random(7), random(7)];
    for (let at = 0; at < 200; at++) expect(shown(one)).toBe(experiment.throw(other));
  },
);

test.each(all)("a report on %s has headings, a table, code and formulas", (_name, experiment) => {
  const { groups, tail } = createBlockReader().read(reportOf(experiment, 7), false, {
    milliseconds: 10_000,
  });
  const blocks = [...groups.flat(), ...tail];
  const types = new Set(blocks.map(({ type }) => type));
  for (const type of ["heading", "table", "code", "math", "list", "quote"] as const) {
    expect(types).toContain(type);
  }
  const table = blocks.find((block) => block.type === "table");
  expect(table?.type === "table" && table.rows.length).toBe(8);
});

test("the same seed writes the same report, and another one another", () => {
  const experiment = experiments["A random walk"];
  expect(reportOf(experiment, 7)).toBe(reportOf(experiment, 7));
  expect(reportOf(experiment, 7)).not.toBe(reportOf(experiment, 8));
});

test("tokens are short, and together they are the text", () => {
  const text = reportOf(experiments["Pi from darts"], 7, 3);
  const tokens = tokensOf(text);
  expect(tokens.join("")).toBe(text);
  expect(Math.max(...tokens.map((token) => token.trim().length))).toBe(6);
});

test("the demo writes the report that its inputs ask for", async () => {
  await using run = await runDemo("report", {
    topic: "Shared birthdays",
    rounds: 3,
    speed: 1000,
    seed: 5,
  });
  const { outputs, run: state } = await run.reaches();
  expect(state.status).toBe("DONE");
  expect(outputs.output).toMatchObject({
    kind: "markdown",
    delta: reportOf(experiments["Shared birthdays"], 5, 3),
  });
});
