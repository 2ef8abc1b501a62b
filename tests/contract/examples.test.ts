import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { eventually } from "../eventually";
import type { Site } from "../site";
import { collectData } from "./collect";
import { describeOwn, siteWith } from "./own-site";
import { ask, query } from "./query";
import { find } from "./runs";
import { transports } from "./transport";

interface Listed {
  demo: {
    running: number;
    examples: {
      label: string;
      inputs: { steps: number; words: string };
      run: { id: string; key: string | null; status: string } | null;
    }[];
  };
}

const document =
  '{ demo(name: "tried") { running examples { label inputs run { id key status } } } }';

describeOwn("the examples of a demo", () => {
  let site: Site;
  beforeAll(async () => {
    site = await siteWith({ YIELDCAST_MAX_EXAMPLE_RUNS: "100", YIELDCAST_KEEP_SECONDS: "0" });
  });
  afterAll(() => site[Symbol.asyncDispose]());

  const list = async () => (await ask<Listed>(document, {}, site.url)).demo;
  const finished = async () => {
    const { examples } = await eventually(list, ({ examples }) =>
      examples.every(({ run }) => run === null || run.status === "DONE"),
    );
    return examples;
  };

  test("are run once, however many look at once, and counted as nobody's", async () => {
    const seen = await Promise.all(Array.from({ length: 50 }, list));
    const ids = seen.map(({ examples }) => examples.map(({ run }) => run?.id).slice(0, 2));
    for (const each of ids) expect(each).toEqual(ids[0]);
    for (const { running } of seen) expect(running).toBe(0);
    const examples = await finished();
    expect(examples.map(({ run }) => run?.id).slice(0, 2)).toEqual(ids[0]);
    expect(examples).toMatchObject([
      { label: "Three steps", inputs: { steps: 3, words: "three" }, run: { status: "DONE" } },
      { label: "Five steps", inputs: { steps: 5, words: "five" }, run: { status: "DONE" } },
      { label: "Too many", inputs: { steps: 50, words: "plain" }, run: null },
    ]);
    expect(site.log()).toContain('its example "Too many" failed: Fifty steps are too many.');
  });

  test("give their key to nobody, and cannot be cancelled", async () => {
    const [example] = await finished();
    expect(example?.run?.key).toBeNull();
    const cancel = `mutation { cancelRun(id: "${example?.run?.id}", key: "guessed") { id } }`;
    expect(await query(cancel, {}, site.url)).toMatchObject({
      errors: [{ extensions: { code: "WRONG_KEY" } }],
    });
  });

  test("whose file lies beside the demo are run with it, as is whoever gives the same", async () => {
    interface WithFile {
      demo: {
        examples: { label: string; inputs: { photo: string }; run: { id: string } | null }[];
      };
    }
    const document = '{ demo(name: "example-file") { examples { label inputs run { id } } } }';
    const { demo } = await ask<WithFile>(document, {}, site.url);
    const [example] = demo.examples;
    expect(example).toMatchObject({ label: "tiles.png", run: { id: expect.any(String) } });
    const photo = example?.inputs.photo ?? "";
    const [socket] = transports;
    if (!socket) throw new Error("There is no transport.");
    for (const argument of [`run: "${example?.run?.id}"`, `photo: "${photo}"`]) {
      const events = socket.subscribe<{
        exampleFile: { seen: { value: string } | null; bytes: number | null };
      }>(`subscription { exampleFile(${argument}) { seen { value } bytes } }`, { url: site.url });
      expect((await collectData(events)).map(({ exampleFile }) => exampleFile).at(-1)).toEqual({
        seen: { value: "tiles.png of 96 × 64" },
        bytes: 2769,
      });
    }
    const shown = await fetch(`${site.url}/media/examples/${photo}/tiles.png`);
    expect(shown.headers.get("content-type")).toBe("image/png");
    expect((await shown.arrayBuffer()).byteLength).toBe(2769);
    const other = `${site.url}/media/examples/${"x".repeat(32)}/tiles.png`;
    expect((await fetch(other)).status).toBe(404);
  });

  describe.each(transports)("over $name", ({ subscribe }) => {
    test("can be watched by anybody, from the first yield on, long after", async () => {
      const [example] = await finished();
      const id = example?.run?.id;
      const events = await collectData(
        subscribe<{ tried: { step: number; said: string; runs: number } }>(
          `subscription { tried(run: "${id}") { step said { delta } runs } }`,
          { url: site.url },
        ),
      );
      expect(events.map(({ tried }) => tried.step)).toEqual([1, 2, 3]);
      expect(new Set(events.map(({ tried }) => tried.runs)).size).toBe(1);
      expect(await find(String(id), site.url)).toMatchObject({ status: "DONE" });
    });
  });
});
