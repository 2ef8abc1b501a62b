import { expect, test } from "@jest/globals";
import { expectTypeOf } from "expect-type";
import {
  audio,
  checkbox,
  checkboxGroup,
  code,
  color,
  date,
  defineDemo,
  group,
  type HexColor,
  type Json,
  json,
  type LiveValue,
  markdown,
  number,
  radio,
  slider,
  text,
} from "yieldcast";
import { z } from "zod";

test("each control has its type in run, and a group is an object of them", () => {
  const demo = defineDemo({
    inputs: {
      mood: radio({ choices: ["calm", "wild"], default: "wild" }),
      layers: checkboxGroup({ choices: ["sky", "sea"], default: ["sea"] }),
      tint: color(),
      day: date({ default: "2026-11-21" }),
      program: code(),
      any: json(),
      asserted: json<{ depth: number }>({ default: { depth: 1 } }),
      checked: json({ schema: z.object({ depth: z.number().default(1) }) }),
      advanced: group({
        strength: slider({ min: 0, max: 1 }),
        pace: number({ default: 1, streaming: true }),
      }),
    },
    outputs: { shown: text(), whole: json<{ loss: number }>(), source: code() },
    run(inputs) {
      expectTypeOf(inputs).toEqualTypeOf<{
        mood: "calm" | "wild";
        layers: ("sky" | "sea")[];
        tint: HexColor;
        day: string;
        program: string;
        any: Json;
        asserted: { depth: number };
        checked: { depth: number };
        advanced: { strength: number; pace: LiveValue<number> };
      }>();
      return { shown: inputs.day, whole: { loss: 1 }, source: inputs.program };
    },
  });
  expect(demo.inputs).toHaveProperty("advanced");
});

test("an example gives some of a group's inputs", () => {
  const inputs = {
    words: text(),
    advanced: group({ strength: slider({ min: 0, max: 1, streaming: true }), loud: checkbox() }),
  };
  const run = () => "x";
  defineDemo({ inputs, output: text(), examples: [{ advanced: { strength: 1 } }], run });
  // @ts-expect-error There is no such input in the group.
  defineDemo({ inputs, output: text(), examples: [{ advanced: { words: "x" } }], run });
  // @ts-expect-error It is a number.
  defineDemo({ inputs, output: text(), examples: [{ advanced: { strength: "x" } }], run });
  expect(run()).toBe("x");
});

test("a control that streams is given as a live value", () => {
  const demo = defineDemo({
    inputs: {
      mood: radio({ choices: ["calm", "wild"], streaming: true }),
      layers: checkboxGroup({ choices: ["sky", "sea"], streaming: true }),
      tint: color({ streaming: true }),
      day: date({ streaming: true }),
      program: code({ streaming: true }),
      settings: json({ schema: z.array(z.string()), streaming: true }),
    },
    output: text(),
    run(inputs) {
      expectTypeOf(inputs).toEqualTypeOf<{
        mood: LiveValue<"calm" | "wild">;
        layers: LiveValue<("sky" | "sea")[]>;
        tint: LiveValue<HexColor>;
        day: LiveValue<string>;
        program: LiveValue<string>;
        settings: LiveValue<string[]>;
      }>();
      return inputs.day.value;
    },
  });
  expect(demo.inputs).toHaveProperty("settings");
});

test("a control in the wrong place does not compile", () => {
  const run = () => "x";
  // @ts-expect-error A radio is only given.
  defineDemo({ output: radio({ choices: ["a"] }), run });
  // @ts-expect-error A group is only given.
  defineDemo({ outputs: { more: group({ a: text() }) }, run: () => ({}) });
  // @ts-expect-error JSON with a default is only given.
  defineDemo({ output: json({ default: 1 }), run });
  // @ts-expect-error Code of a given height is only typed in.
  defineDemo({ output: code({ lines: 3 }), run });
  // @ts-expect-error Code that is added to is only yielded.
  defineDemo({ inputs: { a: code({ append: true }) }, output: text(), run });
  // @ts-expect-error Markdown is only yielded, in a group as well.
  group({ a: markdown() });
  // @ts-expect-error A sound that streams is only yielded, in a group as well.
  group({ a: audio({ streaming: true }) });
  // @ts-expect-error A group lies in no other.
  group({ a: group({ b: text() }) });
  expect(run()).toBe("x");
});

test("an option that a control does not have, or of a wrong type, does not compile", () => {
  // @ts-expect-error A default is one of the choices.
  radio({ choices: ["calm", "wild"], default: "furious" });
  // @ts-expect-error So is each of several.
  checkboxGroup({ choices: ["sky", "sea"], default: ["sky", "moon"] });
  // @ts-expect-error A colour is hexadecimal.
  color({ default: "red" });
  // @ts-expect-error A date is a text.
  date({ default: new Date() });
  // @ts-expect-error A default is of the schema's type.
  json({ schema: z.object({ depth: z.number() }), default: { depth: "3" } });
  // @ts-expect-error A schema is one of a library.
  json({ schema: { depth: "number" } });
  // @ts-expect-error Lines are counted.
  text({ lines: "3" });
  expect(color).toBeInstanceOf(Function);
});
