import { createReadStream } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import sharp from "sharp";
import type { Catalogue } from "../../../lib/demo/catalogue";
import { checkDemo, isFault } from "../../../lib/demo/check-demo";
import { checkInputs } from "../../../lib/demo/check-inputs";
import type { Demo } from "../../../lib/demo/demo";
import { namesOf } from "../../../lib/demo/names";
import { createHouse, type House } from "../../../lib/house";
import { readSettings } from "../../../lib/settings";
import type { RunRecord } from "../../../lib/store/log-store";
import { isOver } from "../../../lib/store/snapshot";
import { codeBlocks, demoFileOf, readGuide, root } from "./code-blocks";
import { loadGuidesDemos } from "./guides-demos";

let house: House;
let catalogue: Catalogue;
beforeAll(async () => {
  house = createHouse({
    settings: readSettings({}),
    loaders: await loadGuidesDemos(),
    watch: false,
  });
  catalogue = await house.catalogue();
  // All of them at once: most of their time they wait. Each test looks at its own.
  for (const { demo } of demos) {
    const ending = runToItsEnd(demo);
    ending.catch(() => {});
    over.set(demo, ending);
  }
});
afterAll(async () => {
  await house[Symbol.asyncDispose]();
});

const demoOf = (file: string) =>
  catalogue.demos.get(namesOf(file.replace(/^demos\/|\.ts$/g, "")).name);

/** How each of them ended, by file. */
const over = new Map<string, ReturnType<typeof runToItsEnd>>();

/** Where the defaults would fetch something, or fail, as they are meant to. */
const inputs: Record<string, object> = {
  "demos/division.ts": { b: 2 },
  "demos/fetching.ts": { address: "data:,hello" },
  "demos/metronome.ts": { tempo: 240 },
};

const dot = sharp({ create: { width: 4, height: 4, channels: 3, background: "red" } });

/** What a microphone or a webcam would feed. */
async function feedStreams(demo: Demo, { id, key }: RunRecord): Promise<void> {
  for (const [input, { kind }] of Object.entries(demo.inputs)) {
    if (kind !== "audioStream" && kind !== "imageStream") continue;
    const feed = await house.runs.feedOf(id, key, input);
    const bytes = kind === "audioStream" ? new Uint8Array(640) : await dot.jpeg().toBuffer();
    await feed.push(0, { bytes, end: true });
  }
}

/** Something for each input that is a file, which has no default. */
async function files({ inputs: declared }: Demo) {
  const content: { [kind: string]: string } = {
    file: "README.md",
    image: "docs/images/life.png",
  };
  const given: { [input: string]: string } = {};
  for (const [name, { kind }] of Object.entries(declared)) {
    const file = content[kind];
    if (!file) continue;
    const { id } = await house.uploads.receive(
      path.basename(file),
      createReadStream(path.join(root, file)),
    );
    given[name] = id;
  }
  return given;
}

/** Runs a guide's demo; the result is how it ended. */
async function runToItsEnd(file: string) {
  const demo = demoOf(file);
  if (!demo) throw new Error(`${file} is no demo`);
  const checked = await checkInputs(
    demo,
    { ...(demo.chat && { message: "Good morning" }), ...inputs[file], ...(await files(demo)) },
    house.uploads,
  );
  const record = await house.runs.start(demo, checked);
  await feedStreams(demo, record);
  for (;;) {
    const head = await house.logs.head(record.id);
    if (head && isOver(head.run.status)) return { demo, head };
    await delay(20);
  }
}

const demos = codeBlocks("ts").flatMap((block) => {
  const file = demoFileOf(block);
  return file ? [{ ...block, demo: file }] : [];
});

describe("the guides' demos", () => {
  test.each(demos)("$place is a sound demo ($demo)", ({ demo }) => {
    const fault = catalogue.faults.find(({ file }) => file === demo);
    expect(fault?.problems ?? []).toEqual([]);
    expect(demoOf(demo)).toBeDefined();
  });

  test.each(demos)("$place runs to its end ($demo)", async ({ demo: file }) => {
    const { demo, head } = (await over.get(file)) ?? {};
    expect(head?.run).toMatchObject({ status: "DONE", error: undefined });
    expect(Object.keys(head?.outputs ?? {}).sort()).toEqual(
      Object.keys(demo?.outputs ?? {}).sort(),
    );
  });

  test("the first one, in the README, has at most ten lines of code", () => {
    const [first] = demos;
    const lines = first?.code.split("\n").filter((line) => line.trim() && !line.startsWith("//"));
    expect(first?.file).toBe("README.md");
    expect(lines?.length).toBeLessThanOrEqual(10);
  });
});

test("what the guide shows of a broken file is what the server says", () => {
  const checked = checkDemo("demos/hello.ts", { inputs: {}, run: 3 });
  const problems = isFault(checked) ? checked.problems : [];
  const said = `demos/hello.ts is no demo yet:\n${problems.map((each) => `  - ${each}`).join("\n")}`;
  expect(problems).not.toEqual([]);
  expect(readGuide("docs/writing-a-demo.md")).toContain(said);
});
