import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { RunStore } from "../../../../lib/client/run-store";
import { createSharedTimeline } from "../../../../lib/client/timeline/create-shared-timeline";
import { sharedPauses } from "../../../../lib/client/timeline/pauses";
import type {
  Timeline,
  TimelineTrack,
  TimelineView,
} from "../../../../lib/client/timeline/timeline";
import { createDemos, wordsTo } from "../demos";
import { openTab, type Tab, until, untilTrue } from "../live-client";
import { createLiveServer, type LiveServer } from "../live-server";

let demos: ReturnType<typeof createDemos>;
let server: LiveServer;
let tab: Tab;
const timelines: Timeline[] = [];

beforeEach(async () => {
  demos = createDemos();
  server = await createLiveServer(demos.demos);
  tab = openTab(server, { idleMs: 60_000 });
});
afterEach(async () => {
  for (const timeline of timelines.splice(0)) timeline.dispose();
  tab.client.dispose();
  await server[Symbol.asyncDispose]();
});

interface Shown {
  store: RunStore;
  track: TimelineTrack;
}

/** A run each of these demos, on one timeline. */
async function show(...names: ("words" | "gated" | "folding")[]) {
  const stores = await Promise.all(names.map((name) => tab.store(name)));
  const pages = await Promise.all(names.map((name) => server.page(name)));
  const timeline = createSharedTimeline(
    pages.map(({ timeline: document }) => ({
      client: tab.client,
      document,
      outputs: [
        { name: "reply", kind: "text", options: {} },
        { name: "last", kind: "number", options: {} },
      ],
      reducers: {
        text: (previous, value) => {
          const { delta, reset } = value as { delta: string; reset: boolean };
          return reset ? delta : `${previous ?? ""}${delta}`;
        },
      },
      onWake: () => () => {},
    })),
    5,
  );
  timelines.push(timeline);
  const shown = stores.map((store, place): Shown => {
    const track = timeline.tracks[place];
    if (!track) throw new Error("A track is missing");
    store.subscribe(() => track.observe(store.getSnapshot()));
    return { store, track };
  });
  return { timeline, shown: shown as [Shown, Shown, ...Shown[]] };
}

async function finish({ store }: Shown, count: number): Promise<void> {
  store.start({ count });
  await until(store, ({ phase }) => phase === "done");
}

function seen(timeline: Timeline, isSo: (view: TimelineView) => boolean): Promise<TimelineView> {
  return new Promise((resolve) => {
    const look = () => {
      if (!isSo(timeline.getView())) return;
      stop();
      resolve(timeline.getView());
    };
    const stop = timeline.subscribe(look);
    look();
  });
}

const reply = ({ track }: Shown) => track.getShown()?.snapshot.outputs.reply;
const times = ({ track }: Shown) => track.record.events.yieldTimes;

test("steps go through every instant at which a run yielded, and all runs stand at it", async () => {
  const { timeline, shown } = await show("words", "words");
  const [longer, shorter] = shown;
  await finish(longer, 30);
  await finish(shorter, 8);
  timeline.toBegin();
  await seen(timeline, ({ loading }) => !loading);
  expect(shown.map(({ track }) => track.getShown()?.snapshot.yields)).toEqual([0, 0]);

  // All yields of one millisecond are one instant.
  const instants = [...new Set([...times(longer), ...times(shorter)])].sort((a, b) => a - b);
  expect(instants.length).toBeGreaterThan(1);
  const visited: number[] = [];
  for (timeline.step(1); timeline.getView().back; timeline.step(1)) {
    const { at } = timeline.getView();
    visited.push(at);
    for (const each of shown) {
      const yields = times(each).filter((time) => time <= at).length;
      expect(each.track.getShown()).toMatchObject({ at, snapshot: { yields } });
      expect(reply(each) ?? "").toBe(wordsTo(yields));
    }
  }
  expect(visited).toEqual(instants);

  const back: number[] = [];
  for (let at = -1; timeline.getView().at !== at; timeline.step(-1)) {
    at = timeline.getView().at;
    if (timeline.getView().back) back.unshift(at);
  }
  expect(back).toEqual(instants.slice(0, -1));
});

test("a run that ended earlier stays at its end", async () => {
  const { timeline, shown } = await show("words", "words");
  const [longer, shorter] = shown;
  await finish(longer, 200);
  await finish(shorter, 3);
  const { end } = timeline.getView();
  const own = shorter.store.getSnapshot().elapsedMs;
  expect(own).toBeLessThan(end - 1);
  timeline.seek(end - 1);
  await seen(timeline, ({ loading }) => !loading);
  expect(timeline.getView()).toMatchObject({ back: true, at: end - 1, over: true });
  expect(shorter.track.getShown()?.snapshot).toMatchObject({ phase: "done", yields: 3 });
  expect(reply(shorter)).toBe(wordsTo(3));
  expect(longer.track.getShown()?.at).toBe(end - 1);
  timeline.seek(end);
  expect(shown.map(({ track }) => track.getShown())).toEqual([undefined, undefined]);
});

test("a run that has not come so far is shown as it is, and stops at the instant once it is there", async () => {
  const { timeline, shown } = await show("words", "gated");
  const [done, live] = shown;
  await finish(done, 300);
  live.store.start({ name: "b" });
  await until(live.store, ({ yields }) => yields === 1);
  const { end } = timeline.getView();
  const began = performance.now() - live.store.getSnapshot().elapsedMs;
  timeline.seek(end - 1);
  await seen(timeline, ({ loading }) => !loading);
  expect(timeline.getView()).toMatchObject({ back: true, over: false });
  expect(live.track.getShown()).toBeUndefined();
  expect(done.track.getShown()?.at).toBe(end - 1);

  await untilTrue(() => performance.now() - began > end + 50);
  for (let yields = 2; yields <= 3; yields++) {
    demos.openGate();
    await until(live.store, (snapshot) => snapshot.yields === yields);
  }
  await seen(timeline, () => live.track.getShown() !== undefined);
  expect(timeline.getView()).toMatchObject({ back: true, at: end - 1 });
  expect(reply(live)).toBe("b");
  expect(live.track).toMatchObject({ yield: 1, yields: 3 });
  timeline.toNewest();
  expect(live.track.getShown()).toBeUndefined();
});

test("runs are replayed together, and none goes back meanwhile", async () => {
  const { timeline, shown } = await show("words", "words", "words");
  for (const [at, each] of shown.entries()) await finish(each, 20 + 20 * at);
  timeline.setRate(4);
  const played: (number | undefined)[][] = [];
  timeline.subscribe(() => played.push(shown.map(({ track }) => track.getShown()?.at)));
  timeline.play();
  await seen(timeline, ({ playing }) => playing);
  expect(new Set(shown.map(({ track }) => track.getShown()?.at)).size).toBe(1);
  await seen(timeline, ({ playing, back }) => !playing && !back);
  for (const place of shown.keys()) {
    const instants = played.flatMap((all) => all[place] ?? []);
    expect(instants.length).toBeGreaterThan(0);
    expect(instants).toEqual([...instants].sort((one, other) => one - other));
  }
});

test("one that is not kept any more does not keep the others from being looked at", async () => {
  const { timeline, shown } = await show("words", "words");
  for (const each of shown) await finish(each, 20);
  await server.house.logs.delete(shown[1].store.getSnapshot().run?.id ?? "");
  timeline.toBegin();
  timeline.step(1);
  const { problem } = await seen(timeline, ({ loading }) => !loading);
  expect(problem).toBe("What this run yielded is not kept any more.");
  expect(reply(shown[0])).toMatch(/^0·/);
  expect(shown[1].track.getShown()).toBeUndefined();
});

test("one that never comes does not keep the others from being looked at, or from live", async () => {
  const { timeline, shown } = await show("words", "words");
  expect(timeline.getView()).toMatchObject({ run: undefined, end: 0, over: false });
  timeline.seek(5);
  timeline.step(-1);
  expect(timeline.getView().back).toBe(false);
  await finish(shown[0], 30);
  timeline.step(-1);
  await seen(timeline, ({ back, loading }) => back && !loading);
  expect(timeline.getView().over).toBe(true);
});

test("a pause is one that all runs have", () => {
  const pause = (from: number, to: number) => ({ from, to });
  expect(sharedPauses([])).toEqual([]);
  expect(sharedPauses([[pause(0, 9000)]])).toEqual([pause(0, 9000)]);
  expect(
    sharedPauses([
      [pause(0, 9000), pause(10_000, 20_000)],
      [pause(3000, 11_000), pause(12_000, 15_000), pause(16_000, 30_000)],
    ]),
  ).toEqual([pause(3000, 9000), pause(12_000, 15_000), pause(16_000, 20_000)]);
  expect(sharedPauses([[pause(0, 9000)], []])).toEqual([]);
});
