import { beforeEach, describe, expect, test } from "@jest/globals";
import { fillFrom } from "@/app/_ui/history/fill-from";
import { ageWords, givenWords, pastWords } from "@/app/_ui/history/past-run-words";
import { ringIcon } from "@/app/_ui/use-run-icon";
import type { PastRun } from "@/lib/client/past-run";
import { createSessionMemory } from "@/lib/client/session-memory";
import { recallFacts } from "@/lib/client/upload-facts";
import { checkDemo, isFault } from "@/lib/demo/check-demo";
import { describeDemo } from "@/lib/demo/describe";
import { audioStream, file, number, slider, text } from "@/lib/index";

function demoWith(inputs: object) {
  const demo = checkDemo("demos/paint.ts", { inputs, output: text(), run: () => "" });
  if (isFault(demo)) throw new Error(demo.problems.join());
  return describeDemo(demo);
}

const run = (inputs: PastRun["inputs"], more: Partial<PastRun> = {}): PastRun => ({
  id: "a",
  inputs,
  status: "DONE",
  createdAt: 0,
  ...more,
});

const paint = demoWith({
  prompt: text({ default: "the sea" }),
  steps: slider({ min: 1, max: 10 }),
  seed: number({ integer: true, default: 7, seed: true }),
});
const listen = demoWith({ clip: file(), mic: audioStream() });
const clip = { name: "a.wav", size: 4, type: "audio/wav" };

describe("what a run was given, in a line", () => {
  test.each([
    [{ prompt: "the sea", steps: 1, seed: 7 }, "Default inputs"],
    [{ prompt: "the sea", steps: 7, seed: 4213 }, "Steps 7 · Seed 4,213"],
    [{ prompt: "a\n  hill", steps: 1, seed: 7 }, "a hill"],
    [{ prompt: "a hill", steps: 2, seed: 7 }, "Prompt a hill · Steps 2"],
    [{ prompt: "", steps: 1, seed: 7 }, "–"],
    [{}, "Default inputs"],
  ])("%j", (inputs, words) => {
    expect(givenWords(paint, run(inputs))).toBe(words);
  });

  test("whatever it is, it is short, and no letter is cut in two", () => {
    const words = givenWords(paint, run({ prompt: "𝄞".repeat(5000), steps: 1, seed: 7 }));
    expect(words).toBe(`${"𝄞".repeat(79)}…`);
    const json = givenWords(paint, run({ steps: { deep: "x".repeat(1e6) } }));
    expect(json.length).toBeLessThan(100);
  });

  test("of a file its name, of a demo that is only fed that there was a run", () => {
    expect(givenWords(listen, run({ clip: "id" }, { files: { clip } }))).toBe("a.wav");
    expect(givenWords(demoWith({ mic: audioStream() }), run({}))).toBe("A run");
    expect(givenWords(paint, run({ steps: 2 }, { tooLong: ["prompt"] }))).toBe(
      "Prompt a long text · Steps 2",
    );
  });
});

test.each([
  [{ status: "RUNNING" }, "running"],
  [{ status: "DONE", elapsedMs: 3020 }, "done in 3.02 s"],
  [{ status: "CANCELLED", elapsedMs: 4710 }, "stopped after 4.71 s"],
  [{ status: "FAILED", elapsedMs: 65_000 }, "failed after 1:05 min"],
  [{ status: "CANCELLED" }, "stopped"],
  [{ status: "DONE", elapsedMs: 3020, gone: true }, "done, no longer kept"],
  [{ status: "RUNNING", gone: true }, "no longer kept"],
] as const)("%j has ended so: %s", (more, words) => {
  expect(pastWords(run({}, more))).toBe(words);
});

test.each([
  [0, "now"],
  [-5000, "now"],
  [59_999, "now"],
  [60_000, "1 min"],
  [3_599_999, "59 min"],
  [3_600_000, "1 h"],
  [86_400_000, "1 day"],
  [30 * 86_400_000, "30 days"],
])("%d ms ago is %s", (ago, words) => {
  expect(ageWords(1e12 - ago, 1e12)).toBe(words);
});

describe("a form that is filled from a run", () => {
  const kept = new Map<string, string>();
  beforeEach(() => {
    kept.clear();
    const storage = {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
      removeItem: (name: string) => void kept.delete(name),
    };
    Object.defineProperty(globalThis, "sessionStorage", { configurable: true, value: storage });
  });

  test("has the run's inputs, the defaults of those that came since, and no others", () => {
    expect(fillFrom(paint, { inputs: { prompt: "hi", old: 5 } })).toEqual({
      values: { prompt: "hi", steps: 1, seed: 7 },
      faults: {},
    });
  });

  test("has an own run's file by its upload, and what it was", () => {
    const filled = fillFrom(listen, { inputs: { clip: "up-1" }, files: { clip } });
    expect(filled).toEqual({ values: { clip: "up-1", mic: undefined }, faults: {} });
    expect(recallFacts(createSessionMemory(), "up-1")).toEqual(clip);
  });

  test("asks for the file of somebody else's run, and for what was too long", () => {
    const inputs = { clip: { name: "b.wav", size: 9, mimeType: "audio/wav" } };
    expect(fillFrom(listen, { inputs })).toEqual({
      values: { clip: null, mic: undefined },
      faults: { clip: expect.stringMatching(/given b\.wav.*Give it again/) },
    });
    const { values, faults } = fillFrom(paint, { inputs: { steps: 2 }, tooLong: ["prompt"] });
    expect(values).toMatchObject({ prompt: "the sea", steps: 2 });
    expect(faults.prompt).toMatch(/^Prompt was too long/);
  });
});

test("the ring of a tab's icon is a picture that is lit by so much", () => {
  const lit = (part: number) => {
    const svg = decodeURIComponent(ringIcon(part).replace("data:image/svg+xml,", ""));
    const [, dash, whole] = /stroke-dasharray="([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
    return Number(dash) / Number(whole);
  };
  for (const part of [0, 0.25, 0.5, 1]) expect(lit(part)).toBeCloseTo(part, 3);
});
