import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "@jest/globals";
import { defineDemo, dropdown, text } from "yieldcast";
import { printedSchema } from "@/tools/printed-schema";

const root = path.resolve(import.meta.dirname, "../../..");

const loadersOf = (folder: string, names: string[]) =>
  Object.fromEntries(
    names.map((name) => [`${folder}/${name}`, () => import(path.join(root, folder, name))]),
  );

test("schema.graphql is that of demos/: `npm run schema` writes it anew", async () => {
  const names = readdirSync(path.join(root, "demos")).filter((name) => name.endsWith(".ts"));
  const schema = await printedSchema(loadersOf("demos", names));
  expect(schema === readFileSync(path.join(root, "schema.graphql"), "utf8")).toBe(true);
});

test("every kind has its argument or its field", async () => {
  const names = [
    "every-input.ts",
    "every-output.ts",
    "every-media.ts",
    "every-visual.ts",
    "every-control.ts",
    "needed.ts",
  ];
  expect(await printedSchema(loadersOf("tests/fixtures/demos", names))).toMatchSnapshot();
});

describe("the names of a schema's types", () => {
  const choosing = (...names: string[]) =>
    defineDemo({
      inputs: Object.fromEntries(names.map((name) => [name, dropdown({ choices: ["x", "y"] })])),
      output: text(),
      run: () => "x",
    });

  test("do not clash where the names of inputs are alike", async () => {
    const demo = choosing("bigCat", "big_cat", "BigCat");
    await expect(
      printedSchema({ "demos/a.ts": async () => ({ default: demo }) }),
    ).resolves.toBeTruthy();
  });

  test("do not clash where a demo's and its input's names together are alike", async () => {
    const loaders = {
      "demos/a.ts": async () => ({ default: choosing("bC") }),
      "demos/a-b.ts": async () => ({ default: choosing("c") }),
    };
    await expect(printedSchema(loaders)).resolves.toBeTruthy();
  });

  test("do not clash with those of all demos", async () => {
    const plain = defineDemo({ output: text(), run: () => "x" });
    const names = [
      "text",
      "image",
      "demo",
      "query",
      "run-event",
      "delivery",
      "json",
      "subscription",
    ];
    const loaders = Object.fromEntries(
      names.map((name) => [`demos/${name}.ts`, async () => ({ default: plain })]),
    );
    await expect(printedSchema(loaders)).resolves.toBeTruthy();
  });
});
