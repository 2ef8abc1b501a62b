import { describe, expect, test } from "@jest/globals";
import { eventually } from "../eventually";
import { collectData, take } from "./collect";
import { cancel, find, start } from "./runs";
import { type Subscription, transports } from "./transport";

interface Waiting {
  oneAtATime: {
    name: { value: string } | null;
    run: {
      id: string;
      key: string;
      status: string;
      position: number | null;
      etaSeconds: number | null;
    };
  };
}

const selection = "name { value } run { id key status position etaSeconds }";

describe.each(transports)("a demo that runs one at a time, over $name", ({ subscribe }) => {
  const begin = (name: string, takes: number) =>
    subscribe<Waiting>(
      `subscription { oneAtATime(name: "${name}", takes: ${takes}) { ${selection} } }`,
    );
  /** Its first event, with its place in the queue. */
  const first = async (viewer: Subscription<Waiting>) => {
    const [event] = await take(viewer, 1);
    if (!event) throw new Error("No event came.");
    return event.oneAtATime.run;
  };

  test("begins runs in the order in which they came, and tells each its place as it moves", async () => {
    const a = await start('OneAtATime(name: "a", takes: 60000)');
    const b = begin("b", 1000);
    expect(await first(b)).toMatchObject({ status: "QUEUED", position: 1 });
    const c = begin("c", 1000);
    expect(await first(c)).toMatchObject({ status: "QUEUED", position: 2 });
    const d = begin("d", 0);
    expect(await first(d)).toMatchObject({ status: "QUEUED", position: 3 });
    await cancel(a);
    const [ofB, ofC, ofD] = await Promise.all([collectData(b), collectData(c), collectData(d)]);
    const places = (events: Waiting[]) => [
      ...new Set(events.flatMap(({ oneAtATime }) => oneAtATime.run.position ?? [])),
    ];
    expect(places(ofB)).toEqual([]);
    expect(places(ofC)).toEqual([1]);
    expect(places(ofD)).toEqual([2, 1]);
    // Once it runs it has no place any more.
    expect(ofD.at(-1)?.oneAtATime.run).toMatchObject({
      status: "DONE",
      position: null,
      etaSeconds: null,
    });

    const ids = [a.id, ...[ofB, ofC, ofD].map((events) => events[0]?.oneAtATime.run.id ?? "")];
    const runs = await Promise.all(ids.map((id) => find(id)));
    for (const [at, run] of runs.entries()) {
      const before = runs[at - 1]?.endedAt;
      if (before)
        expect(Date.parse(run?.startedAt ?? "")).toBeGreaterThanOrEqual(Date.parse(before));
    }
  });

  test("tells how long it will about take, once it knows how long runs take", async () => {
    const { id } = await start("OneAtATime(takes: 200)");
    await eventually(
      () => find(id),
      (run) => run?.status === "DONE",
    );
    const blocker = await start("OneAtATime(takes: 60000)");
    const one = begin("one", 0);
    // Each comes on a connection of its own: the second one only begins when the first one is in line.
    const eta = (await first(one)).etaSeconds ?? Number.NaN;
    expect(eta).toBeGreaterThan(0.01);
    const two = begin("two", 0);
    expect((await first(two)).etaSeconds).toBeCloseTo(2 * eta);
    await cancel(blocker);
    await Promise.all([collectData(one), collectData(two)]);
  });

  test("moves the others up when one that waits is stopped", async () => {
    const blocker = await start("OneAtATime(takes: 60000)");
    const one = begin("one", 0);
    const waiting = await first(one);
    const two = begin("two", 0);
    expect(await first(two)).toMatchObject({ position: 2 });

    await cancel(waiting);
    const events = (await collectData(one)).map(({ oneAtATime }) => oneAtATime);
    expect(events.at(-1)).toMatchObject({
      name: null,
      run: { status: "CANCELLED", position: null },
    });
    expect(await first(two)).toMatchObject({ status: "QUEUED", position: 1 });
    await cancel(blocker);
    expect((await collectData(two)).at(-1)?.oneAtATime.run.status).toBe("DONE");
    expect(await find(waiting.id)).toMatchObject({ status: "CANCELLED", startedAt: null });
  });

  test("a stop frees the place of a run that heeds nothing", async () => {
    const blocker = await start("OneAtATime(deaf: true)");
    const next = begin("next", 0);
    expect(await first(next)).toMatchObject({ status: "QUEUED" });
    await cancel(blocker);
    const events = await collectData(next);
    expect(events.map(({ oneAtATime }) => oneAtATime.name?.value)).toContain("next");
  });
});
