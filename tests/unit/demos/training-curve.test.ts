import { describe, expect, test } from "@jest/globals";
import { createNetwork } from "@/demos/_tiny-network";
import { makeSpirals } from "@/demos/_two-spirals";
import { itemsOf } from "@/lib/kinds/grown-list";
import type { LoggedPlot } from "@/lib/kinds/plot/output";
import type { LoggedTable } from "@/lib/kinds/table/output";
import { runDemo } from "./run-demo";

describe("the network that tells two spirals apart", () => {
  test("learns: from a guess to more than 95 % of points that it has not seen", () => {
    const [known, unknown] = [makeSpirals(200, 0.25, 1), makeSpirals(400, 0.25, 2)];
    const network = createNetwork(24, 1);
    const before = network.measure(unknown);
    for (let epoch = 0; epoch < 100; epoch++) network.train(known, 0.01);
    const after = network.measure(unknown);
    expect(before.accuracy).toBeLessThan(0.75);
    expect(after.accuracy).toBeGreaterThan(0.95);
    expect(after.loss).toBeLessThan(before.loss / 3);
  });

  test("learns nothing where the points say nothing", () => {
    const points = makeSpirals(400, 0.2, 3).map((point, at) => ({
      ...point,
      spiral: ((at >> 1) % 2) as 0 | 1,
    }));
    const network = createNetwork(8, 1);
    for (let epoch = 0; epoch < 30; epoch++) network.train(points.slice(0, 200), 0.01);
    expect(network.measure(points.slice(200)).accuracy).toBeLessThan(0.65);
  });

  test("goes downhill: each weight's step is against a slope that was measured", () => {
    const points = makeSpirals(16, 0, 1);
    const losses = [0, 1, 2, 3].map((steps) => {
      const network = createNetwork(8, 4);
      for (let step = 0; step < steps; step++) network.train(points, 0.001);
      return network.measure(points).loss;
    });
    expect(losses).toEqual([...losses].sort((one, other) => other - one));
    expect(new Set(losses).size).toBe(4);
  });

  test("is the same for the same seed, and another for another", () => {
    const predictions = [1, 1, 2].map((seed) => createNetwork(6, seed).predict(0.3, -0.2));
    expect(predictions[0]).toBe(predictions[1]);
    expect(predictions[0]).not.toBe(predictions[2]);
  });
});

test("the demo training-curve has a row and two points an epoch, which grow", async () => {
  await using run = await runDemo("training-curve", { epochs: 10, units: 6 });
  const { outputs, run: state } = await run.reaches();
  expect(state).toMatchObject({ status: "DONE", progress: { value: 10, total: 10 } });
  const rows = itemsOf((outputs.epochs as LoggedTable).rows);
  expect(rows.map(([epoch]) => epoch)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  const points = itemsOf((outputs.loss as LoggedPlot).rows);
  expect(points).toHaveLength(20);
  expect(points.filter((point) => point.points === "training").map(({ loss }) => loss)).toEqual(
    rows.map(([, training]) => training),
  );
  const first = (await run.entries()).find((entry) => entry.outputs);
  expect(first?.outputs?.loss).toMatchObject({ rows: { count: 2 } });
});
