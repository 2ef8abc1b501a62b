import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { eventually } from "../eventually";
import { inTime } from "../in-time";
import type { Site } from "../site";
import { collect, collectData, dataOf, take } from "./collect";
import { describeOwn, siteWith } from "./own-site";
import { ask, query } from "./query";
import { cancel, find, notes, start } from "./runs";
import { type Subscription, transports } from "./transport";

interface Heeding {
  heeding: {
    count: number | null;
    elapsedMs: number;
    run: { id: string; key: string; status: string };
  };
}

const selection = "count elapsedMs run { id key status }";

describeOwn("a run that is left,", () => {
  let site: Site;
  beforeAll(async () => {
    site = await siteWith({ YIELDCAST_GRACE_SECONDS: "1", YIELDCAST_KEEP_SECONDS: "1" });
  });
  afterAll(() => site[Symbol.asyncDispose]());

  describe.each(transports)("over $name,", ({ name, subscribe }) => {
    const begin = (note: string) =>
      subscribe<Heeding>(`subscription { heeding(note: "${note}") { ${selection} } }`, {
        url: site.url,
      });
    const follow = (id: string) =>
      subscribe<Heeding>(`subscription { heeding(run: "${id}") { ${selection} } }`, {
        url: site.url,
      });
    const runOf = async (viewer: Subscription<Heeding>) => {
      const events = await take(viewer, 5);
      const run = events[0]?.heeding.run;
      if (!run) throw new Error("No event came.");
      return run;
    };
    const now = (id: string) => () => find(id, site.url);

    test.each(["destroy", "return"] as const)(
      "is cancelled after the grace period, and its finally runs (left by %s)",
      async (way) => {
        const leave = async () => {
          const note = `${way} ${name} ${performance.now()}`;
          const viewer = begin(note);
          const { id } = await runOf(viewer);
          const left = Date.now();
          await viewer[way]?.();
          const alone = await eventually(now(id), (run) => run?.viewers === 0);
          const ended = await eventually(now(id), (run) => run?.status !== "RUNNING");
          expect(ended).toMatchObject({ status: "CANCELLED", error: { code: "NOBODY_WATCHES" } });
          const took = Date.parse(ended?.endedAt ?? "") - left;
          expect(took).toBeGreaterThanOrEqual(900);
          await eventually(
            () => notes(site.url),
            (all) => all.includes(note),
          );
          return { alone, took };
        };
        await inTime(leave, ({ alone, took }) => {
          expect(alone?.status).toBe("RUNNING");
          expect(took).toBeLessThan(2500);
        });
      },
    );

    test("goes on for a viewer who comes back in time", async () => {
      const comeBack = async () => {
        const viewer = begin("kept");
        const run = await runOf(viewer);
        viewer.destroy();
        await eventually(now(run.id), (each) => each?.viewers === 0);
        const back = follow(run.id);
        const left = dataOf((await back.next()).value ?? {}).heeding.elapsedMs;
        // Until well after the grace period would have been over.
        for await (const result of back) {
          if (dataOf(result).heeding.elapsedMs > left + 2000) break;
        }
        const later = await find(run.id, site.url);
        await cancel(run, site.url);
        return later;
      };
      await inTime(comeBack, (later) => expect(later).toMatchObject({ status: "RUNNING" }));
    });

    test("goes on for another viewer who stays", async () => {
      const first = begin("stays");
      const run = await runOf(first);
      const second = follow(run.id);
      await take(second, 1);
      first.destroy();
      await eventually(now(run.id), (each) => each?.viewers === 1);
      for await (const result of second) {
        if (dataOf(result).heeding.elapsedMs > 2000) break;
      }
      expect(await find(run.id, site.url)).toMatchObject({ status: "RUNNING" });
      await cancel(run, site.url);
    });

    test("is not cancelled where nobody has watched it yet", async () => {
      const run = await start('Heeding(note: "unwatched")', site.url);
      await eventually(
        now(run.id),
        (each) => Date.now() - Date.parse(each?.startedAt ?? "") > 1500,
      );
      expect(await find(run.id, site.url)).toMatchObject({ status: "RUNNING" });
      await cancel(run, site.url);
    });
  });
});

describeOwn.each(transports)("a run whose time to be kept is over, over $name", ({ subscribe }) => {
  let site: Site;
  let run: { id: string; key: string };
  let picture: string;
  beforeAll(async () => {
    site = await siteWith({ YIELDCAST_KEEP_SECONDS: "1" });
    const [event] = await collectData(
      subscribe<{ pictures: { picture: { url: string }; run: { id: string; key: string } } }>(
        "subscription { pictures(form: pixels) { picture { url } run { id key } } }",
        { url: site.url },
      ),
    ).then((events) => events.filter(({ pictures }) => pictures.picture));
    if (!event) throw new Error("No picture came.");
    ({ run } = event.pictures);
    picture = new URL(event.pictures.picture.url, site.url).href;
    expect((await fetch(picture)).status).toBe(200);
    await eventually(
      () => find(run.id, site.url),
      (now) => now === null,
    );
  });
  afterAll(() => site[Symbol.asyncDispose]());

  test("cannot be followed: a clear error, never a new run", async () => {
    const results = await collect(
      subscribe(`subscription { pictures(run: "${run.id}") { picture { url } run { status } } }`, {
        url: site.url,
      }),
    );
    expect(results).toMatchObject([{ errors: [{ extensions: { code: "RUN_NOT_FOUND" } }] }]);
    expect(results[0]?.errors?.[0]?.message).toMatch(/no longer.*1 s after its end/);
  });

  test("cannot be cancelled, nor be a parent", async () => {
    const mutations = [
      `mutation { cancelRun(id: "${run.id}", key: "${run.key}") { id } }`,
      `mutation { startBurst(parent: "${run.id}") { id } }`,
    ];
    for (const mutation of mutations) {
      expect(await query(mutation, {}, site.url)).toMatchObject({
        errors: [{ extensions: { code: "RUN_NOT_FOUND" } }],
      });
    }
  });

  test("is null for a query, and its pictures are gone", async () => {
    expect(await ask(`{ run(id: "${run.id}") { id } }`, {}, site.url)).toEqual({ run: null });
    expect((await fetch(picture)).status).toBe(404);
  });
});
