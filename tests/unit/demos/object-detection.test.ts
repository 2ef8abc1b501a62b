import { readFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { expect, test } from "@jest/globals";
import sharp from "sharp";
import type { FoundObject } from "@/demos/_detector-worker.mjs";
import type { LoggedImage } from "@/lib/kinds/image/output";
import type { LoggedJson } from "@/lib/kinds/json/output";
import type { LoggedNumber } from "@/lib/kinds/number";
import { writeMediaAddress } from "@/lib/media/media-address";
import { runDemo } from "./run-demo";

const photo = (name: string) => readFileSync(`tests/fixtures/media/photos/${name}.jpg`);

test("it finds the person, the cat and the cup, in their order and at their times, and stalls nobody", async () => {
  await using run = await runDemo("object-detection");
  const delays = monitorEventLoopDelay({ resolution: 1 });
  const photos = ["astronaut", "cat", "coffee", "cat"];
  for (const [at, name] of photos.entries()) {
    await run.feed("camera", { bytes: photo(name), time: at * 0.2, wait: true });
    if (at === 0) await run.reaches(({ yields }) => yields === 1); // the model is there
    if (at === 0) delays.enable();
  }
  await run.feed("camera", { end: true });
  const done = await run.reaches();
  delays.disable();
  expect(done.run).toMatchObject({ status: "DONE", error: undefined });

  const yields = (await run.entries()).flatMap(({ outputs }) => (outputs ? [outputs] : []));
  const found = yields.map(({ found, seconds }) => {
    const objects = (found as LoggedJson).value as unknown as FoundObject[];
    const labels = objects.map(({ label }) => label);
    return { seconds: (seconds as LoggedNumber).value, labels, objects };
  });
  expect(found.map(({ labels }) => labels)).toEqual([["person"], ["cat"], ["cup"], ["cat"]]);
  for (const [at, { seconds }] of found.entries()) expect(seconds).toBeCloseTo(at * 0.2, 6);
  expect(done.outputs).toMatchObject({ count: { value: 1 } });

  // Where the cup stands, by eye.
  const { x, y, width, height } = found[2]?.objects[0]?.box ?? { x: 0, y: 0, width: 0, height: 0 };
  for (const [is, should] of [
    [x, 170],
    [y, 15],
    [x + width, 415],
    [y + height, 267],
  ] as const) {
    expect(Math.abs(is - should)).toBeLessThan(20);
  }

  // The picture has its size and, where the box is, its colour.
  const [, , third = {}] = yields;
  const { id, width: wide } = third.picture as LoggedImage;
  expect(wide).toBe(600);
  const [what, format] = ["image", "png"] as const;
  const [quality, unscaled] = [undefined, undefined];
  const address = writeMediaAddress({
    run: run.id,
    ...{ what, id, format, quality, width: unscaled },
  });
  const middle = Math.round(y + height / 2);
  const drawn = await sharp(await run.bytes(address))
    .extract({ left: x, top: middle, width: 1, height: 1 })
    .raw()
    .toBuffer();
  const before = await sharp(photo("coffee"))
    .extract({ left: x, top: middle, width: 1, height: 1 })
    .raw()
    .toBuffer();
  expect(
    Math.hypot(...[0, 1, 2].map((at) => (drawn[at] ?? 0) - (before[at] ?? 0))),
  ).toBeGreaterThan(60);

  expect(delays.percentile(95) / 1e6).toBeLessThan(20);
});

test("a picture that cannot be read fails the run and says so", async () => {
  await using run = await runDemo("object-detection");
  const whole = photo("cat");
  await run.feed("camera", { bytes: whole.subarray(0, whole.length >> 1), time: 0 });
  const { run: over } = await run.reaches();
  expect(over.status).toBe("FAILED");
  expect(over.error?.message).toMatch(/^This picture cannot be looked at: /);
});
