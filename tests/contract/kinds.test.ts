import { describe, expect, test } from "@jest/globals";
import { collectData } from "./collect";
import { transports } from "./transport";

interface TextOnWire {
  value: string;
  delta: string;
  reset: boolean;
}

describe.each(transports)("every kind over $name", ({ subscribe }) => {
  test("each input reaches the demo as it was given", async () => {
    const [data] = await collectData(
      subscribe(`subscription {
        everyInput(whole: 10, level: 0.3, count: 95, ratio: -1.5, words: "", loud: true, mood: calm, size: "1024 × 1024") { given }
      }`),
    );
    expect(data).toEqual({
      everyInput: {
        given: {
          whole: 10,
          level: 0.3,
          count: 95,
          ratio: -1.5,
          words: "",
          loud: true,
          mood: "calm",
          size: "1024 × 1024",
        },
      },
    });
  });

  test("each input that is not given has its default", async () => {
    const [data] = await collectData(subscribe("subscription { everyInput { given } }"));
    expect(data).toEqual({
      everyInput: {
        given: {
          whole: 3,
          level: 0,
          count: 10,
          ratio: 0.5,
          words: "hello",
          loud: false,
          mood: "wild",
          size: "512 × 512",
        },
      },
    });
  });

  test("a demo with one output yields the bare value", async () => {
    const [data] = await collectData(
      subscribe('subscription { needed(name: "Ada", age: 36) { output { value delta reset } } }'),
    );
    expect(data).toEqual({
      needed: { output: { value: "Ada is 36.", delta: "Ada is 36.", reset: false } },
    });
  });

  test("a yield sets some of the outputs, and the others stay as they are", async () => {
    const data = await collectData(
      subscribe<{ everyOutput: Record<string, unknown> }>(
        "subscription { everyOutput { yields said { value } title { value } level count stats picture { width height } } }",
      ),
    );
    const nothing = {
      said: null,
      title: null,
      level: null,
      count: null,
      stats: null,
      picture: null,
    };
    const expected = [
      { said: { value: "a" }, count: 1 },
      { title: { value: "One" }, level: 0.5 },
      { said: { value: "ab" }, stats: { loss: 0.25, labels: ["x"] } },
      { title: { value: "One and two" } },
      { title: { value: "Two" } },
      { picture: { width: 1, height: 1 } },
      {},
      { said: { value: "abc" }, title: { value: "Three" }, level: 1, count: 3 },
    ];
    expect(data.map(({ everyOutput }) => everyOutput)).toEqual(
      expected.map((set) => ({ ...nothing, yields: 1, ...set })),
    );
  });

  test("a text that grows sends what is new, and one that is replaced resets", async () => {
    const data = await collectData(
      subscribe<{ everyOutput: { title: TextOnWire } }>(
        "subscription { everyOutput { title { value delta reset } } }",
      ),
    );
    expect(data.map(({ everyOutput }) => everyOutput.title)).toEqual([
      { value: "One", delta: "One", reset: false },
      { value: "One and two", delta: " and two", reset: false },
      { value: "Two", delta: "Two", reset: true },
      { value: "Three", delta: "Three", reset: true },
    ]);
  });

  test("no delta ends in half a surrogate pair, and the deltas make the whole text", async () => {
    const data = await collectData(
      subscribe<{ halves: { added: TextOnWire; replaced: TextOnWire } }>(
        "subscription { halves { added { value delta reset } replaced { value delta reset } } }",
      ),
    );
    for (const name of ["added", "replaced"] as const) {
      let text = "";
      for (const { halves } of data) {
        const { value, delta, reset } = halves[name];
        text = reset ? delta : text + delta;
        expect(delta).not.toContain("\ufffd");
        // The code points of a half are alone in 0xd800…0xdfff.
        expect([...value].filter((letter) => /^[\ud800-\udfff]$/u.test(letter))).toEqual([]);
        expect(text).toBe(value);
      }
      expect(text).toBe("a😀b👩‍🚀c");
    }
  });

  test.each([
    ["async_generator", ["one", "two", "three"]],
    ["generator", ["one", "two", "three"]],
    ["async_function", ["alone"]],
    ["function", ["alone"]],
    ["readable_stream", ["one", "two", "three"]],
    ["async_iterable", ["one", "two", "three"]],
    ["promise_of_a_stream", ["one", "two", "three"]],
    ["generator_that_returns", ["one", "the last"]],
  ])("run may be or return: %s", async (shape, values) => {
    const data = await collectData(
      subscribe<{ shapes: { output: { value: string } } }>(
        `subscription { shapes(shape: ${shape}) { output { value } } }`,
      ),
    );
    expect(data.map(({ shapes }) => shapes.output.value)).toEqual(values);
  });
});
