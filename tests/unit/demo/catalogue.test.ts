import { expect, test } from "@jest/globals";
import { defineDemo, text } from "yieldcast";
import { importFiles, type Loaders, makeCatalogue } from "@/lib/demo/catalogue";

const demo = { default: defineDemo({ output: text(), run: () => "x" }) };
const whole = async () => demo;

const read = async (loaders: Loaders) => {
  const { demos, faults } = makeCatalogue(await importFiles(loaders));
  return { names: [...demos.keys()], faults };
};

test("demos stand in the order of their names, whatever the order of the files", async () => {
  const loaders = { "../demos/b.ts": whole, "../demos/c.ts": whole, "../demos/a.ts": whole };
  expect(await read(loaders)).toEqual({ names: ["a", "b", "c"], faults: [] });
});

test("files whose names begin with an underscore are the author's own", async () => {
  expect(await read({ "../demos/_own.ts": async () => ({}) })).toEqual({ names: [], faults: [] });
});

test("broken files are reported by name, all at once, and the others are demos all the same", async () => {
  const { names, faults } = await read({
    "../../demos/good.ts": whole,
    "../../demos/throws.ts": () => Promise.reject(new SyntaxError("Unexpected token ';'")),
    "../../demos/throws-text.ts": () => Promise.reject("a text"),
    "../../demos/empty.ts": async () => ({}),
    "../../demos/no-run.ts": async () => ({ default: { output: text() } }),
  });
  expect(names).toEqual(["good"]);
  expect(faults.map(({ file }) => file)).toEqual([
    "demos/empty.ts",
    "demos/no-run.ts",
    "demos/throws-text.ts",
    "demos/throws.ts",
  ]);
  expect(faults.at(-1)?.problems).toEqual(["It cannot be imported: Unexpected token ';'"]);
  expect(faults.at(-2)?.problems).toEqual(["It cannot be imported: a text"]);
});

test("a loader that throws before it returns a promise is a broken file like any other", async () => {
  const { names, faults } = await read({
    "../demos/good.ts": whole,
    "../demos/bad.ts": () => {
      throw new Error("at once");
    },
  });
  expect(names).toEqual(["good"]);
  expect(faults).toEqual([{ file: "demos/bad.ts", problems: ["It cannot be imported: at once"] }]);
});

test.each([
  ["fooBar.ts", "foo-bar.ts"],
  ["foo-1.ts", "foo1.ts"],
  ["Chat.ts", "chat.ts"],
])("%s and %s have one name, and each says which the other is", async (one, other) => {
  const { names, faults } = await read({
    [`../demos/${one}`]: whole,
    [`../demos/${other}`]: whole,
  });
  expect(names).toEqual([]);
  expect(faults).toHaveLength(2);
  for (const { file, problems } of faults) {
    const another = file === `demos/${one}` ? other : one;
    expect(problems).toEqual([expect.stringContaining(`demos/${another}. Rename one of them.`)]);
  }
});
