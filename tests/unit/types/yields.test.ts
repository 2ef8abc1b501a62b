import { expect, test } from "@jest/globals";
import { expectTypeOf } from "expect-type";
import type { Sharp } from "sharp";
import {
  defineDemo,
  gallery,
  type ImageValue,
  image,
  json,
  label,
  number,
  plot,
  table,
  text,
} from "yieldcast";

const outputs = {
  reply: text({ append: true }),
  count: number({ integer: true }),
  stats: json<{ loss: number }>(),
  picture: image(),
};

test("a yield sets some of the outputs, each with its own type", () => {
  const demo = defineDemo({
    outputs,
    async *run() {
      yield {};
      yield { reply: "x" };
      yield { count: 1, stats: { loss: 0.5 } };
      yield { count: undefined };
      yield { picture: "demos/picture.png" };
    },
  });
  expect(demo.outputs).toBe(outputs);
});

test("a wrong yield does not compile, whatever run is", () => {
  defineDemo({
    outputs,
    // @ts-expect-error A count is a number.
    async *run() {
      yield { count: "1" };
    },
  });
  defineDemo({
    outputs,
    // @ts-expect-error There is no such output.
    async *run() {
      yield { counts: 1 };
    },
  });
  defineDemo({
    outputs,
    // @ts-expect-error The second yield is wrong.
    *run() {
      yield { count: 1 };
      yield { reply: 2 };
    },
  });
  defineDemo({
    outputs,
    // @ts-expect-error Several outputs are set by name.
    async *run() {
      yield "x";
    },
  });
  defineDemo({
    output: text(),
    // @ts-expect-error One output takes its bare value.
    async *run() {
      yield { output: "x" };
    },
  });
  // @ts-expect-error A promise of a wrong value.
  defineDemo({ outputs, run: async () => ({ stats: { loss: "low" } }) });
  // @ts-expect-error A wrong value.
  defineDemo({ outputs, run: () => ({ picture: 5 }) });
  // @ts-expect-error A stream of wrong values.
  defineDemo({ outputs, run: () => new ReadableStream<{ count: string }>() });
  expect(outputs.count.kind).toBe("number");
});

test("run may be or return anything that gives values", () => {
  const one = { output: text() };
  async function* generate() {
    yield "x";
  }
  const demos = [
    defineDemo({ ...one, run: generate }),
    defineDemo({
      ...one,
      *run() {
        yield "x";
        return "last";
      },
    }),
    defineDemo({ ...one, run: async () => "x" }),
    defineDemo({ ...one, run: () => "x" }),
    defineDemo({ ...one, run: () => new ReadableStream<string>() }),
    defineDemo({ ...one, run: async () => new ReadableStream<string>() }),
    defineDemo({ ...one, run: (): AsyncIterable<string> => generate() }),
    defineDemo({ ...one, run: () => ["x"].values() }),
  ];
  expect(demos).toHaveLength(8);
});

test("run must be there, and output or outputs", () => {
  // @ts-expect-error run is missing.
  defineDemo({ output: text() });
  defineDemo({
    // @ts-expect-error There is nothing to yield to.
    async *run() {
      yield { reply: "x" };
    },
  });
  expect(defineDemo).toBeInstanceOf(Function);
});

test("an image takes all that can be one", () => {
  expectTypeOf<{ data: Uint8Array; width: number; height: number }>().toExtend<ImageValue>();
  expectTypeOf<{
    data: Uint8ClampedArray;
    width: number;
    height: number;
    channels: 4;
  }>().toExtend<ImageValue>();
  expectTypeOf<Buffer>().toExtend<ImageValue>();
  expectTypeOf<Blob>().toExtend<ImageValue>();
  expectTypeOf<string>().toExtend<ImageValue>();
  expectTypeOf<Sharp>().toExtend<ImageValue>();
  expectTypeOf<number>().not.toExtend<ImageValue>();
  // @ts-expect-error Only an output is enlarged.
  image({ pixelated: true, sources: ["webcam"] });
  expect(image({ pixelated: true }).kind).toBe("image");
});

test("the context's functions are typed", () => {
  const demo = defineDemo({
    output: text(),
    async *run(_inputs, { signal, sleep, progress, notify }) {
      expectTypeOf(signal).toEqualTypeOf<AbortSignal>();
      expectTypeOf(sleep).returns.toEqualTypeOf<Promise<void>>();
      progress(1, 2, "half");
      notify("warning", "careful");
      // @ts-expect-error There is no such level.
      notify("loud", "careful");
      // @ts-expect-error Progress is a number.
      progress("half");
      yield "x";
    },
  });
  expect(demo.output?.kind).toBe("text");
});

test("rows are of the columns that are declared", () => {
  const rows = table({
    columns: [{ name: "epoch", type: "number" }, { name: "at", type: "date" }, "note"],
    append: true,
  });
  const demo = defineDemo({
    outputs: { rows, any: table(), animal: label(), loss: plot(), pictures: gallery() },
    async *run() {
      yield { rows: { epoch: 1, at: new Date(), note: "x" } };
      yield { rows: [{ epoch: 1 }, [2, "2026-11-21", true]] };
      yield { rows: { rows: [{ note: null }] }, any: [{ x: 1 }, ["x", 2]] };
      yield { animal: { cat: 0.5 }, loss: { spec: { mark: "bar" }, rows: [{ a: 1 }] } };
      yield { animal: [{ label: "cat", confidence: 0.5 }], loss: [{ a: new Date() }] };
      yield { pictures: ["a.png", { image: "b.png", caption: "B" }] };
    },
  });
  const outputs = { rows };
  // @ts-expect-error An epoch is a number.
  defineDemo({ outputs, run: () => ({ rows: [{ epoch: "1" }] }) });
  defineDemo({
    outputs,
    // @ts-expect-error There is no such column.
    *run() {
      yield { rows: { epochs: 1 } };
    },
  });
  // @ts-expect-error No cell of these columns is an object.
  defineDemo({ outputs, run: () => ({ rows: [[{}]] }) });
  // @ts-expect-error A confidence is a number.
  defineDemo({ output: label(), run: () => ({ cat: "0.5" }) });
  // @ts-expect-error A label is only yielded.
  defineDemo({ inputs: { animal: label() }, output: text(), run: () => "x" });
  expect(demo.outputs?.rows.kind).toBe("table");
});
