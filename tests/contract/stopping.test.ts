import { describe, expect, test } from "@jest/globals";
import { eventually } from "../eventually";
import { inTime } from "../in-time";
import { collect, collectData, take } from "./collect";
import { cancel, find, notes } from "./runs";
import { transports } from "./transport";

interface Watched {
  run: { id: string; key: string; status: string; error: { code: string; message: string } | null };
  count: number | null;
}

const watched = "count run { id key status error { code message } }";

/** Reads until the first yield, and tells which run it is. */
async function firstYield(
  results: AsyncIterableIterator<{ data?: Record<string, Watched> | null }, undefined>,
) {
  for (;;) {
    const [data] = await take(results, 1);
    const [event] = Object.values(data ?? {});
    if (event && event.count !== null) return event.run;
  }
}

describe.each(transports)("stopping a run over $name", ({ name, subscribe }) => {
  test("ends it at once, and its finally runs where it awaits sleep", async () => {
    const note = `sleep ${name}`;
    const stop = async () => {
      const results = subscribe<Record<string, Watched>>(
        `subscription { heeding(note: "${note}") { ${watched} } }`,
      );
      const run = await firstYield(results);
      const began = performance.now();
      await cancel(run);
      const took = performance.now() - began;
      const rest = await collectData(results);
      expect(rest.at(-1)?.heeding).toMatchObject({
        count: null,
        run: { status: "CANCELLED", error: null },
      });
      return took;
    };
    await inTime(stop, (took) => expect(took).toBeLessThan(500));
    await eventually(notes, (all) => all.includes(note));
  });

  test("runs the finally of a generator that awaits the signal itself", async () => {
    const note = `signal ${name}`;
    const results = subscribe<Record<string, Watched>>(
      `subscription { heeding(note: "${note}", silent: true) { ${watched} } }`,
    );
    await cancel(await firstYield(results));
    expect((await collectData(results)).at(-1)?.heeding?.run.status).toBe("CANCELLED");
    await eventually(notes, (all) => all.includes(note));
  });

  test("ends a run all the same whose generator heeds nothing", async () => {
    const stop = async () => {
      const results = subscribe<Record<string, Watched>>(`subscription { deaf { ${watched} } }`);
      const run = await firstYield(results);
      const began = performance.now();
      expect(await cancel(run)).toMatchObject({ status: "CANCELLED" });
      expect((await collectData(results)).at(-1)?.deaf?.run.status).toBe("CANCELLED");
      return performance.now() - began;
    };
    await inTime(stop, (took) => expect(took).toBeLessThan(500));
  });

  test("ends a run that nobody follows any more", async () => {
    const results = subscribe<Record<string, Watched>>(`subscription { deaf { ${watched} } }`);
    const run = await firstYield(results);
    await results.return?.();
    expect(await cancel(run)).toMatchObject({ status: "CANCELLED" });
  });

  test("reaches who does not select the status as an error with the code CANCELLED", async () => {
    const results = subscribe<Record<string, Watched>>(
      "subscription { deaf { count run { id key } } }",
    );
    await cancel(await firstYield(results));
    const [last, ...more] = await collect(results);
    expect(more).toEqual([]);
    expect(last).toMatchObject({ data: null, errors: [{ extensions: { code: "CANCELLED" } }] });
  });

  test("takes the key of the run, and no other", async () => {
    const results = subscribe<Record<string, Watched>>(`subscription { deaf { ${watched} } }`);
    const { id, key } = await firstYield(results);
    await expect(cancel({ id, key: `${key}x` })).rejects.toThrow("WRONG_KEY");
    await expect(cancel({ id, key: "" })).rejects.toThrow("WRONG_KEY");
    expect(await find(id)).toMatchObject({ status: "RUNNING" });
    await cancel({ id, key });
    await collect(results);
  });

  test("leaves a run that is over as it is", async () => {
    const events = await collectData(
      subscribe<Record<string, Watched>>(`subscription { countUp(to: 1) { ${watched} } }`),
    );
    const run = events.at(-1)?.countUp?.run;
    if (!run) throw new Error("There was no event.");
    expect(await cancel(run)).toMatchObject({ status: "DONE" });
  });
});

describe.each(transports)("the time limit of a demo over $name", ({ name, subscribe }) => {
  test("fails the run, names itself, and lets the finally run", async () => {
    const note = `limit ${name}`;
    const events = await collectData(
      subscribe<Record<string, Watched>>(`subscription { timed(note: "${note}") { ${watched} } }`),
    );
    const last = events.at(-1)?.timed?.run;
    expect(last).toMatchObject({ status: "FAILED", error: { code: "TIME_LIMIT" } });
    expect(last?.error?.message).toMatch(/0\.5 s.*timeLimit/);
    await eventually(notes, (all) => all.includes(note));
  });

  test("ends a generator's run that heeds nothing, no later than another's", async () => {
    const runOut = async () => {
      const began = performance.now();
      const events = await collectData(
        subscribe<Record<string, Watched>>(`subscription { timed(deaf: true) { ${watched} } }`),
      );
      expect(events.at(-1)?.timed?.run).toMatchObject({
        status: "FAILED",
        error: { code: "TIME_LIMIT" },
      });
      return performance.now() - began;
    };
    await inTime(runOut, (took) => expect(took).toBeLessThan(1500));
  });
});
