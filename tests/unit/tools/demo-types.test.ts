import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { demoTypes, keepDemoTypes } from "@/tools/demo-types";
import { eventually } from "../../eventually";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "yieldcast-demo-types-"));
  mkdirSync(path.join(root, "demos"));
});
afterEach(() => rmSync(root, { recursive: true }));

const written = () => readFileSync(path.join(root, "demos.d.ts"), "utf8");

test("demos.d.ts is that of demos/: `npm run schema` writes it anew", () => {
  const here = path.resolve(import.meta.dirname, "../../..");
  expect(readFileSync(path.join(here, "demos.d.ts"), "utf8")).toBe(
    demoTypes(readdirSync(path.join(here, "demos"))),
  );
});

test("names each demo once as its address does, and nothing that is none", () => {
  const types = demoTypes(["_own.ts", "b.ts", "fooBar.ts", "foo-bar.ts", "notes.md", "_x.mjs"]);
  expect(types.match(/^ {2}.*/gm)).toEqual([
    '  b: typeof import("./demos/b").default;',
    '  "foo-bar": typeof import("./demos/foo-bar").default;',
    '  "b, foo-bar";',
  ]);
  expect(types).not.toMatch(/^import/m);
});

test("is written at once, and again when a demo has come or gone", async () => {
  using _keeping = keepDemoTypes(root);
  expect(written()).toContain("interface Demos {\n}");
  writeFileSync(path.join(root, "demos/one.ts"), "");
  await eventually(async () => written().includes("./demos/one"), Boolean);
  rmSync(path.join(root, "demos/one.ts"));
  await eventually(
    async () => written().includes("./demos/one"),
    (is) => !is,
  );
});
