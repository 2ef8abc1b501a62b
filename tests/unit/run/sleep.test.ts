import { expect, test } from "@jest/globals";
import { createSleep } from "@/lib/run/sleep";

test("each wait ends in its time; the run's end interrupts all that still wait, and those asked for later", async () => {
  const stop = new AbortController();
  const sleep = createSleep(stop.signal);
  const began = performance.now();
  await Promise.all([sleep(20), sleep(0)]);
  // A timer's clock counts whole milliseconds.
  expect(performance.now() - began).toBeGreaterThanOrEqual(19);
  const long = [sleep(60_000), sleep(60_000)];
  const reason = new Error("stopped");
  stop.abort(reason);
  const aborted = { name: "AbortError", code: "ABORT_ERR", cause: reason };
  for (const each of [...long, sleep(0)]) await expect(each).rejects.toMatchObject(aborted);
});
