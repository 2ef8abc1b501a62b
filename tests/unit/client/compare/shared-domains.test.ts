import { expect, test } from "@jest/globals";
import { compile, type TopLevelSpec } from "vega-lite";
import { sharedDomains, withDomains } from "@/app/_ui/compare/shared-domains";
import type { PlotRow, PlotSpec } from "@/lib/kinds/plot";

const spec = (more: PlotSpec = {}, mark = "line"): PlotSpec => ({
  mark,
  encoding: {
    x: { field: "epoch", type: "quantitative" },
    y: { field: "loss", type: "quantitative", ...more },
  },
});
const plot = (rows: PlotRow[], of = spec()) => ({
  spec: of,
  items: { items: rows as { [field: string]: number }[], count: rows.length },
});
const low = [{ epoch: 1, loss: 0.7 }, { epoch: 9, loss: 0.1 }]; // biome-ignore format: a plot.
const high = [{ epoch: 1, loss: 5 }, { epoch: 4, loss: null }]; // biome-ignore format: a plot.

test("two plots of the same fields reach as far as both together", () => {
  expect(sharedDomains([plot(low), plot(high)])).toEqual({ x: [1, 9], y: [0.1, 5] });
});

test("nothing is shared by one alone, by other fields, or where a spec says its own scale", () => {
  expect(sharedDomains([plot(low)])).toEqual({});
  expect(sharedDomains([plot(low), plot(high, spec({ field: "gain" }))])).toEqual({ x: [1, 9] });
  for (const own of [
    spec({ scale: { domain: [0, 1] } }),
    spec({ scale: { domainMax: 1 } }),
    spec({ aggregate: "mean" }),
    spec({ bin: true }),
    spec({ type: "nominal" }),
    spec({}, "bar"),
    { hconcat: [spec()] },
  ]) {
    expect(sharedDomains([plot(low, own), plot(high, own)]).y).toBeUndefined();
  }
});

test("a spec keeps all else that it says, and its scales begin where they did", () => {
  const scales = (of: PlotSpec) =>
    (compile({ ...of, data: { name: "rows" } } as unknown as TopLevelSpec).spec.scales ?? []).map(
      ({
        name,
        type,
        zero,
        nice,
      }: {
        name: string;
        type?: string;
        zero?: unknown;
        nice?: unknown;
      }) => [name, type, zero === true, nice],
    );
  const domains = { x: [1, 9], y: [0.1, 5] } as const;
  for (const mark of ["line", "point"]) {
    for (const own of [spec({}, mark), spec({ title: "Loss", scale: { type: "log" } }, mark)]) {
      const shared = withDomains(own, domains);
      expect(shared).toMatchObject(own);
      expect(scales(shared)).toEqual(scales(own));
      const [x, y] = compile({ ...shared, data: { name: "rows" } } as unknown as TopLevelSpec).spec
        .scales as { domain: { fields: unknown[] } }[];
      expect(x?.domain.fields[0]).toEqual([1, 9]);
      expect(y?.domain.fields[0]).toEqual([0.1, 5]);
    }
  }
});
