import { describe, expect, it } from "@jest/globals";
import { createResampler } from "../../../../lib/client/recording/resample";

const sine = (rate: number, length: number) =>
  Float32Array.from({ length }, (_, at) => Math.sin((2 * Math.PI * 440 * at) / rate));

describe("createResampler", () => {
  it.each([
    [48_000, 16_000],
    [44_100, 16_000],
    [16_000, 48_000],
  ])("makes the same sound of %i Hz at %i Hz, without a seam at its blocks", (from, to) => {
    const whole = sine(from, from);
    const next = createResampler(from, to);
    const made: number[] = [];
    for (let at = 0; at < whole.length; at += 1000) made.push(...next(whole.slice(at, at + 1000)));
    // All but what lies within the filter's reach of the end.
    expect(made.length).toBeGreaterThan(to * 0.995);
    expect(made.length).toBeLessThanOrEqual(to);
    const wanted = sine(to, made.length);
    const apart = made.map((sample, at) => Math.abs(sample - (wanted[at] ?? 0)));
    // The first samples have silence behind them.
    expect(Math.max(...apart.slice(100))).toBeLessThan(0.002);
  });
});
