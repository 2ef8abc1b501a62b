import { describe, expect, test } from "@jest/globals";
import { eventually } from "../eventually";
import { collect, collectData } from "./collect";
import { subscribeOverSse } from "./over-sse";
import { codeOf, ways } from "./push";
import { post, query } from "./query";
import { start } from "./runs";
import { type Result, transports } from "./transport";

type Values = Record<string, unknown>;

/** As variables, which carry any JSON: what is given, and what the error must say. */
const wrong: [string, Values, RegExp[]][] = [
  ["a choice that is none", { mood: "furious" }, [/mood/, /furious/]],
  ["a choice as prototypes have", { mood: "__proto__" }, [/mood/, /__proto__/]],
  ["several choices of one", { mood: ["calm", "wild"] }, [/mood/]],
  ["a list with a stranger", { layers: ["sky", "moon"] }, [/layers/, /"moon" is none of them/]],
  ["a choice twice", { layers: ["sky", "sky"] }, [/layers/, /"sky" stands twice/]],
  ["too many choices", { layers: ["sky", "sand", "the deep sea"] }, [/layers/, /3 are chosen/]],
  ["too few choices", { layers: [] }, [/layers/, /list of 1 to 2/, /none is chosen/]],
  ["null among choices", { layers: [null] }, [/layers/, /null/]],
  ["numbers as choices", { layers: [1] }, [/layers/, /1/]],
  ["a colour's name", { tint: "red" }, [/tint/, /#rrggbb/, /"red" is a word/]],
  ["a colour with a style behind it", { tint: "#ff7c00;}" }, [/tint/, /#rrggbb/]],
  ["a colour as a number", { tint: 0xff7c00 }, [/tint/, /String/]],
  ["a day that is none", { day: "2025-02-30" }, [/day/, /there is no 2025-02-30/]],
  ["a day too late", { day: "2027-01-01" }, [/day/, /not after 2026-12-31/]],
  ["a day in Arabic digits", { day: "٢٠٢٥-٠١-٠١" }, [/day/, /such as 2026-11-21/]],
  ["a day turned round", { day: "\u202e2025-01-01" }, [/day/, /such as 2026-11-21/]],
  ["a time of a zone", { meeting: "2026-11-21T15:04Z" }, [/meeting/, /2026-11-21T15:04/]],
  ["code that is a list", { program: [["x"]] }, [/program/]],
  ["too much code", { program: "x".repeat(100_001) }, [/program/, /100,000 characters/]],
  ["JSON of another form", { settings: [1, 2] }, [/settings/, /expected object/]],
  ["JSON with a wrong member", { settings: { depth: "3" } }, [/settings/, /at depth: .*number/]],
  ["JSON that is only null", { settings: { depth: null } }, [/settings/, /at depth/]],
  ["JSON far too deep", { settings: { depth: deep(500) } }, [/settings/, /more than 32 deep/]],
  ["JSON too long", { settings: { depth: 1, x: "x".repeat(200_000) } }, [/100,000 characters/]],
  ["what is wrong in a group", { count: 6 }, [/count/, /0 to 5/, /6/]],
];

function deep(levels: number): unknown {
  return JSON.parse("[".repeat(levels) + "]".repeat(levels));
}

const types: Record<string, string> = {
  story: "String",
  mood: "EveryControlMoodChoice",
  layers: "[String!]",
  tint: "String",
  day: "String",
  program: "String",
  settings: "JSON",
  meeting: "String",
  count: "Int",
};

/** The operation that hands these values on, each as a variable. */
function operation(sort: "subscription" | "mutation", values: Values): string {
  // Null would be refused at once where the schema has a default.
  const names = Object.keys(values);
  const variables = names.map(
    (name) => `$${name}: ${types[name]}${name === "settings" ? "" : "!"}`,
  );
  const given = names.map((name) => `${name}: $${name}`);
  const field =
    sort === "subscription"
      ? `everyControl(${given.join(", ")}) { given }`
      : `startEveryControl(${given.join(", ")}) { id }`;
  return `${sort} (${variables.join(", ")}) { ${field} }`;
}

function refused({ data, errors }: Result<unknown>, says: RegExp[]) {
  expect(data ?? null).toBeNull();
  expect(errors).toHaveLength(1);
  for (const pattern of says) expect(errors?.[0]?.message).toMatch(pattern);
  expect(errors?.[0]?.message.length).toBeLessThan(2000);
}

describe.each(transports)("the controls of a demo, over $name", ({ subscribe }) => {
  const given = async (values: Values) => {
    const document = operation("subscription", values);
    const [data] = await collectData(
      subscribe<{ everyControl: { given: Values } }>(document, { variables: values }),
    );
    return data?.everyControl.given;
  };

  test("are given to the demo as they came or in their one form, groups as objects", async () => {
    const [data] = await collectData(
      subscribe<{ everyControl: { given: Values } }>("subscription { everyControl { given } }"),
    );
    expect(data?.everyControl.given).toEqual({
      story: "Once",
      mood: "calm",
      layers: ["sky"],
      tint: "#ff7c00",
      day: "2024-02-29",
      program: "def f():\n    return 1",
      advanced: { settings: { depth: 3 }, meeting: "2026-11-21T15:04", count: 1 },
    });
    const values = {
      story: "\u202eright to left\u0000 and <script>\n",
      mood: "wild",
      layers: ["sand", "sky"],
      tint: "#ABCDEF",
      settings: { depth: 9, names: ["a"], other: true },
      count: 0,
    };
    expect(await given(values)).toMatchObject({
      story: values.story,
      mood: "wild",
      layers: ["sky", "sand"],
      tint: "#abcdef",
      advanced: { settings: { depth: 9, names: ["a"] }, count: 0 },
    });
  });

  test.each(wrong)("refuse %s", async (_what, values, says) => {
    const document = operation("subscription", values);
    const [only, ...more] = await collect(subscribe(document, { variables: values }));
    expect(more).toEqual([]);
    refused(only ?? {}, says);
  });

  test("refuse JSON with a prototype in it, as a variable and in the document", async () => {
    const document = operation("subscription", { settings: {} });
    const variables = { settings: JSON.parse('{"depth": 1, "__proto__": {"names": ["x"]}}') };
    const [only] = await collect(subscribe(document, { variables }));
    refused(only ?? {}, [/settings/, /__proto__/]);
    const literal =
      "subscription { everyControl(settings: {depth: 1, __proto__: {a: 1}}) { given } }";
    const [other] = await collect(subscribe(literal));
    refused(other ?? {}, [/settings/, /__proto__/]);
    expect(({} as Values).names).toBeUndefined();
  });
});

describe("the controls of a demo, given to its mutation", () => {
  test.each(wrong)("refuse %s", async (_what, values, says) => {
    refused(await query(operation("mutation", values), values), says);
  });

  test("refuse JSON deeper than any client would write", async () => {
    const document = operation("mutation", { settings: {} });
    const value = "[".repeat(200_000) + "]".repeat(200_000);
    const body = `{"query": ${JSON.stringify(document)}, "variables": {"settings": ${value}}}`;
    const answer = (await (await post(body)).json()) as Result<unknown>;
    refused(answer, [/settings/, /more than 32 deep/]);
  });

  test("refuse 10 MB of JSON with the request that carries it", async () => {
    const values = { settings: { depth: 1, names: ["x".repeat(10 * 2 ** 20)] } };
    const answer = await query(operation("mutation", values), values).catch(() => "cut off");
    expect(JSON.stringify(answer)).toMatch(/cut off|too large|1,048,576|REQUEST_TOO_LARGE/i);
    expect((await query<{ demos: unknown[] }>("{ demos { name } }")).data?.demos).toBeTruthy();
  });
});

describe.each(ways)("controls that are moved over $name", ({ open }) => {
  test("give the demo each new value, in groups too, and refuse what they do not take", async () => {
    const run = await start("LiveControls");
    const seen: Values[] = [];
    const following = (async () => {
      const document = `subscription { liveControls(run: "${run.id}") { given } }`;
      const results = subscribeOverSse<{ liveControls: { given: Values } }>(document);
      for await (const { data } of results) {
        if (data?.liveControls.given) seen.push(data.liveControls.given);
      }
    })();
    const moves: [string, unknown, unknown][] = [
      ["mood", "wild", "furious"],
      ["layers", ["sand", "sky"], ["sky", "sky"]],
      ["tint", "#00FF00", "green"],
      ["day", "2024-02-29", "2023-02-29"],
      ["settings", { depth: 2 }, deep(40)],
      ["program", "x = 1", 5],
    ];
    for (const [input, value, bad] of moves) {
      await using pusher = open({ run, input });
      expect(codeOf(await pusher.push(0, { value: bad }))).toBe("BAD_USER_INPUT");
      expect(codeOf(await pusher.push(0, { value }))).toBe("taken");
    }
    const last = {
      mood: "wild",
      layers: ["sky", "sand"],
      tint: "#00ff00",
      day: "2024-02-29",
      settings: { depth: 2 },
      program: "x = 1",
    };
    const isLast = (given: Values | undefined) => JSON.stringify(given) === JSON.stringify(last);
    await eventually(async () => seen.at(-1), isLast);
    await using story = open({ run, input: "story" });
    await story.push(0, { value: "end" });
    await following;
  });
});

test("a demo says which of its inputs a form folds away", async () => {
  const document = '{ demo(name: "every-control") { groups { name label hint open inputs } } }';
  expect(await query(document)).toEqual({
    data: {
      demo: {
        groups: [
          {
            ...{ name: "advanced", label: "Advanced", hint: "Seldom changed.", open: false },
            inputs: ["settings", "meeting", "count"],
          },
        ],
      },
    },
  });
});
