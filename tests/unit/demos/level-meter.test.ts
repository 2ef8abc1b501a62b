import { expect, test } from "@jest/globals";
import { soundWindows } from "@/demos/_sound-windows";
import { decibels, spectrumOf } from "@/demos/_spectrum";
import { runDemo } from "./run-demo";

const sampleRate = 32_000;
const bands = { sampleRate, bands: 60, from: 50, to: 15_000 };

function sine(hertz: number, amplitude: number, seconds: number): Int16Array {
  return Int16Array.from(
    { length: seconds * sampleRate },
    (_, at) => 32_767 * amplitude * Math.sin((2 * Math.PI * hertz * at) / sampleRate),
  );
}

test.each([100, 440, 1000, 7000, 14_000])("a sine of %d Hz stands out in its band", (hertz) => {
  const samples = Float32Array.from(sine(hertz, 0.5, 0.128), (sample) => sample / 32_768);
  const levels = spectrumOf(samples, bands);
  const loudest = levels.indexOf(Math.max(...levels));
  const band = Math.floor((60 * Math.log(hertz / 50)) / Math.log(300));
  expect(Math.abs(loudest - band)).toBeLessThanOrEqual(1);
  expect(levels[loudest]).toBeGreaterThan(-8); // half of full scale is -6 dB
  expect(levels[loudest]).toBeLessThan(-5.5);
  expect(levels.filter((_, at) => Math.abs(at - loudest) > 12).every((each) => each < -50)).toBe(
    true,
  );
});

test("silence is told as -100 dB", () => {
  expect(decibels(0)).toBe(-100);
  expect(decibels(1)).toBe(0);
});

test("windows are the same however the sound was cut", async () => {
  const sound = Int16Array.from({ length: 1000 }, (_, at) => at);
  async function lastOf(cut: number) {
    async function* pieces() {
      for (let at = 0; at < sound.length; at += cut) {
        const pcm = sound.subarray(at, at + cut);
        yield { pcm, sampleRate, channels: 1, start: at / sampleRate };
      }
    }
    const ends: number[] = [];
    for await (const window of soundWindows(pieces(), 256, 100)) {
      ends.push(Math.round((window[0] ?? 0) * 32_768), Math.round((window.at(-1) ?? 0) * 32_768));
    }
    return ends;
  }
  const whole = await lastOf(1000);
  expect(whole.length).toBe(20);
  expect(whole.slice(-2)).toEqual([744, 999]);
  for (const cut of [1, 7, 100, 333]) expect(await lastOf(cut)).toEqual(whole);
});

test("it tells the level, the peak and the spectrum twenty times a second", async () => {
  await using run = await runDemo("level-meter");
  const bytes = new Uint8Array(sine(1000, 0.5, 0.5).buffer);
  for (let at = 0; at < bytes.length; at += 6400) {
    await run.feed("mic", { bytes: bytes.slice(at, at + 6400) });
  }
  await run.feed("mic", { end: true });
  const done = await run.reaches();
  expect(done).toMatchObject({ yields: 10, run: { status: "DONE" } });
  expect(done.outputs).toMatchObject({
    level: { value: -9 }, // of a sine 3 dB below its peak
    peak: { value: -6 },
    spectrum: { width: 360, height: 360 },
  });
});
