import { describe, expect, test } from "@jest/globals";
import { eventually } from "../eventually";
import { collectData } from "./collect";
import { ask } from "./query";
import { cancel, find, start } from "./runs";
import { transports } from "./transport";

interface Keyed {
  burst: { run: { id: string; key: string | null } };
}

const finished = async (call: string) => {
  const run = await start(call);
  await eventually(
    () => find(run.id),
    (now) => now?.status === "DONE",
  );
  return run;
};

describe.each(transports)("the key of a run over $name", ({ subscribe }) => {
  test("is given to who starts it, and to nobody who follows it", async () => {
    const own = await collectData(
      subscribe<Keyed>("subscription { burst(total: 1) { run { id key } } }"),
    );
    const { id, key } = own[0]?.burst.run ?? { id: "", key: "" };
    expect(key).toMatch(/^[\w-]{32,}$/);
    const others = await collectData(
      subscribe<Keyed>(`subscription { burst(run: "${id}") { index run { id key } } }`),
    );
    expect(others.length).toBeGreaterThan(0);
    expect(others.every(({ burst }) => burst.run.key === null)).toBe(true);
    const queried = await ask(
      `{ run(id: "${id}") { key state { run { key } } events { run { key } } } }`,
    );
    expect(JSON.stringify(queried)).not.toContain(key);
  });

  test("ids cannot be guessed from one another", async () => {
    const runs = await Promise.all(Array.from({ length: 20 }, () => start("CountUp(to: 0)")));
    const ids = runs.map(({ id }) => id);
    expect(new Set(ids).size).toBe(20);
    // 128 bits in base64url take 22 characters.
    for (const id of ids) expect(id).toMatch(/^[\w-]{22,}$/);
    const prefixes = new Set(ids.map((id) => id.slice(0, 4)));
    expect(prefixes.size).toBeGreaterThan(15);
  });
});

describe("a run that is started without being followed", () => {
  test("runs, is known by its id, and tells what it was given", async () => {
    const { id } = await finished('EveryInput(whole: 4, words: "hi")');
    const { run } = await ask<{ run: unknown }>(
      `{ run(id: "${id}") { id demo inputs status parent progress { value } notices { text } error { code } } }`,
    );
    expect(run).toMatchObject({
      id,
      demo: "every-input",
      inputs: { whole: 4, words: "hi", mood: "wild" },
      status: "DONE",
      parent: null,
      progress: null,
      notices: [],
      error: null,
    });
  });

  test("names the run that it was forked from", async () => {
    const parent = await finished("Burst(total: 1)");
    const { id } = await start(`Burst(total: 1, parent: "${parent.id}")`);
    expect(await ask(`{ run(id: "${id}") { parent } }`)).toEqual({ run: { parent: parent.id } });
  });

  test("tells its times in their order", async () => {
    const { id } = await finished("Drip(total: 3, pause: 10)");
    const { run } = await ask<{ run: Record<string, string> }>(
      `{ run(id: "${id}") { createdAt startedAt endedAt } }`,
    );
    const times = [run.createdAt, run.startedAt, run.endedAt].map((time) => Date.parse(time ?? ""));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(run.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  test("is told by cancelRun as it then is", async () => {
    const run = await start("Deaf");
    await eventually(
      () => find(run.id),
      (now) => now?.status === "RUNNING",
    );
    expect(await cancel(run)).toMatchObject({ status: "CANCELLED", viewers: 0 });
  });
});

describe("the log of a run, for who asks and does not follow", () => {
  test("its state is one event with all outputs as they are", async () => {
    const { id } = await finished("EveryOutput");
    const data = await ask(`{ run(id: "${id}") { state { yields ... on EveryOutputEvent {
      said { value delta reset } title { value } level count stats picture { width } } } } }`);
    expect(data).toEqual({
      run: {
        state: {
          yields: 8,
          said: { value: "abc", delta: "abc", reset: true },
          title: { value: "Three" },
          level: 1,
          count: 3,
          stats: { loss: 0.25, labels: ["x"] },
          picture: { width: 1 },
        },
      },
    });
  });

  test("its events can be paged through with the cursor of the last one", async () => {
    interface Page {
      run: { events: { cursor: string; seq: number; yields: number; index: number | null }[] };
    }
    const { id } = await finished("Burst(total: 25)");
    const all: Page["run"]["events"] = [];
    for (let after: string | null = null; ; ) {
      const { run }: Page = await ask<Page>(
        `query ($id: ID!, $after: String) {
          run(id: $id) { events(after: $after, first: 10) { cursor seq yields ... on BurstEvent { index } } } }`,
        { id, after },
      );
      all.push(...run.events);
      const last = run.events.at(-1);
      if (!last) break;
      expect(run.events.length).toBeLessThanOrEqual(10);
      after = last.cursor;
    }
    expect(all.flatMap(({ index }) => index ?? [])).toEqual(
      Array.from({ length: 25 }, (_, at) => at),
    );
    // Queued, running and done are entries too.
    expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: 28 }, (_, at) => at + 1));
  });

  test("a thousand events come at once, and no more", async () => {
    const { id } = await finished("Burst(total: 2000)");
    const count = async (first: number) => {
      const { run } = await ask<{ run: { events: unknown[] } }>(
        `{ run(id: "${id}") { events(first: ${first}) { seq } } }`,
      );
      return run.events.length;
    };
    expect(await count(5000)).toBe(1000);
    expect(await count(0)).toBe(0);
  });
});
