import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { eventually } from "../eventually";
import type { Site } from "../site";
import { collectData } from "./collect";
import { describeOwn, siteWith } from "./own-site";
import { find, start } from "./runs";
import { transports } from "./transport";

interface Burst {
  burst: { index: number; seq: number; yields: number; cursor: string };
}
interface Flood {
  flood: {
    seq: number;
    yields: number;
    cursor: string;
    water: { delta: string; reset: boolean } | null;
  };
}

const flooded = (pieces: number) =>
  Array.from({ length: pieces }, (_, at) =>
    `${at}`.padEnd(10_000, "abcdefghijklmnopqrstuvwxyz"),
  ).join("");

describeOwn("a log that is full folds its oldest entries,", () => {
  let site: Site;
  beforeAll(async () => {
    site = await siteWith({
      YIELDCAST_LOG_MAX_ENTRIES: "50",
      YIELDCAST_MAX_EVENT_BYTES: "30000",
    });
  });
  afterAll(() => site[Symbol.asyncDispose]());

  describe.each(transports)("over $name", ({ subscribe }) => {
    const finished = async (call: string) => {
      const { id } = await start(call, site.url);
      await eventually(
        () => find(id, site.url),
        (run) => run?.status === "DONE",
      );
      return id;
    };
    const read = <Data>(document: string) =>
      collectData(subscribe<Data>(document, { url: site.url }));
    const burst = async (place: string) => {
      const selection = "index seq yields cursor";
      const data = await read<Burst>(`subscription { burst(${place}) { ${selection} } }`);
      return data.map((each) => each.burst);
    };

    test("a viewer behind the first kept entry gets the state, then each of the rest", async () => {
      const id = await finished("Burst(total: 1000)");
      const [state, ...rest] = await burst(`run: "${id}"`);
      // 50 entries are kept, the last of which says that the run is done.
      expect(state).toMatchObject({ index: 950, yields: 951 });
      expect(rest.map(({ index }) => index)).toEqual(
        Array.from({ length: 49 }, (_, at) => 951 + at),
      );
      expect(rest.every(({ yields }) => yields === 1)).toBe(true);
    });

    test("a cursor behind the first kept entry gets the same, one after it the entries only", async () => {
      const id = await finished("Burst(total: 1000)");
      const all = await burst(`run: "${id}"`);
      const [state, first] = all;
      expect(await burst(`run: "${id}", after: "${state?.cursor}"`)).toEqual(all.slice(1));
      expect(await burst(`run: "${id}", after: "${first?.cursor}"`)).toEqual(all.slice(2));
    });

    test("a viewer from the first on misses no yield, whether merged or not", async () => {
      const events = await burst("total: 5000");
      expect(events.reduce((sum, { yields }) => sum + yields, 0)).toBeGreaterThanOrEqual(5000);
      expect(events.at(-1)?.index).toBe(4999);
      const indexes = events.map(({ index }) => index);
      expect(indexes).toEqual(indexes.toSorted((a, b) => a - b));
    });

    test("a text state larger than an event comes in pieces that join to it", async () => {
      const id = await finished("Flood(pieces: 10)");
      const selection = "seq yields cursor water { delta reset }";
      const pieces = (
        await read<Flood>(`subscription { flood(run: "${id}", delivery: LATEST) { ${selection} } }`)
      ).map(({ flood }) => flood);
      // 30,000 bytes are 15,000 characters of two bytes.
      expect(pieces).toHaveLength(7);
      expect(pieces.map(({ water }) => water?.reset)).toEqual([true, ...Array(6).fill(false)]);
      expect(pieces.map(({ water }) => water?.delta ?? "").join("")).toBe(flooded(10));
      expect(pieces.map(({ yields }) => yields)).toEqual([...Array(6).fill(0), 10]);

      // Whoever drops between two pieces begins anew, and one who had the last has everything.
      for (const { cursor } of pieces.slice(0, -1)) {
        const again = await read<Flood>(
          `subscription { flood(run: "${id}", after: "${cursor}", delivery: LATEST) { ${selection} } }`,
        );
        expect(again[0]?.flood.water?.reset).toBe(true);
        expect(again.map(({ flood }) => flood.water?.delta ?? "").join("")).toBe(flooded(10));
      }
      const nothing = await read<Flood>(
        `subscription { flood(run: "${id}", after: "${pieces.at(-1)?.cursor}", delivery: LATEST) { ${selection} } }`,
      );
      expect(nothing).toEqual([]);
    });

    test("keep: 2 folds all but the newest two yields of that output", async () => {
      const id = await finished("KeepsTwo");
      const data = await read<{ keepsTwo: unknown }>(
        `subscription { keepsTwo(run: "${id}") { index yields words { delta reset } } }`,
      );
      expect(data.map(({ keepsTwo }) => keepsTwo)).toEqual([
        { index: 7, yields: 8, words: { delta: "0 1 2 3 4 5 6 7 ", reset: true } },
        { index: 8, yields: 1, words: { delta: "8 ", reset: false } },
        { index: 9, yields: 1, words: { delta: "9 ", reset: false } },
      ]);
    });
  });
});
