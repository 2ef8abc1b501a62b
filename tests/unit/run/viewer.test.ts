import { describe, expect, test } from "@jest/globals";
import { createNewestSteps } from "@/lib/run/newest-steps";
import type { RunEvent } from "@/lib/run/run-event";
import { createViewer, type Viewer, type ViewerOptions } from "@/lib/run/viewer";
import type { Wants } from "@/lib/run/wants";
import type { LogStore, RunRecord } from "@/lib/store/log-store";
import { createLog, image, text } from "./log-of";

const everything: Wants = {
  outputs: new Set(["out", "picture"]),
  yields: true,
  run: true,
  status: true,
  progress: true,
  notices: true,
  position: false,
  viewers: false,
};
const outputsOnly: Wants = {
  ...everything,
  yields: false,
  run: false,
  status: false,
  progress: false,
  notices: false,
};

function follow(
  log: { logs: LogStore; record: RunRecord },
  more: Partial<ViewerOptions> = {},
): Viewer {
  return createViewer({
    record: log.record,
    logs: log.logs,
    newest: createNewestSteps(),
    delivery: "EVERY",
    wants: everything,
    owner: false,
    after: undefined,
    maxEventBytes: 2 ** 20,
    presence: () => ({ place: undefined, viewers: 1 }),
    onLeave: () => {},
    ...more,
  });
}

async function take(viewer: Viewer, most: number): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  while (events.length < most) {
    const { value } = await viewer.next();
    if (!value) break;
    events.push(value);
  }
  return events;
}

const rest = (viewer: Viewer) => take(viewer, Number.POSITIVE_INFINITY);
const deltas = (events: RunEvent[]) =>
  events.map(({ outputs }) => (outputs.out?.kind === "text" ? outputs.out.delta : ""));

describe("an EVERY viewer", () => {
  test("gets each yield, however late it reads", async () => {
    const log = await createLog();
    const viewer = follow(log, { wants: outputsOnly });
    for (const word of ["a", "b", "c"]) await log.append({ outputs: { out: text(word) } });
    await log.append({ status: "DONE" });
    const events = await rest(viewer);
    expect(deltas(events)).toEqual(["a", "b", "c"]);
    expect(events.every(({ yields }) => yields === 1)).toBe(true);
  });

  test("waits for what is yielded later", async () => {
    const log = await createLog();
    const viewer = follow(log, { wants: outputsOnly });
    const next = take(viewer, 1);
    await log.append({ outputs: { out: text("a") } });
    expect(deltas(await next)).toEqual(["a"]);
  });

  test("is told how the run failed where it does not look at the status", async () => {
    const log = await createLog();
    const viewer = follow(log, { wants: outputsOnly });
    const error = { code: "X", message: "y" };
    await log.append({ status: "FAILED", error });
    expect(await rest(viewer)).toMatchObject([{ outputs: {}, yields: 0, failure: error }]);
  });

  test("sees the status and no failure beside it where it does", async () => {
    const log = await createLog();
    const viewer = follow(log);
    await log.append({ status: "CANCELLED" });
    const events = await rest(viewer);
    expect(events).toMatchObject([{ run: { status: "CANCELLED" } }]);
    expect(events[0]?.failure).toBeUndefined();
  });

  test("ends where it resumes after the last entry of a run that is over", async () => {
    const log = await createLog();
    await log.append({ outputs: { out: text("a") } });
    await log.append({ status: "DONE" });
    for (const delivery of ["EVERY", "LATEST"] as const) {
      expect(await rest(follow(log, { after: 2, delivery }))).toEqual([]);
    }
  });

  test.each([
    ["everything", everything],
    ["outputs only", outputsOnly],
  ])("that wants %s is told once where its log was deleted meanwhile", async (_what, wants) => {
    const log = await createLog();
    await log.append({ outputs: { out: text("a") } });
    const viewer = follow(log, { wants });
    await take(viewer, 1);
    const next = rest(viewer);
    await log.logs.delete("a");
    expect(await next).toMatchObject([{ failure: { code: "RUN_NOT_FOUND" } }]);
  });
});

describe("a LATEST viewer", () => {
  test("gets what it missed as one event: deltas joined, pictures only the newest", async () => {
    const log = await createLog();
    const viewer = follow(log, { delivery: "LATEST" });
    await log.append({ status: "RUNNING" });
    await take(viewer, 1);
    for (const [at, word] of ["a", "b", "c"].entries()) {
      await log.append({ outputs: { out: text(word), picture: image(`${at}`) } });
      await log.append({ progress: { value: at, total: 3, text: undefined } });
    }
    const [event] = await take(viewer, 1);
    expect(event).toMatchObject({
      seq: 7,
      yields: 3,
      outputs: { out: { delta: "abc", reset: false }, picture: { id: "2" } },
      run: { progress: { value: 2 } },
    });
  });

  test("waits for the end of a turn of the event loop, and gets all that came in it as one", async () => {
    const log = await createLog();
    const viewer = follow(log, { delivery: "LATEST", wants: outputsOnly });
    const next = take(viewer, 1);
    await new Promise((resolve) => setImmediate(resolve));
    for (const word of ["a", "b", "c"]) await log.append({ outputs: { out: text(word) } });
    expect(await next).toMatchObject([{ yields: 3, outputs: { out: { delta: "abc" } } }]);
  });

  test("gets a text that was replaced meanwhile as a reset", async () => {
    const log = await createLog();
    const viewer = follow(log, { delivery: "LATEST", wants: outputsOnly });
    await log.append({ outputs: { out: text("a") } });
    await take(viewer, 1);
    await log.append({ outputs: { out: text("b") } });
    await log.append({ outputs: { out: text("new", true) } });
    await log.append({ outputs: { out: text("er") } });
    const [event] = await take(viewer, 1);
    expect(event?.outputs.out).toEqual(text("newer", true));
  });

  test("gets no more in one event than it may carry, and a single yield uncut", async () => {
    const log = await createLog();
    const viewer = follow(log, { delivery: "LATEST", wants: outputsOnly, maxEventBytes: 1000 });
    await log.append({ outputs: { out: text("-") } });
    await take(viewer, 1);
    for (let at = 0; at < 20; at++) await log.append({ outputs: { out: text("x".repeat(100)) } });
    await log.append({ outputs: { out: text("y".repeat(5000)) } });
    await log.append({ status: "DONE" });
    const events = await rest(viewer);
    const lengths = deltas(events).map((delta) => delta.length);
    expect(events.length).toBeGreaterThan(4);
    expect(deltas(events).join("")).toBe("x".repeat(2000) + "y".repeat(5000));
    expect(Math.max(...lengths)).toBeLessThan(5000 + 500);
    expect(events.reduce((sum, { yields }) => sum + yields, 0)).toBe(21);
  });

  test("gets the state where its cursor lies before the first kept entry", async () => {
    const log = await createLog({ maxEntries: 2 });
    for (const word of ["a", "b", "c", "d", "e"])
      await log.append({ outputs: { out: text(word) } });
    await log.append({ status: "DONE" });
    const events = await rest(follow(log, { delivery: "LATEST", after: 1, wants: outputsOnly }));
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ yields: 5, outputs: { out: text("abcde", true) } });
  });
});

describe("a viewer that is left", () => {
  test("ends, also while somebody waits for its next event, and says so once", async () => {
    const log = await createLog();
    let left = 0;
    const viewer = follow(log, { onLeave: () => left++ });
    const next = viewer.next();
    viewer.leave();
    expect(await next).toEqual({ value: undefined, done: true });
    await viewer.return?.();
    viewer.leave();
    expect(left).toBe(1);
    await log.append({ status: "RUNNING" });
    expect(await viewer.next()).toEqual({ value: undefined, done: true });
  });
});
