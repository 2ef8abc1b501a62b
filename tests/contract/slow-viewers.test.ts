import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { eventually } from "../eventually";
import type { Site } from "../site";
import { collectData, take } from "./collect";
import { describeOwn, siteWith } from "./own-site";
import { find, start } from "./runs";
import { transports } from "./transport";

interface Flood {
  flood: { yields: number; water: { delta: string; reset: boolean } | null; run: { id: string } };
}

const pieces = 4000;
const logBytes = pieces * 10_000;
const expectedText = () =>
  Array.from({ length: pieces }, (_, at) => `${at}`.padEnd(10_000, "abcdefghijklmnopqrstuvwxyz"));

// A site of their own: what others do at the same time would show in its memory.
describeOwn.each(transports)(
  "a viewer that reads nothing while 40 MB are yielded, over $name",
  ({ subscribe }) => {
    let site: Site;
    beforeAll(async () => {
      site = await siteWith({});
    });
    afterAll(() => site[Symbol.asyncDispose]());

    const selection = "yields water { delta reset } run { id }";
    const seconds = async (id: string) => {
      const run = await eventually(
        () => find(id, site.url),
        (now) => now?.status === "DONE",
      );
      return (Date.parse(run?.endedAt ?? "") - Date.parse(run?.startedAt ?? "")) / 1000;
    };
    /** Begins to follow a run of its own, and then reads no more. */
    const beginAndStall = async (delivery: string, given = `pieces: ${pieces}`) => {
      const viewer = subscribe<Flood>(
        `subscription { flood(${given}, delivery: ${delivery}) { ${selection} } }`,
        { url: site.url },
      );
      viewer.resume();
      const [first] = await take(viewer, 1);
      viewer.pause();
      if (!first) throw new Error("No event came.");
      return { viewer, first: first.flood };
    };
    const memory = async () => {
      const [data] = await collectData(
        subscribe<{ memory: { output: { held: number } } }>("subscription { memory { output } }", {
          url: site.url,
        }),
      );
      return data?.memory.output.held ?? Number.NaN;
    };

    test("takes no memory beyond the log, and ends with the full text", async () => {
      await seconds((await start(`Flood(pieces: ${pieces})`, site.url)).id); // the code is compiled now
      const before = await memory();
      const unwatched = await start(`Flood(pieces: ${pieces})`, site.url);
      await seconds(unwatched.id);
      const between = await memory();
      const { viewer, first } = await beginAndStall("EVERY");
      await seconds(first.run.id);
      const after = await memory();

      // The log itself takes what was yielded and a little around it.
      expect((between - before) / logBytes).toBeLessThan(1.4);
      // The second log likewise, and what is on its way to the viewer is a few messages of 10 kB.
      expect((after - between) / (between - before)).toBeLessThan(1.15);
      viewer.resume();
      const rest = await collectData(viewer);
      const deltas = [first, ...rest.map(({ flood }) => flood)].flatMap(
        ({ water }) => water?.delta ?? [],
      );
      expect(deltas).toHaveLength(pieces);
      expect(deltas.join("") === expectedText().join("")).toBe(true);
    });

    test("does not slow the run", async () => {
      // 8 MB, more than the wire holds, at a pace that leaves time for other things.
      const given = "pieces: 800, pause: 1";
      const times = { without: [] as number[], with: [] as number[] };
      for (let round = 0; round < 3; round++) {
        times.without.push(await seconds((await start(`Flood(${given})`, site.url)).id));
        const { viewer, first } = await beginAndStall("EVERY", given);
        times.with.push(await seconds(first.run.id));
        viewer.destroy();
      }
      // The best says what the code costs; the others say what else the machine did.
      expect(Math.min(...times.with)).toBeLessThan(Math.min(...times.without) * 1.5);
    });

    test("gets with LATEST what it missed merged, and the deltas join to the whole", async () => {
      const { viewer, first } = await beginAndStall("LATEST");
      await seconds(first.run.id);
      viewer.resume();
      const events = [first, ...(await collectData(viewer)).map(({ flood }) => flood)];
      expect(events.length).toBeLessThan(pieces / 2);
      expect(Math.max(...events.map(({ yields }) => yields))).toBeGreaterThan(10);
      expect(events.reduce((sum, { yields }) => sum + yields, 0)).toBe(pieces);
      const text = events.reduce(
        (whole, { water }) => (water?.reset ? water.delta : whole + (water?.delta ?? "")),
        "",
      );
      expect(text === expectedText().join("")).toBe(true);
      // One event carries about YIELDCAST_MAX_EVENT_BYTES, two bytes a character, and a yield more.
      const longest = Math.max(...events.map(({ water }) => water?.delta.length ?? 0));
      expect(longest).toBeLessThanOrEqual(2 ** 19 + 10_000);
    });
  },
);
