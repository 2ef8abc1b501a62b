import { describe, expect, test } from "@jest/globals";
import { collect, collectData } from "./collect";
import { ask, query } from "./query";
import { start } from "./runs";
import { transports } from "./transport";

describe.each(transports)("following what cannot be followed, over $name", ({ subscribe }) => {
  const refusal = async (place: string, demo = "neverStarted") => {
    const [only, ...more] = await collect(
      subscribe(`subscription { ${demo}(${place}) { cursor } }`),
    );
    expect(more).toEqual([]);
    expect(only?.data ?? null).toBeNull();
    return only?.errors?.[0];
  };

  test("a run that is not known is a clear error, never a new run", async () => {
    for (const id of ["nothing", "", "A".repeat(22), "../../etc/passwd", "x".repeat(5000)]) {
      const error = await refusal(`run: "${id}"`);
      expect(error?.extensions?.code).toBe("RUN_NOT_FOUND");
      expect(error?.message).toMatch(/no such run.*Start a new one/);
    }
    expect(await ask('{ demo(name: "never-started") { running } }')).toEqual({
      demo: { running: 0 },
    });
  });

  test("a cursor without its run starts no run in its stead", async () => {
    const { id } = await start("Burst(total: 3)");
    const { run } = await ask<{ run: { events: { cursor: string }[] } }>(
      `{ run(id: "${id}") { events(first: 1) { cursor } } }`,
    );
    const error = await refusal(`after: "${run.events[0]?.cursor}"`);
    expect(error?.extensions?.code).toBe("BAD_CURSOR");
    expect(error?.message).toMatch(/goes with run/);
  });

  test("a run of another demo", async () => {
    const { id } = await start("Burst(total: 3)");
    const error = await refusal(`run: "${id}"`);
    expect(error?.extensions?.code).toBe("RUN_NOT_FOUND");
    expect(error?.message).toMatch(/burst.*never-started/);
  });

  test.each(["x", "", "c", "c!", "c-1", "C1", "c0000000000000000", "c1 ", "💥"])(
    "a cursor that nobody was given: %j",
    async (cursor) => {
      const { id } = await start("Burst(total: 3)");
      const error = await refusal(`run: "${id}", after: "${cursor}"`, "burst");
      expect(error?.extensions?.code).toBe("BAD_CURSOR");
      expect(error?.message).toMatch(/after/);
    },
  );

  test("a cursor of another run", async () => {
    const cursors = await collectData(
      subscribe<{ burst: { cursor: string } }>("subscription { burst(total: 3) { cursor } }"),
    );
    const { id } = await start("Burst(total: 100)");
    for (const { burst } of cursors) {
      const follow = `subscription { burst(run: "${id}", after: "${burst.cursor}") { index } }`;
      expect(await collect(subscribe(follow))).toMatchObject([
        { errors: [{ extensions: { code: "BAD_CURSOR" } }] },
      ]);
    }
  });

  test("a delivery that there is not", async () => {
    expect((await refusal("delivery: SOMETIMES"))?.message).toMatch(/delivery.*SOMETIMES/);
  });
});

describe("asking for what there is not", () => {
  test("a run that is not known is null for a query, and an error for cancelRun", async () => {
    expect(await ask('{ run(id: "nothing") { id } }')).toEqual({ run: null });
    expect(await query('mutation { cancelRun(id: "nothing", key: "x") { id } }')).toMatchObject({
      errors: [{ extensions: { code: "RUN_NOT_FOUND" } }],
    });
  });

  test("events after a cursor of another run", async () => {
    const { id } = await start("Burst(total: 1)");
    expect(await query(`{ run(id: "${id}") { events(after: "x") { seq } } }`)).toMatchObject({
      errors: [{ extensions: { code: "BAD_CURSOR" } }],
    });
  });

  test("a parent that is not known", async () => {
    expect(await query('mutation { startBurst(parent: "nothing") { id } }')).toMatchObject({
      errors: [{ extensions: { code: "RUN_NOT_FOUND" } }],
    });
  });

  test("a demo that there is not is null", async () => {
    expect(await ask('{ demo(name: "__proto__") { name } }')).toEqual({ demo: null });
  });
});
