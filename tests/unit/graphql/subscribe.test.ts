import { describe, expect, test } from "@jest/globals";
import { buildSchema, type ExecutionResult, GraphQLError, parse } from "graphql";
import { pageOperation } from "@/graphql/operation";
import { schemaOf } from "@/graphql/schema";
import { sharedResultsOf, textOf } from "@/graphql/shared-results";
import { subscribe } from "@/graphql/subscribe";
import { makeCatalogue } from "@/lib/demo/catalogue";
import { defineDemo, text } from "@/lib/index";

const schema = buildSchema(`
  type Query { nothing: Int }
  type Event { cut(to: Int!): String, later: String, wrong: Int }
  type Subscription { word(of: ID): Event, other: Event }
`);

/** Counts how often it is resolved. */
function createEvent(text: string, owner = false) {
  const event = {
    owner,
    resolved: 0,
    cut({ to }: { to: number }) {
      event.resolved++;
      return text.slice(0, to);
    },
    later: async () => text,
    wrong() {
      throw new GraphQLError("It is wrong.");
    },
  };
  return event;
}

async function ofSource(
  rootValue: object,
  document: ReturnType<typeof parse>,
  variableValues: { [name: string]: unknown },
): Promise<ExecutionResult[]> {
  const results = await subscribe({ schema, document, rootValue, variableValues });
  if (!("next" in results)) return [results];
  const all: ExecutionResult[] = [];
  for await (const result of results) all.push(result);
  return all;
}

/** The same events for all who ask, as the viewers of one run are given them. */
async function* sourceOf(events: object[]) {
  yield* events;
}

describe("what several ask of the same event", () => {
  const document = parse("subscription ($of: ID, $to: Int!) { word(of: $of) { cut(to: $to) } }");
  const asks = (events: object[], variables: { [name: string]: unknown }) =>
    ofSource({ word: () => sourceOf(events) }, document, variables);

  test("is resolved and written once, whatever the subscription's own arguments", async () => {
    const event = createEvent("hello");
    const root = { owner: false, word: event };
    const [one] = await asks([root], { of: "1", to: 2 });
    const [other] = await asks([root], { of: "2", to: 2 });
    expect(one?.data).toEqual({ word: { cut: "he" } });
    expect(other).toBe(one);
    expect(event.resolved).toBe(1);
    expect(one && textOf(one)).toBe('{"data":{"word":{"cut":"he"}}}');
  });

  test("is another where a variable below it is another, or the event is", async () => {
    const root = { owner: false, word: createEvent("hello") };
    const same = { owner: false, word: createEvent("world") };
    const [two, next] = await asks([root, same], { to: 2 });
    const [three] = await asks([root], { to: 3 });
    expect([two, three, next].map((each) => each?.data)).toEqual([
      { word: { cut: "he" } },
      { word: { cut: "hel" } },
      { word: { cut: "wo" } },
    ]);
  });

  test("is each one's own for who has started the run, and where something went wrong", async () => {
    const owned = { owner: true, word: createEvent("hello") };
    await asks([owned, owned], { to: 2 });
    expect(owned.word.resolved).toBe(2);
    const wrong = parse("subscription { word { wrong } }");
    const root = { owner: false, word: createEvent("hello") };
    const failing = () => ofSource({ word: () => sourceOf([root]) }, wrong, {});
    const [one] = await failing();
    expect((await failing())[0]).not.toBe(one);
    expect(one && JSON.parse(textOf(one))).toMatchObject({
      data: { word: { wrong: null } },
      errors: [{ message: "It is wrong.", path: ["word", "wrong"] }],
    });
  });

  test("is waited for by each where it has to be waited for", async () => {
    const later = parse("subscription { word { later } }");
    const root = { owner: false, word: createEvent("hello") };
    const asked = () => ofSource({ word: () => sourceOf([root]) }, later, {});
    const [one] = await asked();
    expect(one?.data).toEqual({ word: { later: "hello" } });
    expect((await asked())[0]).not.toBe(one);
  });
});

test("pages that follow one run from different places share what they are sent", () => {
  const module = { default: defineDemo({ output: text(), run: () => "" }) };
  const catalogue = makeCatalogue([{ file: "demos/word.ts", module, problem: undefined }]);
  const [demo] = catalogue.demos.values();
  if (!demo) throw new Error(JSON.stringify(catalogue.faults));
  const ofDemo = schemaOf(catalogue);
  const document = parse(pageOperation(ofDemo, demo));
  const [one, other] = ["a", "b"].map((after) =>
    sharedResultsOf({ schema: ofDemo, document, variableValues: { run: "r", after } }),
  );
  expect(one).toBe(other);
});
