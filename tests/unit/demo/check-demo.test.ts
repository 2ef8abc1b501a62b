import { describe, expect, test } from "@jest/globals";
import { checkbox, dropdown, image, json, markdown, number, slider, text } from "yieldcast";
import { checkDemo, isFault } from "@/lib/demo/check-demo";

const run = () => "x";

/** The problems of a file, which a test must have. */
function problemsOf(exported: unknown, file = "demos/hello-world.ts"): readonly string[] {
  const checked = checkDemo(file, exported);
  if (!isFault(checked)) throw new Error("The demo was taken for whole.");
  expect(checked.file).toBe(file);
  return checked.problems;
}

describe("a demo file that can be used", () => {
  test("needs an output and run, and gets its names from its file", () => {
    expect(checkDemo("demos/hello-world.ts", { output: text(), run })).toMatchObject({
      name: "hello-world",
      field: "helloWorld",
      type: "HelloWorld",
      title: "Hello world",
      description: undefined,
      inputs: {},
      outputs: { output: { kind: "text" } },
      single: true,
      live: false,
    });
  });

  test("keeps `this` for run", () => {
    const demo = checkDemo("demos/a.ts", {
      word: "hi",
      output: text(),
      run() {
        return this.word;
      },
    } as { word: string });
    if (isFault(demo)) throw new Error(demo.problems.join());
    expect(demo.run({}, {} as never)).toBe("hi");
  });
});

describe("a demo file that cannot be used says what to write instead", () => {
  test.each([
    ["no default export", undefined, /default export.*it has none.*export default defineDemo/],
    ["a default export of null", null, /default export.*null/],
    ["one that is a function", run, /default export.*a function/],
    ["no run", { output: text() }, /^run must be a function; got undefined.*async \*run/],
    ["run that is no function", { output: text(), run: "go" }, /^run must be a function; got "go"/],
    ["neither output nor outputs", { run }, /either output.*or outputs/],
    ["both of them", { run, output: text(), outputs: { a: text() } }, /either output.*or outputs/],
    ["outputs that name none", { run, outputs: {} }, /at least one kind/],
    [
      "outputs that are a list",
      { run, outputs: [text()] },
      /outputs must be an object.*got an array of 1/,
    ],
    [
      "an output that is no kind",
      { run, outputs: { a: "text" } },
      /output "a".*text\(\).*got "text"/,
    ],
    [
      "an output that is only given",
      { run, outputs: { a: checkbox() } },
      /output "a".*checkbox.*only given.*inputs/,
    ],
    ["inputs that are none", { run, output: text(), inputs: 5 }, /inputs must be an object.*got 5/],
    [
      "an input that is no kind",
      { run, output: text(), inputs: { a: {} } },
      /input "a".*slider\(\).*got \{\}/,
    ],
    [
      "an input that is only yielded",
      { run, output: text(), inputs: { a: markdown() } },
      /input "a".*markdown.*only yielded.*outputs/,
    ],
    [
      "a kind that there is not",
      { run, output: { kind: "smell", options: {} } },
      /"output".*text\(\)/,
    ],
    [
      "a kind named like what every object has",
      { run, output: { kind: "constructor", options: {} } },
      /"output"/,
    ],
    ["a title that is no text", { run, output: text(), title: 5 }, /title must be a text; got 5/],
    [
      "a description that is no text",
      { run, output: text(), description: [] },
      /description must be a text/,
    ],
    [
      "a concurrency of 0",
      { run, output: text(), concurrency: 0 },
      /concurrency.*at least 1; got 0/,
    ],
    [
      "a concurrency of 1.5",
      { run, output: text(), concurrency: 1.5 },
      /concurrency.*whole.*got 1.5/,
    ],
    ["a time limit of 0", { run, output: text(), timeLimit: 0 }, /timeLimit.*above 0.*got 0/],
    [
      "an endless time limit",
      { run, output: text(), timeLimit: Number.POSITIVE_INFINITY },
      /timeLimit/,
    ],
    ["one that no timer takes", { run, output: text(), timeLimit: 30 * 86_400 }, /timeLimit/],
    [
      "a pixelated that is a word",
      { run, output: image({ pixelated: "yes" as never }) },
      /"output".*pixelated must be true or false; got "yes"/,
    ],
    ["a keep of 0", { run, output: text({ keep: 0 }) }, /"output".*keep.*"all".*got 0/],
    [
      "a default out of range",
      { run, output: text(), inputs: { a: slider({ min: 1, max: 10, default: 11 }) } },
      /default.*"a".*1 to 10; got 11/,
    ],
    [
      "a default off step",
      { run, output: text(), inputs: { a: slider({ min: 0, max: 10, step: 5, default: 3 }) } },
      /default.*"a".*steps of 5; got 3/,
    ],
    [
      "a default that is no choice",
      { run, output: text(), inputs: { a: dropdown({ choices: ["x"], default: "y" as "x" }) } },
      /default.*"a".*one of "x"; got "y"/,
    ],
    [
      "a default that is too long",
      { run, output: text(), inputs: { a: text({ maxLength: 1, default: "xx" }) } },
      /default.*"a".*at most 1 characters; got "xx"/,
    ],
    [
      "a default of another type",
      { run, output: text(), inputs: { a: checkbox({ default: "no" as never }) } },
      /default.*"a".*true or false; got "no"/,
    ],
    [
      "a range that is none",
      { run, output: text(), inputs: { a: slider({ min: 5, max: 5 }) } },
      /"a".*min must be below max; got min 5 and max 5/,
    ],
    [
      "a step of 0",
      { run, output: text(), inputs: { a: number({ step: 0 }) } },
      /"a".*step must be above 0/,
    ],
    [
      "an end that is not a number",
      { run, output: text(), inputs: { a: number({ min: Number.NaN }) } },
      /"a".*min must be a finite number; got NaN/,
    ],
    [
      "a seed that is not whole",
      { run, output: text(), inputs: { a: number({ seed: true }) } },
      /"a".*seed.*number\(\{ integer: true, seed: true \}\)/,
    ],
    [
      "no choices",
      { run, output: text(), inputs: { a: dropdown({ choices: [] }) } },
      /"a".*choices must name at least one/,
    ],
    [
      "a choice that stands twice",
      { run, output: text(), inputs: { a: dropdown({ choices: ["x", "x"] }) } },
      /"a".*"x" stands twice/,
    ],
    [
      "lengths that cross",
      { run, output: text(), inputs: { a: text({ minLength: 5, maxLength: 4 }) } },
      /"a".*minLength 5 is above maxLength 4/,
    ],
  ])("%s", (_what, exported, says) => {
    const problems = problemsOf(exported);
    expect(problems.some((problem) => says.test(problem))).toBe(true);
    for (const problem of problems) expect(problem).toMatch(/^[A-Za-z].*[.})]$/s);
  });

  test.each([
    "run",
    "after",
    "delivery",
    "parent",
    "__typename",
    "1st",
    "a-b",
    "",
    "constructor",
    "toString",
  ])("an input may not be named %j", (name) => {
    const problems = problemsOf({ run, output: text(), inputs: { [name]: text() } });
    expect(problems).toEqual([expect.stringContaining(`input name "${name}"`)]);
  });

  test.each(["run", "seq", "yields", "cursor", "elapsedMs", "__typename", "2nd", "a b", "valueOf"])(
    "an output may not be named %j",
    (name) => {
      const problems = problemsOf({ run, outputs: { [name]: text() } });
      expect(problems).toEqual([expect.stringContaining(`output name "${name}"`)]);
    },
  );

  test.each([
    "demos/1st.ts",
    "demos/hello world.ts",
    "demos/-a.ts",
    "demos/héllo.ts",
    "demos/run.ts",
  ])("a file may not be named %s", (file) => {
    expect(problemsOf({ run, output: text() }, file)).toHaveLength(1);
  });

  test("all that is wrong in a file is told at once", () => {
    const problems = problemsOf(
      {
        title: 1,
        timeLimit: -1,
        inputs: { run: text(), steps: slider({ min: 1, max: 10, default: 11 }), shown: markdown() },
        outputs: { seq: json(), picked: dropdown({ choices: ["x"] }) },
      },
      "demos/1.ts",
    );
    expect(problems).toHaveLength(9);
  });
});
