import { createHook } from "node:async_hooks";
import { getEventListeners } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, jest, test } from "@jest/globals";
import { defineDemo, image, number } from "yieldcast";
import type { RunContext } from "@/lib/demo/context";
import { createHouse } from "@/lib/house";
import type { Wants } from "@/lib/run/wants";
import { readSettings } from "@/lib/settings";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

const wants: Wants = {
  outputs: new Set(["count", "picture"]),
  yields: true,
  run: true,
  status: true,
  progress: true,
  notices: true,
  position: true,
  viewers: true,
};

const ways = ["watched", "returned", "lost", "deaf"] as const;

test("of 1,000 runs, half of them abandoned, nothing is left after their time", async () => {
  const warn = jest.spyOn(console, "warn").mockImplementation(() => {});
  const held: { what: string; ref: WeakRef<object> }[] = [];
  const hold = (what: string, object: object) => held.push({ what, ref: new WeakRef(object) });

  async function* generate({ way }: { way: string }, { signal, sleep, progress }: RunContext) {
    signal.addEventListener("abort", () => {});
    for (let count = 0; way !== "watched" || count < 3; count++) {
      progress(count);
      yield { count, picture: { data: new Uint8Array(300), width: 10, height: 10 } };
      if (way === "deaf") await new Promise(() => {});
      await sleep(5);
    }
  }
  const demo = defineDemo({
    outputs: { count: number({ integer: true }), picture: image() },
    run(inputs, context) {
      const generator = generate(inputs as { way: string }, context);
      hold("generator", generator);
      hold("signal", context.signal);
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
      YIELDCAST_GRACE_SECONDS: "1",
      YIELDCAST_KEEP_SECONDS: "1",
      YIELDCAST_CONCURRENCY: "400",
    }),
    loaders: { "../demos/leaky.ts": async () => ({ default: demo }) },
    watch: false,
  });
  const checked = (await house.catalogue()).demos.get("leaky");
  if (!checked) throw new Error("The demo has faults.");
  const connection = new AbortController();
  const ids: string[] = [];

  await Promise.all(
    Array.from({ length: 1000 }, async (_, at) => {
      // Half are watched to their end; the others are left in one of three ways.
      const way = at % 2 === 0 ? "watched" : (ways[1 + (at % 3)] ?? "lost");
      const record = await house.runs.start(checked, { values: { way }, uploads: {} });
      ids.push(record.id);
      const lost = new AbortController();
      const viewer = await house.runs.follow(record, {
        delivery: at % 4 < 2 ? "EVERY" : "LATEST",
        wants,
        signal: way === "watched" ? connection.signal : lost.signal,
      });
      hold("record", record);
      hold("viewer", viewer);
      if (way === "watched") {
        for await (const _event of viewer);
        return;
      }
      await viewer.next();
      if (way === "returned") await viewer.return?.();
      else lost.abort();
    }),
  );
  expect(ids).toHaveLength(1000);

  // The grace period, the keep time, and five seconds until deaf generators have been named.
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
  expect(getEventListeners(connection.signal, "abort")).toEqual([]);
  expect(held.length).toBeGreaterThan(3500);
  expect(warn.mock.calls.length).toBeGreaterThan(100);
  warn.mockRestore();
  await house[Symbol.asyncDispose]();
});
