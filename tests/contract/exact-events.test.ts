import { describe, expect, test } from "@jest/globals";
import { collect, collectData } from "./collect";
import { ask } from "./query";
import { transports } from "./transport";

describe.each(transports)("the events of a run over $name", ({ subscribe }) => {
  test("countUp(to: 3) gives exactly 0, 1, 2 and completes", async () => {
    const results = await collect(subscribe("subscription { countUp(to: 3) { count } }"));
    expect(results).toEqual([
      { data: { countUp: { count: 0 } } },
      { data: { countUp: { count: 1 } } },
      { data: { countUp: { count: 2 } } },
    ]);
  });

  test("a run that yields nothing completes without an event", async () => {
    expect(await collect(subscribe("subscription { countUp(to: 0) { count } }"))).toEqual([]);
  });

  test("a generator that does not pause still gives each of its 5,000 yields, in order", async () => {
    const data = await collectData(
      subscribe<{ burst: { index: number; yields: number } }>(
        "subscription { burst(total: 5000) { index yields } }",
      ),
    );
    expect(data.map(({ burst }) => burst.index)).toEqual(
      Array.from({ length: 5000 }, (_, at) => at),
    );
    expect(data.every(({ burst }) => burst.yields === 1)).toBe(true);
  });

  test("seq grows with every event and elapsedMs never falls", async () => {
    const data = await collectData(
      subscribe<{ drip: { seq: number; elapsedMs: number } }>(
        "subscription { drip(total: 5, pause: 10) { seq elapsedMs } }",
      ),
    );
    const events = data.map(({ drip }) => drip);
    expect(events).toHaveLength(5);
    for (const [at, event] of events.entries()) {
      const before = events[at - 1] ?? { seq: 0, elapsedMs: 0 };
      expect(event.seq).toBeGreaterThan(before.seq);
      expect(event.elapsedMs).toBeGreaterThanOrEqual(before.elapsedMs);
    }
    expect(events.at(-1)?.elapsedMs).toBeGreaterThanOrEqual(40);
  });

  test("the end is an event for who selects the status", async () => {
    const data = await collectData(
      subscribe("subscription { countUp(to: 1) { count yields run { status } } }"),
    );
    expect(data).toEqual([
      { countUp: { count: null, yields: 0, run: { status: "QUEUED" } } },
      { countUp: { count: null, yields: 0, run: { status: "RUNNING" } } },
      { countUp: { count: 0, yields: 1, run: { status: "RUNNING" } } },
      { countUp: { count: null, yields: 0, run: { status: "DONE" } } },
    ]);
  });

  test("the end is the last event, whatever the demo still says", async () => {
    const data = await collectData(
      subscribe<{ straying: { run: { id: string; status: string } } }>(
        "subscription { straying { count run { id status } } }",
      ),
    );
    expect(data.at(-1)?.straying.run.status).toBe("DONE");
    const { run } = await ask<{ run: { events: { run: unknown }[] } }>(
      `{ run(id: "${data[0]?.straying.run.id}") { events { run { status notices { text } } } } }`,
    );
    expect(run.events.at(-1)).toEqual({ run: { status: "DONE", notices: [] } });
    expect(run.events).toHaveLength(4);
  });

  test("variables serve as arguments, and one that is not given leaves the default", async () => {
    const document =
      "subscription ($total: Int = 2, $pause: Int = 0) { drip(total: $total, pause: $pause) { index } }";
    expect(await collectData(subscribe(document))).toHaveLength(2);
    expect(await collectData(subscribe(document, { variables: { total: 3 } }))).toHaveLength(3);
  });
});
