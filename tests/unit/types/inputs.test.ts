import { expect, test } from "@jest/globals";
import { expectTypeOf } from "expect-type";
import {
  audio,
  checkbox,
  defineDemo,
  dropdown,
  image,
  json,
  markdown,
  number,
  type RunContext,
  slider,
  text,
} from "yieldcast";

test("each input has its type in run, without being named anywhere", () => {
  const demo = defineDemo({
    inputs: {
      steps: slider({ min: 1, max: 10 }),
      size: number({ min: 0 }),
      words: text({ maxLength: 5 }),
      plain: text(),
      loud: checkbox(),
      mood: dropdown({ choices: ["calm", "wild"], default: "wild" }),
    },
    output: text(),
    run(inputs, context) {
      expectTypeOf(inputs).toEqualTypeOf<{
        steps: number;
        size: number;
        words: string;
        plain: string;
        loud: boolean;
        mood: "calm" | "wild";
      }>();
      expectTypeOf(context).toEqualTypeOf<RunContext>();
      return "x";
    },
  });
  expect(demo.inputs).toHaveProperty("mood");
});

test("a demo without inputs is given none", () => {
  const demo = defineDemo({
    output: text(),
    run(inputs) {
      // @ts-expect-error There is no input of this name.
      inputs.steps;
      return "x";
    },
  });
  expect(demo.inputs).toBeUndefined();
});

test("choices that stand in a list of texts are texts", () => {
  const choices: string[] = ["a"];
  defineDemo({
    inputs: { mood: dropdown({ choices }) },
    output: text(),
    run({ mood }) {
      expectTypeOf(mood).toEqualTypeOf<string>();
      return mood;
    },
  });
  expect(choices).toHaveLength(1);
});

test("a kind in the wrong place does not compile", () => {
  const run = () => "x";
  // @ts-expect-error A sound that streams is only yielded.
  defineDemo({ inputs: { sound: audio({ streaming: true }) }, output: text(), run });
  // @ts-expect-error A picture from the webcam is only given.
  defineDemo({ output: image({ sources: ["webcam"] }), run: () => "x" });
  // @ts-expect-error A seed is only given.
  defineDemo({ output: number({ integer: true, seed: true }), run: () => 1 });
  // @ts-expect-error Markdown is only yielded.
  defineDemo({ inputs: { stats: markdown() }, output: text(), run });
  // @ts-expect-error JSON of which the newest is kept is only yielded.
  defineDemo({ inputs: { stats: json({ keep: 1 }) }, output: text(), run });
  // @ts-expect-error A slider is only given.
  defineDemo({ outputs: { steps: slider({ min: 1, max: 2 }) }, run: () => ({}) });
  // @ts-expect-error A checkbox is only given.
  defineDemo({ output: checkbox(), run: () => true });
  // @ts-expect-error A text that is typed in streams nothing.
  defineDemo({ output: text({ maxLength: 5 }), run });
  // @ts-expect-error A text that streams is not typed in.
  defineDemo({ inputs: { words: text({ append: true }) }, output: text(), run });
  expect(run()).toBe("x");
});

test("an option that a kind does not have, or of a wrong type, does not compile", () => {
  // @ts-expect-error A slider has two ends.
  slider({ min: 1 });
  // @ts-expect-error A default is one of the choices.
  dropdown({ choices: ["calm", "wild"], default: "furious" });
  // @ts-expect-error A default is of the input's type.
  number({ default: "5" });
  // @ts-expect-error There is no such option.
  checkbox({ min: 1 });
  // @ts-expect-error keep is "all" or a number.
  image({ keep: "some" });
  // @ts-expect-error append is of outputs, maxLength of inputs.
  text({ append: true, maxLength: 5 });
  expect(slider).toBeInstanceOf(Function);
});
