import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "@jest/globals";
import { createNewestSteps } from "@/lib/run/newest-steps";
import { createViewer } from "@/lib/run/viewer";
import type { Wants } from "@/lib/run/wants";
import { createLog, text } from "./log-of";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

const wants: Wants = {
  outputs: new Set(["out"]),
  yields: true,
  run: true,
  status: true,
  progress: false,
  notices: false,
  position: false,
  viewers: false,
};

test("a viewer that stands still holds little of what the log has folded away", async () => {
  const { logs, record, append } = await createLog({ maxEntries: 400 });
  const entries: WeakRef<object>[] = [];
  const yieldSome = async (times: number) => {
    for (let at = 0; at < times; at++) {
      const out = text(`${entries.length} `, true);
      entries.push(new WeakRef(out));
      await append({ outputs: { out } });
    }
  };
  await append({ status: "RUNNING" });
  await yieldSome(390);
  const viewer = createViewer({
    record,
    logs,
    newest: createNewestSteps(),
    delivery: "EVERY",
    wants,
    owner: false,
    after: undefined,
    maxEventBytes: 2 ** 20,
    presence: () => ({ place: undefined, viewers: 1 }),
    onLeave: () => {},
  });
  await viewer.next();
  await yieldSome(1000);
  await append({ status: "DONE" });
  await new Promise(setImmediate);
  collect();
  const held = entries.slice(0, 390).filter((entry) => entry.deref());
  expect(held.length).toBeLessThanOrEqual(40);
  // It goes on where it stood, then at the state, and misses nothing of what is kept.
  let last = "";
  let yields = 0;
  for await (const { outputs, yields: some } of viewer) {
    if (outputs.out?.kind === "text") last = outputs.out.delta;
    yields = Math.max(yields, some);
  }
  expect(last).toBe("1389 ");
  expect(yields).toBeGreaterThan(900);
});
