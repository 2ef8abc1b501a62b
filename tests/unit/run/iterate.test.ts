import { describe, expect, test } from "@jest/globals";
import { iterate } from "@/lib/run/iterate";

async function valuesOf(returned: unknown): Promise<unknown[]> {
  const iterator = iterate(returned);
  const values: unknown[] = [];
  for (;;) {
    const { value, done } = await iterator.next();
    if (!done || value !== undefined) values.push(value);
    if (done) return values;
  }
}

function stream(...values: unknown[]) {
  return new ReadableStream({
    start(controller) {
      for (const value of values) controller.enqueue(value);
      controller.close();
    },
  });
}

describe("what a demo's run returns", () => {
  test.each<[string, () => unknown, unknown[]]>([
    [
      "an async generator",
      async function* () {
        yield 1;
        yield 2;
      },
      [1, 2],
    ],
    [
      "a generator",
      function* () {
        yield 1;
        yield 2;
      },
      [1, 2],
    ],
    [
      "a generator's return value counts as its last",
      function* () {
        yield 1;
        return 2;
      },
      [1, 2],
    ],
    ["a ReadableStream", () => stream(1, 2), [1, 2]],
    ["a promise of a stream", async () => stream(1, 2), [1, 2]],
    ["a promise of a generator", async () => [1, 2].values(), [1, 2]],
    ["one value", () => 1, [1]],
    ["a promise of one value", async () => 1, [1]],
    ["nothing", () => undefined, []],
    ["null, which is a value", () => null, [null]],
    ["an array, which is a value", () => [1, 2], [[1, 2]]],
    ["a text, which is a value", () => "ab", ["ab"]],
    ["an object, which is a value", () => ({ a: 1 }), [{ a: 1 }]],
  ])("%s", async (_what, make, expected) => {
    expect(await valuesOf(make())).toEqual(expected);
  });

  test("a rejected promise rejects", async () => {
    await expect(valuesOf(Promise.reject(new Error("no")))).rejects.toThrow("no");
  });

  test.each<[string, (told: () => void) => unknown]>([
    [
      "an async generator",
      async function* (told) {
        try {
          yield 1;
          yield 2;
        } finally {
          told();
        }
      },
    ],
    [
      "a generator",
      function* (told) {
        try {
          yield 1;
          yield 2;
        } finally {
          told();
        }
      },
    ],
    [
      "a promise of a generator",
      async (told) =>
        (function* () {
          try {
            yield 1;
            yield 2;
          } finally {
            told();
          }
        })(),
    ],
    [
      "a ReadableStream",
      (told) => new ReadableStream({ pull: (controller) => controller.enqueue(1), cancel: told }),
    ],
  ])("%s is told when it is to return", async (_what, make) => {
    let told = false;
    const iterator = iterate(
      make(() => {
        told = true;
      }),
    );
    await iterator.next();
    await iterator.return?.();
    expect(told).toBe(true);
  });
});
