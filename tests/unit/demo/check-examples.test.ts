import { describe, expect, test } from "@jest/globals";
import {
  audioStream,
  checkbox,
  checkboxGroup,
  color,
  dropdown,
  group,
  image,
  number,
  slider,
  text,
} from "yieldcast";
import { checkDemo, isFault } from "@/lib/demo/check-demo";
import { describeDemo } from "@/lib/demo/describe";

const inputs = {
  steps: slider({ min: 1, max: 10, default: 3 }),
  tempo: slider({ min: 60, max: 160, streaming: true }),
  mood: dropdown({ choices: ["calm", "wild"] }),
  words: text({ maxLength: 200 }),
  loud: checkbox({ label: "Loudly" }),
};

function check(examples: unknown, of: object = inputs) {
  return checkDemo("demos/a.ts", { inputs: of, output: text(), examples, run: () => "x" });
}
function problemsOf(examples: unknown, of?: object): readonly string[] {
  const checked = check(examples, of);
  if (!isFault(checked)) throw new Error("The demo was taken for whole.");
  return checked.problems;
}
function demoOf(examples: unknown, of?: object) {
  const checked = check(examples, of);
  if (isFault(checked)) throw new Error(checked.problems.join("\n"));
  return checked;
}

describe("examples that fit", () => {
  test("give what they say; those that are run are whole", () => {
    expect(demoOf([{ steps: 5 }])).toMatchObject({
      runsExamples: false,
      examples: [{ inputs: { steps: 5 } }],
    });
    const [example] = demoOf({ run: true, of: [{ steps: 5 }] }).examples;
    expect(example?.inputs).toEqual({
      steps: 5,
      tempo: 60,
      mood: "calm",
      words: "",
      loud: false,
    });
    expect(demoOf(undefined)).toMatchObject({ runsExamples: false, examples: [] });
    expect(demoOf({ run: false, of: [] })).toMatchObject({ runsExamples: false, examples: [] });
  });

  test("give inputs of a group in an object of its name, and are kept as callers' values are", () => {
    const grouped = {
      layers: checkboxGroup({ choices: ["sky", "sea"] }),
      advanced: group({ tint: color(), loud: checkbox() }),
    };
    const written = [{ layers: ["sea", "sky"], advanced: { tint: "#FFFFFF" } }];
    const [example] = demoOf(written, grouped).examples;
    expect(example?.inputs).toEqual({ layers: ["sky", "sea"], tint: "#ffffff" });
    expect(problemsOf([{ advanced: { tint: "red" } }], grouped)).toEqual([
      expect.stringMatching(/the input "tint" must be a colour as #rrggbb/),
    ]);
    expect(problemsOf([{ advanced: 5 }], grouped)).toEqual([
      expect.stringMatching(/there is no input "advanced"/),
    ]);
  });

  test("are called what their author says, else what they give", () => {
    const labels = (examples: unknown) => demoOf(examples).examples.map(({ label }) => label);
    expect(labels({ of: { "Five steps": { steps: 5 } } })).toEqual(["Five steps"]);
    expect(
      labels([
        {},
        { steps: 5 },
        { words: "  a storm\nat sea " },
        { words: "" },
        { steps: 5, loud: true, mood: "wild" },
        { words: "🌊".repeat(100) },
      ]),
    ).toEqual([
      "As it stands",
      "Steps 5",
      "a storm at sea",
      "Words empty",
      "Steps 5 · Loudly on · Mood wild",
      `${"🌊".repeat(59)}…`,
    ]);
  });

  test("reach the page with the demo's description", () => {
    const { examples } = describeDemo(demoOf({ run: true, of: { Five: { steps: 5 } } }));
    expect(examples).toMatchObject([{ label: "Five", inputs: { steps: 5 } }]);
  });
});

describe("examples that do not fit say what to write instead", () => {
  const of = (...examples: unknown[]) => ({ run: true, of: examples });
  test.each<[string, unknown, RegExp, object?]>([
    ["a number", 5, /^examples must be a list of inputs; got 5\. Write: examples: \[/],
    ["null", null, /^examples must be a list of inputs; got null/],
    ["run without of", { run: true }, /^examples must be a list of inputs/],
    ["another option", { of: [], runs: true }, /no option "runs": it has run and of/],
    ["run that is a word", { of: [], run: "once" }, /run of examples must be true or false/],
    ["one that is no object", [5], /^The example 1 must be an object of inputs; got 5/],
    [
      "an unknown input",
      [{}, { step: 1 }],
      /^The example 2: there is no input "step"; the demo has steps, tempo, mood, words, loud\./,
    ],
    ["a name that every object has", [{ toString: 1 }], /there is no input "toString"/],
    [
      "a value that is not taken",
      [{ steps: 11 }],
      /^The example 1: the input "steps" must be a whole number from 1 to 10; got 11\./,
    ],
    ["a value of nothing", [{ steps: undefined }], /"steps" must be a whole number.*got undefined/],
    ["a labelled one", { of: { Hot: { steps: 0 } } }, /^The example "Hot": the input "steps"/],
    ["a label that is a number", { of: { 5: {} } }, /label "5".*is a number/],
    ["a label without words", { of: { " ": {} } }, /1 to 80 characters; got " "/],
    ["too many", Array.from({ length: 25 }, () => ({})), /There may be 24 examples; got 25/],
    [
      "a stream",
      [{ mic: 1 }],
      /"mic" is fed while the run goes on: leave it out/,
      { mic: audioStream() },
    ],
    [
      "a run of a demo with a stream",
      of({}),
      /"mic" is fed.*nothing can be run before/,
      { mic: audioStream() },
    ],
    [
      "a run without what must be given",
      of({}),
      /a run needs the input "size", which has no default/,
      { size: number() },
    ],
    [
      "a run without its file",
      of({}),
      /a run needs the input "photo"/,
      { photo: image({ sources: ["upload"] }) },
    ],
  ])("%s", (...[, examples, problem, others]) => {
    expect(problemsOf(examples, others)).toContainEqual(expect.stringMatching(problem));
  });

  test("all of them at once", () => {
    expect(problemsOf([{ steps: 11, mood: "furious" }, { none: 1 }])).toHaveLength(3);
  });
});
