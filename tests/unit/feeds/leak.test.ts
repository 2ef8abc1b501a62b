import { createHook } from "node:async_hooks";
import { setTimeout as delay } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "@jest/globals";
import { audioStream, defineDemo, imageStream, number, type RunContext, slider } from "yieldcast";
import { createHouse } from "@/lib/house";
import type { AudioInputStream } from "@/lib/kinds/audio-stream";
import type { ImageInputStream } from "@/lib/kinds/image-stream";
import type { LiveValue } from "@/lib/kinds/live-value";
import { readSettings } from "@/lib/settings";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

interface Fed {
  mic: AudioInputStream;
  camera: ImageInputStream;
  tempo: LiveValue<number>;
}

test("of 1,000 runs that were fed, however they ended, nothing is left after their time", async () => {
  const held: { what: string; ref: WeakRef<object> }[] = [];
  const hold = (what: string, object: object) => held.push({ what, ref: new WeakRef(object) });

  async function* generate({ mic, camera, tempo }: Fed, { sleep }: RunContext) {
    // One demo in three takes nothing, so that a push waits for room.
    if (tempo.value === 2) await sleep(60_000);
    if (tempo.value === 1) void camera[Symbol.asyncIterator]().next();
    if (tempo.value === 1) void tempo[Symbol.asyncIterator]().next();
    for await (const { pcm } of mic) {
      hold("samples", pcm);
      yield { count: pcm.length };
    }
  }
  const demo = defineDemo({
    inputs: {
      mic: audioStream(),
      camera: imageStream(),
      tempo: slider({ min: 0, max: 2, streaming: true }),
    },
    outputs: { count: number({ integer: true }) },
    run(inputs, context) {
      for (const [what, given] of Object.entries(inputs)) hold(what, given);
      const generator = generate(inputs, context);
      hold("generator", generator);
      return generator;
    },
  });

  const timers = new Set<number>();
  const hook = createHook({
    init(id, type) {
      if (type === "Timeout") timers.add(id);
    },
    destroy: (id) => void timers.delete(id),
  }).enable();

  const house = createHouse({
    settings: readSettings({
      YIELDCAST_KEEP_SECONDS: "1",
      YIELDCAST_CONCURRENCY: "1000",
      YIELDCAST_MAX_FEED_BYTES: "1024",
    }),
    loaders: { "../demos/leaky.ts": async () => ({ default: demo }) },
    watch: false,
  });
  const checked = (await house.catalogue()).demos.get("leaky");
  if (!checked) throw new Error("The demo has faults.");
  const ids: string[] = [];
  const codes = new Map<string, number>();

  await Promise.all(
    Array.from({ length: 1000 }, async (_, at) => {
      const values = { tempo: at % 3 };
      const record = await house.runs.start(checked, { values, uploads: {} });
      ids.push(record.id);
      const feed = await house.runs.feedOf(record.id, record.key, "mic");
      const tempo = await house.runs.feedOf(record.id, record.key, "tempo");
      const piece = () => ({ bytes: new Uint8Array(1000) });
      await feed.push(0, piece());
      // Of those that take nothing, this one waits until the run is stopped.
      const second = feed.push(1, piece()).catch((error: { code: string }) => {
        codes.set(error.code, (codes.get(error.code) ?? 0) + 1);
      });
      await tempo.push(0, { value: 1 });
      if (at % 3 === 0) {
        await second;
        await feed.push(2, { end: true });
      } else {
        if (at % 3 === 1) await second;
        await house.runs.cancel(record.id, record.key);
        await second;
      }
    }),
  );

  const deadline = Date.now() + 20_000;
  const left = async () => {
    await delay(100);
    // The test's own timer has come to its end only after this turn.
    await new Promise(setImmediate);
    collect();
    const alive: Record<string, number> = {};
    for (const { what, ref } of held) if (ref.deref()) alive[what] = (alive[what] ?? 0) + 1;
    let logs = 0;
    for (const id of ids) if (await house.logs.record(id)) logs++;
    return { alive, logs, timers: timers.size, running: house.runs.running("leaky") };
  };
  const nothing = { alive: {}, logs: 0, timers: 0, running: 0 };
  let now = await left();
  while (JSON.stringify(now) !== JSON.stringify(nothing) && Date.now() < deadline)
    now = await left();
  hook.disable();
  expect(now).toEqual(nothing);
  expect(codes).toEqual(new Map([["RUN_OVER", 333]]));
  expect(held.length).toBeGreaterThan(4000);
  await house[Symbol.asyncDispose]();
});
