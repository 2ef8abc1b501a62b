import { describe, expect, test } from "@jest/globals";
import { glimpseOf } from "@/lib/demo/glimpse";
import { listOf } from "@/lib/kinds/grown-list";
import type { Logged } from "@/lib/kinds/outputs";

const picture = {
  kind: "image",
  id: "a",
  bytes: 9,
  width: 600,
  height: 400,
  type: "image/png",
} as const;
const text = (delta: string): Logged => ({ kind: "text", delta, reset: false });
const plot = (rows: object[], encoding: object): Logged => ({
  kind: "plot",
  spec: { mark: "line", encoding } as never,
  specSize: 0,
  rows: listOf(rows as never[]),
  reset: false,
  size: 0,
});
const overEpochs = { x: { field: "epoch" }, y: { field: "loss" }, color: { field: "of" } };

describe("a glimpse of a run", () => {
  test("is what catches the eye, whatever the order of the outputs", () => {
    expect(glimpseOf({ reply: text("hi"), picture })).toEqual({
      form: "picture",
      id: "a",
      width: 600,
    });
    expect(glimpseOf({ count: { kind: "number", value: 3 }, reply: text("hi") })).toMatchObject({
      form: "words",
      words: "hi",
    });
    expect(glimpseOf({ count: { kind: "number", value: 3 } })).toEqual({
      form: "number",
      value: 3,
    });
  });

  test("is the last lines of a log", () => {
    const lines = Array.from({ length: 20 }, (_, at) => ({
      level: "info" as const,
      text: `line ${at}`,
      at,
    }));
    const log: Logged = {
      kind: "log",
      blocks: [lines.slice(0, 18), lines.slice(18)],
      count: 20,
      total: 20,
      max: 100,
      bytes: 0,
      reset: true,
    };
    expect(glimpseOf({ log })).toEqual({
      form: "words",
      words: [14, 15, 16, 17, 18, 19].map((at) => `line ${at}`).join("\n"),
      isCode: true,
    });
  });

  test("is nothing where nothing can be shown small", () => {
    expect(glimpseOf({})).toBeUndefined();
    expect(glimpseOf({ reply: text(" \n ") })).toBeUndefined();
    expect(glimpseOf({ rows: plot([], overEpochs) })).toBeUndefined();
    expect(glimpseOf({ rows: plot([{ epoch: 1, loss: 2 }], overEpochs) })).toBeUndefined();
    expect(glimpseOf({ rows: plot([{ epoch: "a", loss: 2 }], {}) })).toBeUndefined();
  });

  test("is small, however much was yielded", () => {
    const confidences = Array.from({ length: 10_000 }, (_, at) => ({
      label: "x".repeat(10_000) + at,
      confidence: 0.5,
    }));
    const rows = Array.from({ length: 100_000 }, (_, epoch) => ({
      epoch,
      loss: 1e308 / (epoch + 1),
      of: `series ${epoch % 50}`,
    }));
    const all: { [output: string]: Logged }[] = [
      { reply: text("\u0000\u202e<script>".repeat(100_000)) },
      { label: { kind: "label", confidences, total: 5000, size: 0 } },
      { rows: plot(rows, overEpochs) },
      { note: { kind: "markdown", delta: "# ".repeat(1_000_000), reset: false } },
    ];
    for (const outputs of all) {
      expect(JSON.stringify(glimpseOf(outputs) ?? {}).length).toBeLessThan(10_000);
    }
  });

  test("draws a line for each series, within its room, its ends included", () => {
    const rows = Array.from({ length: 500 }, (_, epoch) => ({ epoch, loss: 500 - epoch, of: "a" }));
    const glimpse = glimpseOf({ rows: plot(rows, overEpochs) });
    if (glimpse?.form !== "lines") throw new Error("No line is drawn.");
    const [line] = glimpse.lines;
    expect(line).toHaveLength(80);
    expect(line?.[0]).toEqual([0, 1]);
    expect(line?.at(-1)).toEqual([1, 0]);
  });
});
