import { describe, expect, test } from "@jest/globals";
import { collect, collectData } from "./collect";
import { ask } from "./query";
import { transports } from "./transport";

interface Rows {
  delta: unknown[];
  rows: unknown[];
  reset: boolean;
  count: number;
}

interface EveryVisual {
  everyVisual: { [output: string]: Rows & { [field: string]: unknown } };
}

/** What a client keeps, which must be what the server says is the whole. */
function keep(before: unknown[], { delta, reset, rows, count }: Rows): unknown[] {
  const kept = reset ? delta : [...before, ...delta];
  expect(kept).toEqual(rows);
  expect(kept).toHaveLength(count);
  return kept;
}

describe.each(transports)("label, table, plot and gallery over $name", ({ subscribe }) => {
  const valuesOf = async (output: string, selection: string) => {
    const data = await collectData(
      subscribe<EveryVisual>(`subscription { everyVisual { ${output} ${selection} } }`),
    );
    return data.map(({ everyVisual }) => everyVisual[output] as Rows & Record<string, unknown>);
  };

  test("a label has as many classes as its page shows, or as are asked for", async () => {
    const selection =
      "{ label confidences { label confidence } all: confidences(top: 10) { label } count total }";
    expect(await valuesOf("animal", selection)).toEqual([
      {
        label: "cat",
        confidences: [
          { label: "cat", confidence: 0.5 },
          { label: "dog", confidence: 0.3 },
        ],
        all: [{ label: "cat" }, { label: "dog" }, { label: "cow" }],
        count: 3,
        total: 1,
      },
      {
        label: "dog",
        confidences: [
          { label: "dog", confidence: 0.75 },
          { label: "cat", confidence: 0.75 },
        ],
        all: [{ label: "dog" }, { label: "cat" }],
        count: 2,
        total: 1.5,
      },
    ]);
  });

  test("a label has no top 0 classes", async () => {
    const [result] = await collect(
      subscribe("subscription { everyVisual { animal { confidences(top: 0) { label } } } }"),
    );
    expect(result?.errors?.[0]).toMatchObject({
      message: expect.stringContaining('"top" must be a whole number of at least 1; got 0'),
      extensions: { code: "BAD_USER_INPUT" },
    });
  });

  test("a table that is replaced sends what is new, and resets where it must", async () => {
    const values = await valuesOf("people", "{ columns { name type } delta reset rows count }");
    expect(values.map(({ delta, reset }) => ({ delta, reset }))).toEqual([
      { delta: [["Ada", 36]], reset: true },
      { delta: [["Alan", 41]], reset: false },
      { delta: [["Grace"]], reset: true },
    ]);
    values.reduce(keep, []);
    expect(values[2]?.columns).toEqual([{ name: "1", type: "TEXT" }]);
  });

  test("a table that grows has typed columns, and dates as ISO 8601 has them", async () => {
    const values = await valuesOf(
      "epochs",
      "{ columns { name label type } delta reset rows count }",
    );
    expect(values[0]).toMatchObject({
      columns: [
        { name: "epoch", label: "Epoch", type: "NUMBER" },
        { name: "at", label: "at", type: "DATE" },
        { name: "note", label: "note", type: "TEXT" },
      ],
      delta: [[1, "1970-01-01T00:00:00.000Z", "begun"]],
    });
    expect(values[1]).toMatchObject({ delta: [[2, "2026-11-21", true]], reset: false });
    values.reduce(keep, []);
  });

  test("a plot says its spec once, then its rows, until another spec comes", async () => {
    const values = await valuesOf("loss", "{ spec delta reset rows count }");
    expect(values.map(({ spec, delta, reset }) => ({ spec, delta, reset }))).toEqual([
      {
        spec: {
          mark: "line",
          encoding: {
            x: { field: "epoch", type: "quantitative" },
            y: { field: "loss", type: "quantitative" },
          },
        },
        delta: [{ epoch: 1, loss: 0.5 }],
        reset: false,
      },
      { spec: null, delta: [{ epoch: 2, loss: 0.25 }], reset: false },
      { spec: { mark: "bar" }, delta: [], reset: true },
    ]);
    values.reduce(keep, []);
  });

  test("a gallery has pictures whose bytes can be had, with captions", async () => {
    const values = await valuesOf(
      "steps",
      "{ delta { caption image { width dataUrl } } rows: images { caption image { width dataUrl } } reset count }",
    );
    expect(values.map(({ delta, reset }) => [delta.length, reset])).toEqual([
      [1, false],
      [1, false],
    ]);
    expect(values.reduce(keep, [])).toEqual([
      { caption: null, image: { width: 4, dataUrl: expect.stringMatching(/^data:image\/png/) } },
      { caption: "White", image: { width: 4, dataUrl: expect.stringMatching(/^data:image\/png/) } },
    ]);
    const replaced = await valuesOf("pictures", "{ delta { caption } reset count }");
    expect(replaced).toEqual([
      { delta: [{ caption: null }, { caption: "Grey" }], reset: true, count: 2 },
      { delta: [{ caption: null }], reset: true, count: 1 },
    ]);
  });

  test("who comes late gets a large table in pieces that make up the whole", async () => {
    const call = "E2eRows(before: 60000, more: 0, points: 30000)";
    const { started } = await ask<{ started: { id: string } }>(
      `mutation { started: start${call} { id } }`,
    );
    const values = await collectData(
      subscribe<{ e2eRows: { rows: Rows | null; wave: Rows | null } }>(
        `subscription { e2eRows(run: "${started.id}", delivery: LATEST) { rows { delta reset count } wave { delta reset count } run { status } } }`,
      ),
    );
    const joined = { rows: [] as unknown[], wave: [] as unknown[] };
    for (const { e2eRows } of values) {
      for (const name of ["rows", "wave"] as const) {
        const value = e2eRows[name];
        if (value) joined[name] = value.reset ? value.delta : [...joined[name], ...value.delta];
      }
    }
    expect([joined.rows.length, joined.wave.length]).toEqual([60_000, 30_000]);
    expect(joined.rows.map((row) => (row as number[])[0])).toEqual(
      Array.from({ length: 60_000 }, (_, at) => at),
    );
  });
});
