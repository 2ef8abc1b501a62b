import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createTimeline } from "../../../../lib/client/timeline/create-timeline";
import type { RunTimeline, TimelineView } from "../../../../lib/client/timeline/timeline";
import { createDemos, wordsTo } from "../demos";
import { openTab, type Tab, until } from "../live-client";
import { createLiveServer, type LiveServer } from "../live-server";

let demos: ReturnType<typeof createDemos>;
let server: LiveServer;
let tab: Tab;
const timelines: RunTimeline[] = [];

beforeEach(async () => {
  demos = createDemos();
  server = await createLiveServer(demos.demos);
  // A socket that closes as a run is started would make that fail, which is not what is looked at here.
  tab = openTab(server, { idleMs: 60_000 });
});
afterEach(async () => {
  for (const timeline of timelines.splice(0)) timeline.dispose();
  tab.client.dispose();
  await server[Symbol.asyncDispose]();
});

/** A run on show, with its timeline beside it. */
async function show(demo: "words" | "gated" | "folding", pollMs = 1000) {
  const store = await tab.store(demo);
  const { timeline: document } = await server.page(demo);
  const timeline = createTimeline({
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
    pollMs,
  });
  timelines.push(timeline);
  const look = () => timeline.observe(store.getSnapshot());
  store.subscribe(look);
  look();
  return { store, timeline };
}

function seen(timeline: RunTimeline, isSo: (view: TimelineView) => boolean): Promise<TimelineView> {
  return new Promise((resolve) => {
    const look = () => {
      const view = timeline.getView();
      if (!isSo(view)) return;
      stop();
      resolve(view);
    };
    const stop = timeline.subscribe(look);
    look();
  });
}

const reply = (timeline: RunTimeline) => timeline.getShown()?.snapshot.outputs.reply;

test("a finished run is shown as it was after each of its yields", async () => {
  const { store, timeline } = await show("words");
  store.start({ count: 1200 });
  await until(store, ({ phase }) => phase === "done");
  expect(timeline.getView()).toMatchObject({ back: false, over: true, yield: 1200, yields: 1200 });
  expect(timeline.getShown()).toBeUndefined();

  timeline.toBegin();
  await seen(timeline, ({ loading }) => !loading);
  expect(timeline.getShown()?.snapshot).toMatchObject({ yields: 0, outputs: {} });
  for (let yields = 1; yields <= 20; yields++) {
    timeline.step(1);
    expect(timeline.getView()).toMatchObject({ back: true, yield: yields });
    expect(reply(timeline)).toBe(wordsTo(yields));
  }
  timeline.step(-1);
  expect(reply(timeline)).toBe(wordsTo(19));
  timeline.toNewest();
  timeline.step(-1);
  await seen(timeline, (view) => view.yield === 1199 && !view.loading);
  expect(reply(timeline)).toBe(wordsTo(1199));
  timeline.step(1);
  timeline.step(1);
  expect(timeline.getView()).toMatchObject({ back: false });
  expect(timeline.getShown()).toBeUndefined();
  timeline.seek(timeline.getView().end + 1);
  expect(timeline.getShown()).toBeUndefined();
  timeline.seek(-5);
  expect(timeline.getView()).toMatchObject({ back: true, at: 0 });
});

test("keys that are pressed before the log has come are taken, one after the other", async () => {
  const { store, timeline } = await show("words");
  store.start({ count: 6 });
  await until(store, ({ phase }) => phase === "done");
  timeline.touch();
  timeline.toBegin();
  for (let pressed = 0; pressed < 3; pressed++) timeline.step(1);
  const view = await seen(timeline, ({ loading }) => !loading);
  expect(view).toMatchObject({ back: true, yield: 3, yields: 6 });
  expect(reply(timeline)).toBe(wordsTo(3));
});

test("keys are taken in their order, wherever among them the log comes", async () => {
  const { store, timeline } = await show("words");
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  for (let turns = 0; turns < 40; turns += 2) {
    store.start({ count: 6 });
    await until(store, ({ phase }) => phase === "done");
    timeline.touch();
    timeline.toBegin();
    for (let pressed = 0; pressed < 3; pressed++) {
      for (let each = 0; each < turns; each++) await turn();
      timeline.step(1);
    }
    await seen(timeline, ({ loading }) => !loading);
    expect(timeline.getView()).toMatchObject({ back: true, yield: 3, yields: 6 });
  }
});

test("a log whose beginning was folded away begins there", async () => {
  const { store, timeline } = await show("folding");
  store.start({});
  await until(store, ({ phase }) => phase === "done");
  timeline.toBegin();
  const view = await seen(timeline, ({ back, loading }) => back && !loading);
  expect(view).toMatchObject({ folded: true, yield: 8, yields: 10 });
  expect(view.at).toBe(view.begin);
  expect(reply(timeline)).toBe(wordsTo(8));
  timeline.step(1);
  expect(reply(timeline)).toBe(wordsTo(9));
  timeline.step(-1);
  timeline.step(-1);
  expect(timeline.getView().yield).toBe(8);
});

test("nothing is asked of the server before somebody looks back", async () => {
  const { store } = await show("words");
  store.start({ count: 50 });
  await until(store, ({ phase }) => phase === "done");
  expect(server.requests).toEqual([]);
});

test("a run that goes on is looked after while somebody looks back, and nothing of it is lost", async () => {
  const { store, timeline } = await show("gated", 5);
  store.start({ name: "b" });
  await until(store, ({ yields }) => yields === 1);
  timeline.toBegin();
  await seen(timeline, ({ back, loading }) => back && !loading);
  for (let yields = 2; yields <= 4; yields++) {
    demos.openGate();
    await until(store, (snapshot) => snapshot.yields === yields);
  }
  // Where it stands does not change, while the end does.
  expect(timeline.getView()).toMatchObject({ back: true, yield: 0, yields: 4, over: false });
  for (const text of ["b", "bb", "bbb", "bbbb"]) {
    timeline.step(1);
    await seen(timeline, (view) => view.yield === text.length);
    expect(reply(timeline)).toBe(text);
  }
  expect(store.getSnapshot().phase).toBe("running");
  timeline.toNewest();
  expect(timeline.getView()).toMatchObject({ back: false, yield: 4 });
  store.stop();
  await until(store, ({ phase }) => phase === "cancelled");
  timeline.step(-1);
  await seen(timeline, (view) => view.yield === 3);
  expect(reply(timeline)).toBe("bbb");
});

test("a lost connection only delays what is asked for", async () => {
  const { store, timeline } = await show("words");
  store.start({ count: 300 });
  await until(store, ({ phase }) => phase === "done");
  server.wire.down();
  timeline.toBegin();
  timeline.step(1);
  expect(timeline.getView()).toMatchObject({ loading: true });
  expect(timeline.getShown()).toBeUndefined();
  server.wire.up();
  await seen(timeline, ({ loading }) => !loading);
  expect(reply(timeline)).toBe(wordsTo(1));
});

test("another run begins a timeline of its own", async () => {
  const { store, timeline } = await show("words");
  store.start({ count: 30 });
  await until(store, ({ phase }) => phase === "done");
  timeline.toBegin();
  await seen(timeline, ({ loading }) => !loading);
  store.start({ count: 5 });
  expect((await seen(timeline, ({ run, yields }) => run !== undefined && yields === 5)).back).toBe(
    false,
  );
  timeline.step(-1);
  await seen(timeline, ({ loading }) => !loading);
  expect(reply(timeline)).toBe(wordsTo(4));
});

test("a replay goes from the beginning to the end, and each moment once", async () => {
  const { store, timeline } = await show("words");
  store.start({ count: 60 });
  await until(store, ({ phase }) => phase === "done");
  timeline.setRate(4);
  const replies: unknown[] = [];
  timeline.subscribe(() => {
    const now = reply(timeline);
    if (now !== undefined && now !== replies.at(-1)) replies.push(now);
  });
  timeline.play();
  await seen(timeline, ({ playing }) => playing);
  await seen(timeline, ({ playing, back }) => !playing && !back);
  const lengths = replies.map((text) => String(text).length);
  expect(lengths.length).toBeGreaterThan(0);
  expect(lengths).toEqual([...lengths].sort((one, two) => one - two));
});

test("a replay from an instant begins once the whole log is here, lest its rest be taken for a pause", async () => {
  const { store, timeline } = await show("words");
  store.start({ count: 1200 });
  await until(store, ({ phase }) => phase === "done");
  timeline.seek(1);
  timeline.play();
  expect(timeline.getView()).toMatchObject({ back: true, loading: true, playing: false });
  await seen(timeline, ({ playing }) => playing);
  expect(timeline.record.events.last).toMatchObject({ yields: 1200, status: "DONE" });
});

test("a run that is not kept any more is said so, and the newest stays on show", async () => {
  const { store, timeline } = await show("words");
  store.start({ count: 30 });
  const { run } = await until(store, ({ phase }) => phase === "done");
  await server.house.logs.delete(run?.id ?? "");
  timeline.toBegin();
  const { problem } = await seen(timeline, (view) => view.problem !== undefined);
  expect(problem).toBe("What this run yielded is not kept any more.");
  expect(timeline.getShown()).toBeUndefined();
});
