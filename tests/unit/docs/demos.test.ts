import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Catalogue } from "../../../lib/demo/catalogue";
import { checkDemo, isFault } from "../../../lib/demo/check-demo";
import { namesOf } from "../../../lib/demo/names";
import { codeBlocks, demoFileOf, readGuide } from "./code-blocks";
import { guidesCatalogue } from "./guides-catalogue";

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await guidesCatalogue();
}, 60_000);

const demos = codeBlocks("ts").flatMap((block) => {
  const file = demoFileOf(block);
  return file ? [{ ...block, demo: file }] : [];
});

describe("the guides' demos", () => {
  test.each(demos)("$place is a sound demo ($demo)", ({ demo }) => {
    const fault = catalogue.faults.find(({ file }) => file === demo);
    expect(fault?.problems ?? []).toEqual([]);
    const { name } = namesOf(demo.replace(/^demos\/|\.ts$/g, ""));
    expect(catalogue.demos.has(name)).toBe(true);
  });

  test("the first one, in the README, has at most ten lines of code", () => {
    const [first] = demos;
    const lines = first?.code.split("\n").filter((line) => line.trim() && !line.startsWith("//"));
    expect(first?.file).toBe("README.md");
    expect(lines?.length).toBeLessThanOrEqual(10);
  });
});

test("what the guide shows of a broken file is what the server says", () => {
  const checked = checkDemo("demos/hello.ts", { inputs: {}, run: 3 });
  const problems = isFault(checked) ? checked.problems : [];
  const said = `demos/hello.ts is no demo yet:\n${problems.map((each) => `  - ${each}`).join("\n")}`;
  expect(problems).not.toEqual([]);
  expect(readGuide("docs/writing-a-demo.md")).toContain(said);
});
