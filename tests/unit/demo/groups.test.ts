import { expect, test } from "@jest/globals";
import { checkbox, defineDemo, group, number, slider, text } from "yieldcast";
import { checkDemo, isFault } from "@/lib/demo/check-demo";
import type { RunContext } from "@/lib/demo/context";
import { describeDemo } from "@/lib/demo/describe";

const check = (inputs: object, run: unknown = () => "") =>
  checkDemo("demos/grouped.ts", { inputs, output: text(), run });
const problemsOf = (inputs: object) => {
  const checked = check(inputs);
  return isFault(checked) ? checked.problems : [];
};

const demo = defineDemo({
  inputs: {
    words: text(),
    advanced: group(
      { strength: slider({ min: 0, max: 1 }), advanced: checkbox() },
      { label: "More", hint: "Seldom changed." },
    ),
    last: number({ default: 1 }),
    other: group({ loud: checkbox() }, { open: true }),
  },
  output: text(),
  run: (given) => JSON.stringify(given),
});

test("a group's values are given as one object, and taken by their own names", () => {
  const checked = checkDemo("demos/grouped.ts", demo);
  if (isFault(checked)) throw new Error(checked.problems.join());
  expect(Object.keys(checked.inputs)).toEqual(["words", "strength", "advanced", "last", "loud"]);
  const values = { words: "x", strength: 0.5, advanced: true, last: 2, loud: false };
  expect(JSON.parse(String(checked.run(values, {} as RunContext)))).toEqual({
    words: "x",
    advanced: { strength: 0.5, advanced: true },
    last: 2,
    other: { loud: false },
  });
  expect(values).toHaveProperty("strength");
});

test("a page knows which inputs to fold away", () => {
  const checked = checkDemo("demos/grouped.ts", demo);
  if (isFault(checked)) throw new Error(checked.problems.join());
  const described = describeDemo(checked);
  expect(described.inputs.map(({ name }) => name)).toContain("strength");
  expect(described.groups).toEqual([
    {
      name: "advanced",
      label: "More",
      hint: "Seldom changed.",
      open: false,
      inputs: ["strength", "advanced"],
    },
    { name: "other", label: "Other", hint: undefined, open: true, inputs: ["loud"] },
  ]);
});

test("names that collide, and groups that hold none or each other, are faults", () => {
  expect(
    problemsOf({
      strength: text(),
      advanced: group({ strength: slider({ min: 0, max: 1 }), run: text() }),
      outer: group({ inner: group({ a: text() }) as never }),
      empty: group({}),
      toString: group({ b: text() }),
      wrong: { kind: "group", options: { inputs: 5 } },
      half: group({ level: slider({ min: 2, max: 1, step: 1 }) }),
    }),
  ).toEqual([
    'Two inputs are called "strength": callers give those of a group by their own names. Rename one.',
    'The group "inner" lies in the group "outer", but groups lie in no other. Put its inputs beside it.',
    'The group "empty" must be an object of inputs by name; got {}. Write: group({ strength: slider({ min: 0, max: 1 }) }).',
    'The group name "toString" is one that every object has. Rename it.',
    'The group "wrong" must be an object of inputs by name; got 5. Write: group({ strength: slider({ min: 0, max: 1 }) }).',
    'The input name "run" is reserved (run, after, delivery, parent). Rename it.',
    'The input "level": min must be below max; got min 2 and max 1.',
  ]);
  const checked = checkDemo("demos/grouped.ts", {
    outputs: { more: group({ a: text() }) },
    run: () => ({}),
  });
  expect(checked).toMatchObject({
    problems: ['The output "more" is of the kind group, which is only given. Move it to inputs.'],
  });
});
