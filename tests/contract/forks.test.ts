import { describe, expect, test } from "@jest/globals";
import { collect, collectData } from "./collect";
import { ask } from "./query";
import { start } from "./runs";
import { transports } from "./transport";

interface Forked {
  burst: { index: number | null; run: { id: string; parent: string | null } };
}

describe.each(transports)("a run that is forked from another, over $name", ({ subscribe }) => {
  const fork = (args: string) =>
    subscribe<Forked>(`subscription { burst(${args}) { index run { id parent } } }`);

  test("is started with its parent, and names it to whoever asks", async () => {
    const parent = await start("Burst(total: 1)");
    const events = await collectData(fork(`total: 2, parent: "${parent.id}"`));
    expect(events.flatMap(({ burst }) => burst.index ?? [])).toEqual([0, 1]);
    const ids = new Set(events.map(({ burst }) => burst.run.id));
    expect(ids.size).toBe(1);
    expect(ids.has(parent.id)).toBe(false);
    expect(events.every(({ burst }) => burst.run.parent === parent.id)).toBe(true);
    const [id] = ids;
    expect(await ask(`{ run(id: "${id}") { parent } }`)).toEqual({ run: { parent: parent.id } });
  });

  test("of a run that is not known is refused, and nothing is started", async () => {
    const results = await collect(
      subscribe('subscription { neverStarted(parent: "nothing") { cursor } }'),
    );
    expect(results).toMatchObject([{ errors: [{ extensions: { code: "RUN_NOT_FOUND" } }] }]);
    expect(await ask('{ demo(name: "never-started") { running } }')).toEqual({
      demo: { running: 0 },
    });
  });

  test("keeps its own parent whatever who follows it sends along", async () => {
    const { id } = await start("Burst(total: 1)");
    const other = await start("Burst(total: 1)");
    for (const parent of [other.id, id, "nothing"]) {
      const events = await collectData(fork(`run: "${id}", parent: "${parent}"`));
      expect(events.length).toBeGreaterThan(0);
      expect(events.every(({ burst }) => burst.run.parent === null)).toBe(true);
    }
  });
});
