import { describe, expect, it } from "@jest/globals";
import { checkbox, defineDemo, dropdown, file, json, number, slider, text } from "yieldcast";
import { checkDemo, isFault } from "@/lib/demo/check-demo";
import { describeDemo } from "@/lib/demo/describe";
import { readEmbedParameters } from "@/lib/demo/embed-parameters";

const checked = checkDemo(
  "demos/all.ts",
  defineDemo({
    inputs: {
      steps: slider({ min: 1, max: 10, default: 3 }),
      words: text({ maxLength: 9 }),
      loud: checkbox(),
      size: dropdown({ choices: ["5", "ten"] }),
      ratio: number({ default: 0.5 }),
      theme: text({ default: "none" }),
      table: file(),
      extra: json({ default: 1 }),
    },
    outputs: { given: json() },
    run: () => ({}),
  }),
);
if (isFault(checked)) throw new Error(checked.problems.join());
const demo = describeDemo(checked);
const read = (query: string, origins = ["*"]) =>
  readEmbedParameters({ demo, given: Object.fromEntries(new URLSearchParams(query)), origins });

describe("an embed's address", () => {
  it("gives inputs as their kinds take them", () => {
    const { values, faults } = read("steps=5&words=7&loud=1&size=5&ratio=-1e-3");
    expect(faults).toEqual([]);
    expect(values).toEqual({ steps: 5, words: "7", loud: true, size: "5", ratio: -0.001 });
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
    "takes the word %s for no value that every object has",
    (word) => {
      const { values, faults } = read(`extra=${word}&loud=${word}&theme=${word}`);
      expect(values).toEqual({ extra: word });
      expect(faults).toHaveLength(2);
      expect(read(`${word}=1`)).toEqual(read(""));
    },
  );

  it.each([
    ["loud=true", true],
    ["loud=", true],
    ["loud=0", false],
    ["loud=false", false],
  ])("reads %s", (query, loud) => {
    expect(read(query).values).toEqual({ loud });
  });

  it("tells an input from a word of its own", () => {
    expect(read("theme=dark&input.theme=autumn")).toMatchObject({
      values: { theme: "autumn" },
      faults: [],
    });
  });

  it.each([
    ["steps=99", 'steps must be a whole number from 1 to 10; got "99".'],
    ["words=0123456789", "words must be a text of at most 9 characters; got"],
    ["size=huge", 'size must be one of "5", "ten"; got "huge".'],
    ["table=x", "table is no input that an address can give."],
    ["theme=blue", 'theme must be light or dark; got "blue".'],
    ["radius=99", "radius must be a number of pixels from 0 to 32"],
    ["autorun=maybe", "autorun must be 1, or left out"],
    ["parent=https://example.org/page", "parent must be the origin of a page"],
    ["parent=javascript:alert(1)", "parent must be the origin of a page"],
  ])("says what is wrong with %s, and leaves it out", (query, fault) => {
    const { values, faults, parent, autorun } = read(query);
    expect(faults).toEqual([expect.stringContaining(fault)]);
    expect(values).toEqual({});
    expect(parent).toBeUndefined();
    expect(autorun).toBe(false);
  });

  it("leaves alone what others put into addresses", () => {
    expect(read("utm_source=x&fbclid=y&input.nothing=z&constructor=1").faults).toEqual([]);
  });

  it("takes no parent that may not embed", () => {
    const friend = "https://friend.example";
    expect(read(`parent=${friend}`, [friend]).parent).toBe(friend);
    expect(read("parent=https://other.example", [friend])).toMatchObject({
      parent: undefined,
      faults: [expect.stringContaining("parent must be")],
    });
  });
});
