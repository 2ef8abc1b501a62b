import type { Config } from "vega-lite";
import type { PlotTheme } from "./plot-theme";

/** Hues that can be told apart in either theme, also by who sees no red or green; the accent is not among them. */
const hues = {
  light: ["#2f6db3", "#a8487a", "#3d8f80", "#7b6cc4", "#8a7a2a", "#5f6670"],
  dark: ["#79b0ee", "#e08fb6", "#6cc7b6", "#b0a4f0", "#cdbb62", "#a3abb6"],
};

/** Vega-Lite's configuration for a theme; a spec's own goes before it. */
export function plotConfig({ font, ink, muted, line, ground, dark }: PlotTheme): Config {
  const axis = { labelColor: muted, titleColor: muted, labelFontSize: 11, titleFontSize: 11 };
  const category = dark ? hues.dark : hues.light;
  const [first = ink] = category;
  return {
    background: ground,
    font,
    padding: { left: 4, top: 4, right: 8, bottom: 4 },
    view: { stroke: null },
    axis: {
      ...axis,
      titleFontWeight: "normal",
      titlePadding: 8,
      labelPadding: 6,
      domain: false,
      ticks: false,
      gridColor: line,
      labelOverlap: true,
    },
    // The last label, which is moved to the axis' end, leaves the others room.
    axisX: {
      ...{ grid: false, domain: true, domainColor: line },
      ...{ labelOverlap: "greedy", labelSeparation: 12 },
    },
    legend: {
      labelColor: ink,
      titleColor: muted,
      titleFontWeight: "normal",
      labelFontSize: 12,
      titleFontSize: 11,
      orient: "top",
      symbolStrokeWidth: 2,
    },
    title: { color: ink, fontSize: 14, fontWeight: 500, anchor: "start" },
    header: { labelColor: ink, titleColor: muted },
    range: { category, heatmap: { scheme: dark ? "viridis" : "blues" } },
    mark: { color: first },
    text: { color: ink },
    rule: { color: muted },
    line: { strokeWidth: 2, strokeJoin: "round" },
    point: { filled: true, size: 28 },
  };
}
