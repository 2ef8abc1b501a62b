import { expect, it } from "@jest/globals";
import { toPlot } from "../../../bench/plot";

it("draws a figure that must be 0, and one that is, at the ends of its axis", async () => {
  const figure = { title: "layout shift", unit: "", atMost: 0 };
  const found = [{ figure, values: [0], gradio: 0.3 }];
  const svg = await toPlot([{ name: "frames", workload: "", found, failure: undefined }]);
  expect(svg).not.toContain("NaN");
  const points = svg.match(/aria-label="times better than it must be: [^"]+/g) ?? [];
  expect(points.map((point) => point.replace(/.*must be: /, ""))).toEqual([
    expect.stringMatching(/^1,?000;.*Yieldcast/),
    expect.stringMatching(/^0\.001;.*Gradio/),
  ]);
});
