import { describe, expect, test } from "@jest/globals";
import { eventually } from "../eventually";
import { inTime } from "../in-time";
import { collectData, take } from "./collect";
import { ask } from "./query";
import { find, start } from "./runs";
import { transports } from "./transport";

interface Drip {
  drip: {
    index: number | null;
    seq: number;
    yields: number;
    cursor: string;
    elapsedMs: number;
    words: { value: string; delta: string; reset: boolean } | null;
  };
}

const selection = "index seq yields cursor elapsedMs words { value delta reset }";
const wholeOf = (count: number) => Array.from({ length: count }, (_, at) => `${at} `).join("");

const yieldsSoFar = async (id: string) => {
  const { run } = await ask<{ run: { state: { yields: number } } }>(
    "query ($id: ID!) { run(id: $id) { state { yields } } }",
    { id },
  );
  return run.state.yields;
};

describe.each(transports)("several viewers of one run over $name", ({ subscribe }) => {
  test("two viewers, one of whom came later, see the same events", async () => {
    const { id } = await start("Drip(total: 30, pause: 10)");
    const follow = `subscription { drip(run: "${id}") { ${selection} } }`;
    const first = collectData(subscribe<Drip>(follow));
    await eventually(
      () => yieldsSoFar(id),
      (yields) => yields >= 5,
    );
    const second = collectData(subscribe<Drip>(follow));
    expect(await second).toEqual(await first);
    expect(await first).toHaveLength(30);
  });

  test("viewers over different transports see the same events", async () => {
    const { id } = await start("Drip(total: 20, pause: 10)");
    const follow = `subscription { drip(run: "${id}") { ${selection} } }`;
    const [one, ...others] = await Promise.all(
      transports.map((transport) => collectData(transport.subscribe<Drip>(follow))),
    );
    for (const other of others) expect(other).toEqual(one);
  });

  test("who selects viewers is told how many watch", async () => {
    const { id } = await start("Drip(total: 100000, pause: 50)");
    const follow = `subscription { drip(run: "${id}") { run { viewers } } }`;
    const first = subscribe<{ drip: { run: { viewers: number } } }>(follow);
    const viewers = async () => (await take(first, 1))[0]?.drip.run.viewers;
    expect(await viewers()).toBe(1);
    const second = subscribe(follow);
    await take(second, 1);
    expect(await viewers()).toBe(2);
    await second.return?.();
    expect(await viewers()).toBe(1);
    await first.return?.();
    await eventually(
      () => find(id),
      (run) => run?.viewers === 0,
    );
  });
});

describe.each(transports)("a LATEST viewer who comes late, over $name", ({ subscribe }) => {
  test("gets one event of state, then the tail", async () => {
    const comeLate = async () => {
      const { id } = await start("Drip(total: 40, pause: 15)");
      await eventually(
        () => yieldsSoFar(id),
        (yields) => yields >= 10,
      );
      const data = await collectData(
        subscribe<Drip>(`subscription { drip(run: "${id}", delivery: LATEST) { ${selection} } }`),
      );
      const [state, ...tail] = data.map(({ drip }) => drip);
      if (!state) throw new Error("No event came.");
      expect(state.yields).toBeGreaterThanOrEqual(10);
      expect(state.index).toBe(state.yields - 1);
      expect(state.words).toEqual({
        value: wholeOf(state.yields),
        delta: wholeOf(state.yields),
        reset: true,
      });
      expect(tail.every(({ words }) => words?.reset === false)).toBe(true);
      expect(tail.reduce((sum, { yields }) => sum + yields, state.yields)).toBe(40);
      expect([state, ...tail].map(({ words }) => words?.delta).join("")).toBe(wholeOf(40));
      return tail;
    };
    await inTime(comeLate, (tail) => expect(tail.length).toBeGreaterThan(5));
  });

  test("gets of a finished run one event, its state", async () => {
    const { id } = await start("Drip(total: 7, pause: 0)");
    await eventually(
      () => find(id),
      (run) => run?.status === "DONE",
    );
    const data = await collectData(
      subscribe(
        `subscription { drip(run: "${id}", delivery: LATEST) { index yields words { value reset } run { status } } }`,
      ),
    );
    expect(data).toEqual([
      {
        drip: {
          index: 6,
          yields: 7,
          words: { value: wholeOf(7), reset: true },
          run: { status: "DONE" },
        },
      },
    ]);
  });

  test("gets nothing of outputs that the run has not set, and waits for them", async () => {
    const { id } = await start("CountUp(to: 0)");
    await eventually(
      () => find(id),
      (run) => run?.status === "DONE",
    );
    const follow = `subscription { countUp(run: "${id}", delivery: LATEST) { count } }`;
    expect(await collectData(subscribe(follow))).toEqual([]);
  });
});
