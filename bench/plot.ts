import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import type { Result } from "./run-measure";
import { median } from "./statistics";

/** Beyond it nobody sees a difference, and a figure of 0 would be infinitely good. */
const farthest = 1000;

/**
 * Draws how far each figure is from what it must be, as SVG: to the right of 1 it is that many times
 * better. With Gradio's beside it, where that was measured.
 */
export async function toPlot(results: readonly Result[]): Promise<string> {
  const values = results.flatMap(({ name, found }) =>
    found.flatMap(({ figure, values, gradio }) => {
      const times = (value: number) => {
        const { atLeast, atMost = 0 } = figure;
        // Where it must be 0 and is, a quotient would be no number.
        const better = value === 0 ? farthest : atMost / value;
        const ratio = atLeast === undefined ? better : value / atLeast;
        return Math.min(farthest, Math.max(1 / farthest, ratio));
      };
      if (figure.atLeast === undefined && figure.atMost === undefined) return [];
      const label = `${name}: ${figure.title}`;
      const own = { label, who: "Yieldcast", times: times(median(values)) };
      return gradio === undefined ? [own] : [own, { label, who: "Gradio", times: times(gradio) }];
    }),
  );
  const spec: TopLevelSpec = {
    background: "white",
    width: 420,
    height: { step: 18 },
    data: { values },
    layer: [
      {
        mark: { type: "point", filled: true, size: 70, opacity: 1 },
        encoding: {
          x: {
            field: "times",
            type: "quantitative",
            scale: { type: "log" },
            title: "times better than it must be",
          },
          y: {
            field: "label",
            type: "nominal",
            sort: null,
            title: null,
            axis: { labelLimit: 320 },
          },
          color: {
            field: "who",
            type: "nominal",
            title: null,
            scale: { domain: ["Yieldcast", "Gradio"], range: ["#ff7c00", "#8a8a8a"] },
            legend: { orient: "top" },
          },
        },
      },
      { mark: { type: "rule", strokeDash: [4, 4] }, encoding: { x: { datum: 1 } } },
    ],
  };
  return new View(parse(compile(spec).spec), { renderer: "none" }).toSVG();
}
