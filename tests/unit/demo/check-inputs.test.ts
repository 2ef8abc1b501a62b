import { afterAll, expect, test } from "@jest/globals";
import { checkbox, dropdown, number, slider, text } from "yieldcast";
import { checkDemo, isFault } from "@/lib/demo/check-demo";
import { checkInputs, InputError } from "@/lib/demo/check-inputs";
import { createTemporaryUploads } from "../store/temporary-uploads";

const checked = checkDemo("demos/a.ts", {
  inputs: {
    steps: slider({ min: 1, max: 10, default: 3 }),
    level: slider({ min: 0, max: 1, step: 0.1 }),
    size: number({ min: 0 }),
    name: text({ minLength: 1, maxLength: 5 }),
    loud: checkbox(),
    mood: dropdown({ choices: ["calm", "wild"] }),
  },
  output: text(),
  run: () => "x",
});
if (isFault(checked)) throw new Error(checked.problems.join());
const demo = checked;

const uploads = await createTemporaryUploads();
afterAll(async () => {
  await uploads[Symbol.asyncDispose]();
});

const faultsOf = async (given: Record<string, unknown>) => {
  try {
    await checkInputs(demo, { size: 1, name: "x", ...given }, uploads);
  } catch (error) {
    if (error instanceof InputError) return error.faults;
    throw error;
  }
  return [];
};

test("what is not given has its default", async () => {
  const { values } = await checkInputs(demo, { size: 2.5, name: "Ada", steps: null }, uploads);
  expect(values).toEqual({
    steps: 3,
    level: 0,
    size: 2.5,
    name: "Ada",
    loud: false,
    mood: "calm",
  });
});

test("what is no input is not handed on", async () => {
  const given = { size: 1, name: "x", __proto__: { steps: 5 }, other: 1 };
  expect((await checkInputs(demo, given, uploads)).values).not.toHaveProperty("other");
});

test("steps without an exact binary form are on step", async () => {
  for (let tenths = 0; tenths <= 10; tenths++) {
    expect(await faultsOf({ level: tenths / 10 })).toEqual([]);
    expect(await faultsOf({ level: tenths * 0.1 })).toEqual([]);
  }
  expect(await faultsOf({ level: 0.1001 })).toHaveLength(1);
});

test.each([
  ["steps", 11, 'The argument "steps" must be a whole number from 1 to 10; got 11.'],
  ["steps", 2.5, 'The argument "steps" must be a whole number from 1 to 10; got 2.5.'],
  ["steps", "3", 'The argument "steps" must be a whole number from 1 to 10; got "3".'],
  [
    "level",
    0.35,
    'The argument "level" must be a finite number from 0 to 1 in steps of 0.1; got 0.35.',
  ],
  ["size", -1, 'The argument "size" must be a finite number of at least 0; got -1.'],
  ["size", Number.NaN, 'The argument "size" must be a finite number of at least 0; got NaN.'],
  ["name", "", 'The argument "name" must be a text of 1 to 5 characters; got "".'],
  [
    "name",
    undefined,
    'The argument "name" must be a text of 1 to 5 characters; nothing was given.',
  ],
  ["loud", 1, 'The argument "loud" must be true or false; got 1.'],
  ["mood", "furious", 'The argument "mood" must be one of "calm", "wild"; got "furious".'],
  ["mood", "toString", 'The argument "mood" must be one of "calm", "wild"; got "toString".'],
])("%s may not be %j", async (argument, value, message) => {
  expect(await faultsOf({ [argument]: value })).toEqual([{ argument, message }]);
});

test("a value that came is never quoted at length", async () => {
  const [fault] = await faultsOf({ name: "x".repeat(100_000) });
  expect(fault?.message.length).toBeLessThan(150);
  expect(fault?.message).toContain("100,000 characters");
});

test("all that is wrong is told at once", async () => {
  const faults = await faultsOf({ steps: 0, loud: "x", mood: 5 });
  expect(faults.map(({ argument }) => argument)).toEqual(["steps", "loud", "mood"]);
});
