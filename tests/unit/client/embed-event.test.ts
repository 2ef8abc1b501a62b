import { describe, expect, it } from "@jest/globals";
import { embedEvent } from "@/lib/client/embed/embed-event";
import { readToEmbed } from "@/lib/client/embed/embed-messages";
import { idleSnapshot, type RunSnapshot } from "@/lib/client/run-snapshot";

const site = "https://demos.example.org";
const running = (outputs: RunSnapshot["outputs"]): RunSnapshot => ({
  ...idleSnapshot,
  phase: "running",
  outputs,
});

describe("what an embed tells the page around it", () => {
  it("has the newest small value of what has changed", () => {
    const before = running({ count: 1, said: { text: "a", origin: {} } });
    const after = running({ ...before.outputs, count: 2 });
    expect(embedEvent(before, undefined, site).outputs).toEqual({ count: 1, said: "a" });
    expect(embedEvent(after, before, site).outputs).toEqual({ count: 2 });
  });

  it("has a text's end, whole addresses, and no chunks", () => {
    const { outputs } = embedEvent(
      running({
        said: { text: `${"x".repeat(9000)}end`, origin: {} },
        picture: { url: "/media/a/b", width: 1, height: 2 },
        film: {
          list: [{ url: "/media/c" }],
          count: 1,
          origin: {},
          playlist: "/media/p",
          file: null,
        },
      }),
      undefined,
      site,
    );
    expect(outputs.said).toMatch(/^x{3997}end$/);
    expect(outputs.picture).toEqual({ url: `${site}/media/a/b`, width: 1, height: 2 });
    expect(outputs.film).toEqual({ playlist: `${site}/media/p`, file: null, chunks: 1 });
  });

  it("leaves out what is large, without looking through it", () => {
    let looked = 0;
    const rows = Array.from({ length: 100_000 }, () =>
      Object.defineProperty({}, "cell", { enumerable: true, get: () => ++looked }),
    );
    const deep = JSON.parse(`${"[".repeat(5000)}${"]".repeat(5000)}`);
    expect(embedEvent(running({ rows, deep, count: 1 }), undefined, site).outputs).toEqual({
      count: 1,
    });
    expect(looked).toBeLessThan(2000);
  });

  it("says nothing of outputs that are of the run before", () => {
    const carried = { ...running({ count: 9 }), carriedOver: true };
    expect(embedEvent(carried, undefined, site).outputs).toEqual({});
    expect(embedEvent(running({ count: 9 }), carried, site).outputs).toEqual({ count: 9 });
  });
});

it("hears nothing but its own messages", () => {
  expect(readToEmbed({ yieldcast: 1, type: "run", inputs: { steps: 5 } })).toEqual({
    type: "run",
    inputs: { steps: 5 },
  });
  expect(readToEmbed({ yieldcast: 1, type: "run", inputs: [1] })).toEqual({
    type: "run",
    inputs: {},
  });
  for (const other of [
    null,
    "run",
    { type: "run" },
    { yieldcast: 2, type: "run" },
    { yieldcast: 1 },
  ]) {
    expect(readToEmbed(other)).toBeUndefined();
  }
});
