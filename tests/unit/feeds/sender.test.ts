import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import sharp from "sharp";
import { audioStream, defineDemo, imageStream, json, number, slider } from "yieldcast";
import { createFeedSender, type FeedSenderState } from "@/lib/client/feed-sender";
import type { OwnedRun } from "@/lib/client/owned-run";
import type { FeedSort } from "@/lib/client/waiting-pieces";
import { openTab, type Tab, untilTrue } from "../client/live-client";
import { createLiveServer, type LiveServer } from "../client/live-server";

const heard: number[] = [];
const seen: { width: number; time: number }[] = [];
const tempos: number[] = [];
let open = () => {};
let gate = Promise.resolve();
/** Holds a generator up until `open` is called. */
function shut(): void {
  gate = new Promise((resolve) => {
    open = resolve;
  });
}

const listening = defineDemo({
  inputs: { mic: audioStream({ sampleRate: 8000 }) },
  output: json(),
  async *run({ mic }) {
    for await (const { pcm } of mic) {
      heard.push(...pcm);
      yield pcm.length;
      await gate;
    }
    yield "ended";
  },
});

const watching = defineDemo({
  inputs: { camera: imageStream() },
  output: number({ integer: true }),
  async *run({ camera }) {
    for await (const { width, time } of camera) {
      seen.push({ width, time });
      yield width;
      await gate;
    }
  },
});

const moving = defineDemo({
  inputs: { tempo: slider({ min: 0, max: 1000, streaming: true }) },
  output: number({ integer: true }),
  async *run({ tempo }) {
    for await (const now of tempo) {
      tempos.push(now);
      yield now;
    }
  },
});

let server: LiveServer;
let tab: Tab;

beforeEach(async () => {
  server = await createLiveServer(
    { listening, watching, moving },
    { YIELDCAST_MAX_FEED_BYTES: "2000" },
  );
  tab = openTab(server);
  gate = Promise.resolve();
  for (const list of [heard, seen, tempos]) list.length = 0;
});
afterEach(async () => {
  open();
  tab.client.dispose();
  await server[Symbol.asyncDispose]();
});

async function start(name: string): Promise<OwnedRun> {
  const demo = (await server.house.catalogue()).demos.get(name);
  if (!demo) throw new Error(`${name} has faults.`);
  const { id, key } = await server.house.runs.start(demo, { values: {}, uploads: {} });
  return { id, key, client: tab.client };
}

function createSender(run: OwnedRun, input: string, sort: FeedSort) {
  const states: FeedSenderState[] = [];
  const onWake = (listener: () => void) => {
    woken.add(listener);
    return () => woken.delete(listener);
  };
  const woken = new Set<() => void>();
  const sender = createFeedSender({
    run,
    input,
    sort,
    onWake,
    onChange: (state) => states.push(state),
  });
  return {
    sender,
    states,
    wake() {
      for (const listener of [...woken]) listener();
    },
  };
}

const statusOf = async ({ id }: OwnedRun) => (await server.house.logs.head(id))?.run.status;
const samples = (from: number, length: number) => Int16Array.from({ length }, (_, at) => from + at);
const to = (length: number) => Array.from({ length }, (_, at) => at);
const picture = async (width: number) =>
  new Uint8Array(
    await sharp({ create: { width, height: 2, channels: 3, background: "red" } })
      .jpeg()
      .toBuffer(),
  );

describe("sound", () => {
  test("comes whole and in order, joined while it waits, and ends", async () => {
    const run = await start("listening");
    const { sender } = createSender(run, "mic", "sound");
    for (let at = 0; at < 50; at++) void sender.push(samples(at * 100, 100));
    await sender.end();
    expect(sender.state).toMatchObject({ phase: "ended", lost: 0, problem: undefined });
    // A greeting, what was there at once, what had waited, the end.
    expect(sender.state.sent).toBeLessThan(10);
    expect(sender.state.latencyMs).toBeGreaterThan(0);
    await untilTrue(() => heard.length === 5000);
    expect(heard).toEqual(to(5000));
    await sender.push(samples(0, 1));
    expect(heard).toHaveLength(5000);
  });

  test("comes whole and once over a wire whose answers are cut at any byte", async () => {
    const run = await start("listening");
    // The server has taken the piece by then, so that it comes twice.
    server.wire.nextCut = () => (server.wire.cuts < 30 ? 1 + ((server.wire.cuts * 37) % 600) : 0);
    const { sender, wake } = createSender(run, "mic", "sound");
    const waking = setInterval(wake, 1);
    for (let at = 0; at < 40; at++) {
      void sender.push(samples(at * 10, 10));
      if (at % 4 === 0) await untilTrue(() => sender.state.sent > at / 4);
    }
    await sender.end();
    clearInterval(waking);
    await untilTrue(() => heard.length === 400);
    expect(heard).toEqual(to(400));
    expect(server.wire.cuts).toBeGreaterThan(10);
  });

  test("waits for a slow demo, and of too much the oldest is given up and counted", async () => {
    shut();
    const run = await start("listening");
    const lost: number[] = [];
    const sender = createFeedSender({
      run,
      input: "mic",
      sort: "sound",
      onWake: () => () => {},
      onLost: (pieces) => lost.push(pieces),
      maxWaitingBytes: 1000,
    });
    void sender.push(samples(0, 900));
    await untilTrue(() => heard.length === 900);
    void sender.push(samples(900, 900));
    await untilTrue(() => sender.state.bufferedSeconds === 900 / 8000);
    // This one has no room on the server, and the next ones not all of them here.
    void sender.push(samples(1800, 200));
    for (let at = 0; at < 20; at++) void sender.push(samples(2000 + at * 50, 50));
    open();
    await sender.end();
    expect(sender.state).toMatchObject({ phase: "ended", lost: 10 });
    expect(lost).toEqual(Array(10).fill(1));
    await untilTrue(() => heard.length === 2500);
    expect(heard).toEqual([...samples(0, 2000), ...samples(2500, 500)]);
  });

  test("is not sent any more once the run is over", async () => {
    const run = await start("listening");
    const { sender } = createSender(run, "mic", "sound");
    void sender.push(samples(0, 10));
    await untilTrue(() => heard.length === 10);
    await server.house.runs.cancel(run.id, run.key);
    void sender.push(samples(10, 10));
    await untilTrue(() => sender.state.phase === "closed");
    expect(sender.state.problem).toMatchObject({ code: "RUN_OVER" });
    await sender.end();
  });

  test("is not sent with another run's key", async () => {
    const run = await start("listening");
    const { sender } = createSender({ ...run, key: "x" }, "mic", "sound");
    await sender.end();
    expect(sender.state.problem).toMatchObject({ code: "WRONG_KEY" });
  });

  test("goes on from a page that was loaded anew", async () => {
    const run = await start("listening");
    const before = createSender(run, "mic", "sound").sender;
    void before.push(samples(0, 10));
    await untilTrue(() => heard.length === 10);
    before.dispose();
    const { sender } = createSender(run, "mic", "sound");
    void sender.push(samples(10, 10));
    await sender.end();
    await untilTrue(() => heard.length === 20);
    expect(heard).toEqual(to(20));
  });

  test("a sender that is disposed of says nothing more", async () => {
    const run = await start("listening");
    const { sender, states } = createSender(run, "mic", "sound");
    void sender.push(samples(0, 10));
    sender.dispose();
    await sender.end();
    expect(states).toEqual([]);
    expect(await statusOf(run)).not.toBe("DONE");
  });
});

test("of the camera the newest comes", async () => {
  shut();
  const run = await start("watching");
  const { sender } = createSender(run, "camera", "camera");
  void sender.push(await picture(1));
  await untilTrue(() => seen.length === 1);
  for (let width = 2; width <= 30; width++) void sender.push(await picture(width));
  await sender.end();
  open();
  await untilTrue(() => seen.length === 2);
  expect(seen[1]?.width).toBe(30);
  expect(sender.state.lost + sender.state.dropped).toBe(28);
});

test("of a video file each frame comes, at its time, and its source waits", async () => {
  const run = await start("watching");
  const { sender } = createSender(run, "camera", "frames");
  for (let width = 1; width <= 12; width++) {
    await sender.push(await picture(width), width / 10);
  }
  await sender.end();
  await untilTrue(() => seen.length === 12);
  expect(seen).toEqual(to(12).map((at) => ({ width: at + 1, time: (at + 1) / 10 })));
  expect(sender.state).toMatchObject({ lost: 0, dropped: 0 });
});

test("of a control the newest comes, and nothing before it is moved", async () => {
  const run = await start("moving");
  const { sender } = createSender(run, "tempo", "control");
  await new Promise(setImmediate);
  expect(server.requests).toEqual([]);
  for (let tempo = 0; tempo <= 500; tempo++) void sender.push(tempo);
  await untilTrue(() => tempos.at(-1) === 500);
  expect(tempos.length).toBeLessThan(20);
  expect(sender.state.lost).toBe(0);
  await sender.end();
});
