import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { eventually } from "../eventually";
import { createTcpProxy, type TcpProxy } from "../tcp-proxy";
import { collectData, dataOf, take } from "./collect";
import { find } from "./runs";
import { type Transport, transports } from "./transport";

interface Drip {
  drip: {
    index: number | null;
    yields: number;
    cursor: string;
    words: { delta: string; reset: boolean } | null;
    run: { id: string; status: string };
  };
}

const selection = "index yields cursor words { delta reset } run { id status }";
const total = 120;
const everyIndex = Array.from({ length: total }, (_, at) => at);
const everyWord = everyIndex.map((index) => `${index} `).join("");

describe.each(transports)(
  "a connection that drops in the middle of a run, over $name",
  ({ subscribe }) => {
    let wire: TcpProxy;
    beforeAll(async () => {
      wire = await createTcpProxy(Number(new URL(process.env.YIELDCAST_URL ?? "").port));
    });
    afterAll(() => wire[Symbol.asyncDispose]());

    test("EVERY: run and after give every yield once, in order, however often it drops", async () => {
      const { events, drops } = await followThroughDrops(subscribe, wire, "EVERY");
      expect(drops).toBeGreaterThanOrEqual(4);
      expect(events.flatMap(({ index }) => index ?? [])).toEqual(everyIndex);
      expect(events.every(({ words }) => !words?.reset)).toBe(true);
      expect(events.map(({ words }) => words?.delta ?? "").join("")).toBe(everyWord);
    });

    test("LATEST: the deltas make the whole text, none twice, and the yields add up", async () => {
      const { events, drops } = await followThroughDrops(subscribe, wire, "LATEST");
      expect(drops).toBeGreaterThanOrEqual(4);
      const text = events.reduce(
        (before, { words }) => (words?.reset ? words.delta : before + (words?.delta ?? "")),
        "",
      );
      expect(text).toBe(everyWord);
      expect(events.reduce((sum, { yields }) => sum + yields, 0)).toBe(total);
      expect(events.findLast(({ index }) => index !== null)?.index).toBe(total - 1);
    });

    test("the run goes on meanwhile, and what it yielded then arrives afterwards", async () => {
      const before = subscribe<Drip>(
        `subscription { drip(total: 30, pause: 10) { ${selection} } }`,
        {
          url: wire.url,
        },
      );
      const [first, ...seen] = await take(before, 5);
      wire.cut();
      const id = first?.drip.run.id ?? "";
      await eventually(
        () => find(id),
        (run) => run?.viewers === 0 && run.status === "DONE",
      );
      const last = seen.at(-1)?.drip;
      const rest = await collectData(
        subscribe<Drip>(
          `subscription { drip(run: "${id}", after: "${last?.cursor}") { ${selection} } }`,
        ),
      );
      const indexes = rest.flatMap(({ drip }) => drip.index ?? []);
      expect(indexes).toEqual(everyIndex.slice((last?.index ?? Number.NaN) + 1, 30));
      expect(rest.at(-1)?.drip.run.status).toBe("DONE");
    });

    test("the cursor of the last event gives nothing more and completes", async () => {
      const events = await collectData(
        subscribe<Drip>(`subscription { drip(total: 3, pause: 0) { ${selection} } }`),
      );
      const { cursor, run } = events.at(-1)?.drip ?? { cursor: "", run: { id: "" } };
      for (const delivery of ["EVERY", "LATEST"]) {
        const again = `subscription { drip(run: "${run.id}", after: "${cursor}", delivery: ${delivery}) { ${selection} } }`;
        expect(await collectData(subscribe<Drip>(again))).toEqual([]);
      }
    });

    test("without after, EVERY begins anew at the first entry", async () => {
      const started = `subscription { drip(total: 3, pause: 0) { ${selection} } }`;
      const events = await collectData(subscribe<Drip>(started));
      const again = `subscription { drip(run: "${events[0]?.drip.run.id}") { ${selection} } }`;
      expect(await collectData(subscribe<Drip>(again))).toEqual(events);
    });
  },
);

/** Follows a run to its end, over a wire that is cut after every 20 events. */
async function followThroughDrops(
  subscribe: Transport["subscribe"],
  wire: TcpProxy,
  delivery: string,
) {
  const events: Drip["drip"][] = [];
  let drops = 0;
  let place = `total: ${total}, pause: 5`;
  for (;;) {
    const results = subscribe<Drip>(
      `subscription { drip(${place}, delivery: ${delivery}) { ${selection} } }`,
      {
        url: wire.url,
      },
    );
    try {
      let seen = 0;
      for await (const result of results) {
        events.push(dataOf(result).drip);
        // What is under way when the wire is cut may still come, so it is read up to the error.
        if (++seen === 20) wire.cut();
      }
      return { events, drops };
    } catch (lost) {
      if (!events.length) throw lost;
      drops++;
    }
    const last = events.at(-1);
    place = `run: "${last?.run.id}", after: "${last?.cursor}"`;
  }
}
