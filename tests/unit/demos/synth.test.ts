import { monitorEventLoopDelay } from "node:perf_hooks";
import { expect, test } from "@jest/globals";
import { createBand, sampleRate } from "@/demos/_band";
import { compose, keys, scaleNames, scales } from "@/demos/_composer";
import { inTime } from "../../in-time";
import { floatsOf, joined, largestStep } from "./read-wav";
import { runDemo } from "./run-demo";

const piece = { key: "D", scale: "dorian", seed: 7, bars: 2 } as const;

async function record(tempo: (second: number) => number, more = {}, chunk = 12_000) {
  const band = createBand({ ...piece, ...more });
  const parts: Float32Array[] = [];
  const second = () => (parts.length * chunk) / sampleRate;
  for (;;) {
    const part = await band.play(chunk, () => tempo(second()));
    if (!part) return joined(parts);
    parts.push(part);
  }
}

test("the same seed makes the same piece, whatever the length of its chunks", async () => {
  const one = await record(() => 160);
  const other = await record(() => 160, {}, 4_800);
  const length = Math.min(one.length, other.length);
  expect(Buffer.from(one.buffer, 0, length).equals(Buffer.from(other.buffer, 0, length))).toBe(
    true,
  );
  const next = await record(() => 160, { seed: 8 });
  expect(Buffer.from(next.buffer).equals(Buffer.from(one.buffer))).toBe(false);
});

test.each(scaleNames)("each note of a piece in %s is of its scale", (scale) => {
  for (const key of keys) {
    const tonic = keys.indexOf(key);
    for (const bar of compose({ key, scale, seed: tonic, bars: 18 })) {
      for (const { instrument, pitch, step, length } of bar) {
        expect(step).toBeLessThan(16);
        expect(length).toBeGreaterThan(0);
        if (!["pad", "lead"].includes(instrument)) continue;
        expect(scales[scale]).toContain((pitch - tonic + 120) % 12);
        expect(pitch).toBeGreaterThan(40);
        expect(pitch).toBeLessThan(90);
      }
    }
  }
});

test.each([
  ["D", "dorian", 7, 130],
  ["A", "minor", 42, 160],
] as const)(
  "%s %s, seed %d, is neither too loud nor too quiet and does not click",
  async (key, scale, seed, tempo) => {
    const sound = await record(() => tempo, { key, scale, seed, bars: 5 });
    const peak = sound.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    const power = sound.reduce((sum, sample) => sum + sample * sample, 0) / sound.length;
    const mean = sound.reduce((sum, sample) => sum + sample, 0) / sound.length;
    expect(peak).toBeLessThan(0.95);
    expect(10 * Math.log10(power)).toBeGreaterThan(-24);
    expect(Math.abs(mean)).toBeLessThan(1e-3);
    // Where one chunk ends and the next one begins nothing is steeper than a hiss of drums is anyway.
    const joins = Array.from({ length: sound.length / 24_000 - 1 }, (_, nth) => (nth + 1) * 24_000);
    const steps = joins.map((at) => largestStep(sound.subarray(at - 2, at + 2), 2));
    expect(Math.max(...steps)).toBeLessThan(largestStep(sound, 2));
    // It begins and ends in silence.
    expect(Math.abs(sound[0] ?? 1)).toBeLessThan(1e-3);
    expect(largestStep(sound.subarray(-200), 2)).toBeLessThan(1e-3);
  },
);

test("a new tempo is taken from the next sixteenth on", async () => {
  const seconds = async (tempo: (second: number) => number) =>
    (await record(tempo)).length / 2 / sampleRate;
  const [slow, fast] = [await seconds(() => 80), await seconds(() => 160)];
  expect(slow - fast).toBeCloseTo(3, 1); // 8 quarters
  expect(await seconds((second) => (second < 1.5 ? 80 : 160))).toBeCloseTo(fast + 0.75, 0.5);
});

test("it plays ahead of the listener by little more than a second, and does not stall others", async () => {
  await record(() => 160, { bars: 1 }); // compiled by now, as on a server that has played before
  const play = async () => {
    const delays = monitorEventLoopDelay({ resolution: 1 });
    await using run = await runDemo("synth", { bars: 4 });
    const begun = performance.now();
    await run.reaches(({ yields }) => yields >= 4);
    delays.enable();
    await run.feed("tempo", { value: 150 });
    const { outputs } = await run.reaches(({ yields }) => yields >= 10);
    delays.disable();
    const elapsed = (performance.now() - begun) / 1000;
    const { chunks } = outputs.music as { chunks: readonly { start: number; duration: number }[] };
    const ahead = chunks.reduce((sum, { duration }) => sum + duration, 0) - elapsed;
    expect(ahead).toBeLessThan(1.5);
    const texts = (await run.entries()).flatMap(({ progress }) => progress?.text ?? []);
    expect(texts[0]).toBe("Bar 1 of 4 at 92");
    expect(texts.at(-1)).toMatch(/at 150$/);
    await run.cancel();
    expect((await run.reaches()).run.status).toBe("CANCELLED");
    const [first] = await run.chunks("music");
    expect(first?.chunk).toMatchObject({ type: "audio/wav", start: 0, duration: 1 });
    expect(floatsOf(first?.data ?? new Uint8Array()).length).toBe(96_000);
    return { ahead, delay: delays.percentile(90) / 1e6 };
  };
  await inTime(play, ({ ahead, delay }) => {
    expect(ahead).toBeGreaterThan(0);
    expect(delay).toBeLessThan(10);
  });
});
