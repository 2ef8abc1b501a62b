import { describe, expect, test } from "@jest/globals";
import { collect, collectData } from "./collect";
import { query } from "./query";
import { type Result, transports } from "./transport";

/** The arguments given, and what the error must say: the argument, what is allowed, what came. */
const wrong: [string, string, RegExp[]][] = [
  ["out of range", "whole: 11", [/whole/, /1 to 10/, /11/]],
  ["below the range", "whole: 0", [/whole/, /1 to 10/, /\b0\b/]],
  ["off step", "level: 0.35", [/level/, /0 to 1 in steps of 0\.1/, /0\.35/]],
  ["off step, of a number", "count: 7", [/count/, /0 to 100 in steps of 5/, /7/]],
  ["too long", `words: "${"x".repeat(21)}"`, [/words/, /at most 20 characters/, /xxx/]],
  ["not among the choices of an enum", "mood: furious", [/mood/, /calm/, /wild/, /furious/]],
  [
    "not among the choices of a String",
    'size: "2 × 2"',
    [/size/, /512 × 512/, /1024 × 1024/, /2 × 2/],
  ],
  ["a fraction for a whole number", "whole: 2.5", [/whole/, /Int|whole number/, /2\.5/]],
  ["a text for a number", 'whole: "3"', [/whole/, /Int|number/, /3/]],
  ["a text for yes or no", 'loud: "yes"', [/loud/, /Boolean|true or false/, /yes/]],
  ["a number for a text", "words: 5", [/words/, /String|text/, /5/]],
  ["a list", "ratio: [1, 2]", [/ratio/, /Float|number/, /1/]],
  ["infinite", "ratio: 1e400", [/ratio/, /Float|finite/, /1e400|Infinity/]],
  ["null", "whole: null", [/whole/, /Int|number/, /null/]],
  ["an argument that there is not", "volume: 11", [/volume/, /everyInput|startEveryInput/i]],
];

function refused({ data, errors }: Result<unknown>, says: RegExp[]) {
  expect(data ?? null).toBeNull();
  expect(errors).toHaveLength(1);
  for (const pattern of says) expect(errors?.[0]?.message).toMatch(pattern);
}

describe.each(transports)("an input that a demo does not take, over $name", ({ subscribe }) => {
  test.each(wrong)("%s: %s", async (_what, given, says) => {
    const [only, ...more] = await collect(
      subscribe(`subscription { everyInput(${given}) { given } }`),
    );
    expect(more).toEqual([]);
    refused(only ?? {}, says);
  });

  test("given as a variable, its argument is named just so", async () => {
    const document = "subscription ($n: Int!) { everyInput(whole: $n) { given } }";
    const [only] = await collect(subscribe(document, { variables: { n: 11 } }));
    refused(only ?? {}, [/whole/, /1 to 10/, /11/]);
    expect(only?.errors?.[0]?.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      argument: "whole",
    });
    const [mistyped] = await collect(subscribe(document, { variables: { n: "many" } }));
    refused(mistyped ?? {}, [/\$n|whole/, /Int/, /many/]);
  });

  test("all that is wrong is told at once", async () => {
    const [only] = await collect(
      subscribe("subscription { everyInput(whole: 11, count: 7) { given } }"),
    );
    refused(only ?? {}, [/whole.*1 to 10.*11/, /count.*steps of 5.*7/]);
  });

  test("an input without a default must be given", async () => {
    const [only] = await collect(subscribe("subscription { needed(age: 3) { output { value } } }"));
    refused(only ?? {}, [/name/, /2 to 10 characters/, /nothing was given/]);
  });

  test("a text of the largest length is taken, and counted as JavaScript counts", async () => {
    const longest = "😀".repeat(10);
    const document = "subscription ($words: String!) { everyInput(words: $words) { given } }";
    const [data] = await collectData(subscribe(document, { variables: { words: longest } }));
    expect(data).toMatchObject({ everyInput: { given: { words: longest } } });
    const [only] = await collect(subscribe(document, { variables: { words: `${longest}x` } }));
    refused(only ?? {}, [/words/, /20 characters/]);
  });
});

describe("an input that a demo does not take, given to its mutation", () => {
  test.each(wrong)("%s: %s", async (_what, given, says) => {
    refused(await query(`mutation { startEveryInput(${given}) { id } }`), says);
  });

  test("an input without a default must be given", async () => {
    refused(await query("mutation { startNeeded(age: 3) { id } }"), [/name/, /required/]);
  });
});
