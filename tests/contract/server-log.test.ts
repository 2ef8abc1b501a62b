import { readFile } from "node:fs/promises";
import { expect } from "@jest/globals";
import { collectData } from "./collect";
import { testOwn, waitForSharedLog } from "./own-site";
import { ask } from "./query";
import { transports } from "./transport";

const [first] = transports;
if (!first) throw new Error("There is no transport.");
const { subscribe } = first;

testOwn("the server's log names a run whose generator is still alive after its time", async () => {
  const data = await collectData(
    subscribe<{ timed: { run: { id: string } } }>(
      "subscription { timed(deaf: true) { run { id status } } }",
    ),
  );
  const id = data[0]?.timed.run.id;
  const began = performance.now();
  await waitForSharedLog(
    new RegExp(`run ${id} of the demo "timed" .*generator is still alive.*signal`),
    60_000,
  );
  // Nothing has waited for it meanwhile: its place was free before.
  expect(await ask('{ demo(name: "timed") { running } }')).toBeTruthy();
  expect(performance.now() - began).toBeLessThan(10_000);
});

testOwn("the server's log has what a masked failure was, under the id of its run", async () => {
  const data = await collectData(
    subscribe<{ failing: { run: { id: string } } }>(
      "subscription { failing(how: masked) { run { id status } } }",
    ),
  );
  await waitForSharedLog(
    new RegExp(`${data[0]?.failing.run.id}[^]*The password is swordfish`),
    5000,
  );
});

testOwn("a demo's file is imported once, for pages and the API alike", async () => {
  const site = process.env.YIELDCAST_URL;
  const page = await fetch(`${site}/demos/imported`);
  expect(await page.text()).toContain("Imported");
  await collectData(subscribe("subscription { imported { output { delta } } }"));
  await (await fetch(`${site}/embed/imported`)).text();
  const log = await readFile(process.env.YIELDCAST_LOG ?? "", "utf8");
  expect(log.match(/imported\.ts is imported/g)).toHaveLength(1);
});
