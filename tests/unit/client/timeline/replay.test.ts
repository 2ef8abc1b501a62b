import { describe, expect, test } from "@jest/globals";
import { pausesOf } from "../../../../lib/client/timeline/pauses";
import { createReplayClock, type Rate } from "../../../../lib/client/timeline/replay-clock";

describe("long pauses", () => {
  test("are those of more than two seconds between two things that happened", () => {
    expect(pausesOf([0, 1000, 3000, 5001, 12_000])).toEqual([
      { from: 3000, to: 5001 },
      { from: 5001, to: 12_000 },
    ]);
    expect(pausesOf([])).toEqual([]);
  });

  test("are none while a sound is heard", () => {
    expect(pausesOf([0, 10_000], [[0, 9000]])).toEqual([]);
    expect(
      pausesOf(
        [0, 20_000],
        [
          [8000, 12_000],
          [1000, 5000],
        ],
      ),
    ).toEqual([
      { from: 5000, to: 8000 },
      { from: 12_000, to: 20_000 },
    ]);
  });
});

describe("the clock of a replay", () => {
  let time = 0;
  const clockOf = (rate: Rate, pauses = [{ from: 1000, to: 11_000 }]) =>
    createReplayClock({ pauses, rate, now: () => time });
  const later = (clock: ReturnType<typeof clockOf>, ms: number) => {
    time += ms;
    return clock.position();
  };

  test("runs as time does, and over a long pause in two seconds", () => {
    const clock = clockOf(1);
    clock.start(0);
    expect(later(clock, 500)).toBe(500);
    expect(later(clock, 500)).toBe(1000);
    expect(later(clock, 1000)).toBe(6000);
    expect(later(clock, 1000)).toBe(11_000);
    expect(later(clock, 250)).toBe(11_250);
  });

  test.each([2, 4] as const)("runs %i times as fast, in pauses too", (rate) => {
    const clock = clockOf(rate);
    clock.start(0);
    expect(later(clock, 1000 / rate)).toBe(1000);
    expect(later(clock, 2000 / rate)).toBe(11_000);
    expect(later(clock, 100)).toBe(11_000 + 100 * rate);
  });

  test("begins anywhere, in the midst of a pause too, and changes its rate where it is", () => {
    const clock = clockOf(1);
    clock.start(6000);
    expect(clock.position()).toBe(6000);
    expect(later(clock, 1000)).toBe(11_000);
    clock.start(500);
    expect(later(clock, 100)).toBe(600);
    clock.setRate(4);
    expect(clock.position()).toBe(600);
    expect(later(clock, 50)).toBe(800);
  });

  test("never goes back, through several pauses", () => {
    const clock = clockOf(2, [
      { from: 100, to: 5000 },
      { from: 5000, to: 9000 },
      { from: 20_000, to: 23_000 },
    ]);
    clock.start(0);
    let before = 0;
    for (let step = 0; step < 200; step++) {
      const position = later(clock, 100);
      expect(position).toBeGreaterThan(before);
      before = position;
    }
    expect(before).toBe(20_000 * 2 + 2900 + 2000 + 1000);
  });
});
