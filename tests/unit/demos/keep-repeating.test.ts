import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { writeWav } from "@/lib/media/sound/wav-header";
import { readWavLayout } from "@/lib/media/wav-layout";
import { type DemoRun, runDemo } from "./run-demo";

const folder = mkdtempSync(path.join(tmpdir(), "yieldcast-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Ten times, one behind the other without a hole, and half a second apart. */
async function expectRepeated(run: DemoRun) {
  const done = await run.reaches();
  expect(done.run).toMatchObject({ status: "DONE", progress: { value: 10, total: 10 } });
  const chunks = await run.chunks("repeated");
  expect(chunks.length).toBeGreaterThanOrEqual(10);
  let clock = 0;
  for (const { chunk } of chunks) {
    expect(chunk.start).toBeCloseTo(clock, 3);
    clock += chunk.duration;
  }
  const yields = (await run.entries()).filter(({ outputs }) => outputs?.repeated);
  const apart = yields.slice(1, 10).map(({ at }, nth) => at - (yields[nth]?.at ?? 0));
  expect(Math.min(...apart)).toBeGreaterThan(400);
  return { chunks, seconds: clock };
}

test("keep-repeating-audio plays what was recorded ten times, to the sample", async () => {
  const samples = Int16Array.from({ length: 14_400 }, (_, at) => 9000 * Math.sin(at / 17));
  const data = new Uint8Array(samples.buffer);
  const clip = path.join(folder, "clip.wav");
  writeFileSync(clip, writeWav({ encoding: "int", bits: 16, rate: 48_000, channels: 1 }, data));
  await using run = await runDemo("keep-repeating-audio", {}, { clip });
  const { chunks, seconds } = await expectRepeated(run);
  expect(seconds).toBeCloseTo(3, 6);
  const played = chunks.map(({ data }) => {
    const { start, end } = readWavLayout(data);
    return data.subarray(start, end);
  });
  expect(Buffer.concat(played).equals(Buffer.concat(Array(10).fill(data)))).toBe(true);
});

test("keep-repeating-video shows what was recorded ten times", async () => {
  const clip = path.resolve("tests/fixtures/media/part-0.mp4");
  await using run = await runDemo("keep-repeating-video", {}, { clip });
  const { chunks, seconds } = await expectRepeated(run);
  expect(new Set(chunks.map(({ chunk }) => chunk.init)).size).toBe(1);
  expect(seconds).toBeCloseTo(10, 1);
});
