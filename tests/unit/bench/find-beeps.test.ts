import { expect, test } from "@jest/globals";
import { findBeeps } from "@/bench/measures/find-beeps";

const rate = 48_000;

/** The sound of tests/fixtures/media/timed, with beeps that begin at these times. */
function film(seconds: number, beeps: readonly number[]): Float32Array {
  return Float32Array.from({ length: seconds * rate }, (_, at) => {
    const time = at / rate;
    const isBeep = beeps.some((begin) => time >= begin && time <= begin + 0.02);
    const beep = isBeep ? 0.25 * Math.sin(2 * Math.PI * 3000 * time) : 0;
    return 0.25 * Math.sin(2 * Math.PI * 440 * time) + beep;
  });
}

test("finds the middle of each beep to a fifth of a millisecond, and none in what lies between", () => {
  const begins = [1, 3.0123, 5.1, 6.9995];
  const found = findBeeps(film(8, begins), rate);
  expect(found).toHaveLength(begins.length);
  for (const [at, begin] of begins.entries()) {
    expect(Math.abs((found[at] ?? 0) - begin - 0.01)).toBeLessThan(0.0002);
  }
  expect(findBeeps(film(3, []), rate)).toEqual([]);
  expect(findBeeps(new Float32Array(rate), rate)).toEqual([]);
});
