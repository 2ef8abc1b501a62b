import { describe, expect, test } from "@jest/globals";
import { filmStrip } from "../../../../lib/client/timeline/film-strip";
import { createHeard } from "../../../../lib/client/timeline/heard";
import { parseInstant, writeInstant } from "../../../../lib/client/timeline/parse-instant";
import { ticks } from "../../../../lib/client/timeline/ticks";

describe("ticks", () => {
  test("are one for each pixel at most, in order, however many times there are", () => {
    const times = Array.from({ length: 100_000 }, (_, at) => at);
    const places = ticks(times, { begin: 0, end: 100_000, pixels: 700 });
    expect(places).toHaveLength(701);
    expect(places).toEqual([...new Set(places)].sort((one, two) => one - two));
  });

  test("leave out what lies beside the bar", () => {
    const scale = { begin: 100, end: 200, pixels: 10 };
    expect(ticks([0, 50, 100, 101, 150, 200, 300], scale)).toEqual([0, 5, 10]);
    expect(ticks([1], { begin: 0, end: 0, pixels: 10 })).toEqual([]);
    expect(ticks([1], { begin: 0, end: 9, pixels: 0 })).toEqual([]);
  });
});

describe("the pictures that fit", () => {
  test("are all while there is room", () => {
    expect(filmStrip(3, { room: 5, over: false })).toEqual([0, 1, 2]);
  });

  test("seldom change while more come, and never are too many", () => {
    const seen = new Set<number>();
    for (let count = 1; count <= 5000; count++) {
      const places = filmStrip(count, { room: 8, over: false });
      expect(places.length).toBeLessThanOrEqual(8);
      expect(places.length).toBeGreaterThan(Math.min(count, 8) / 2);
      for (const place of places) seen.add(place);
    }
    // So many are fetched of 5,000.
    expect(seen.size).toBeLessThan(60);
  });

  test("fill the strip from the first to the last in the end", () => {
    const places = filmStrip(5000, { room: 8, over: true });
    expect(places).toHaveLength(8);
    expect(places[0]).toBe(0);
    expect(places.at(-1)).toBe(4999);
    expect(filmStrip(9, { room: 1, over: true })).toEqual([8]);
    expect(filmStrip(9, { room: 0, over: true })).toEqual([]);
  });
});

describe("what was heard at an instant", () => {
  const chunk = (start: number, duration: number) => ({ start, duration }) as never;

  test("is what a listener heard who was there: early chunks wait, late ones are waited for", () => {
    const heard = createHeard();
    heard.add(1000, [chunk(0, 1)], false);
    heard.add(1100, [chunk(1, 1)], false);
    heard.add(5000, [chunk(2, 1)], false);
    expect(heard.at(999)).toBeUndefined();
    expect(heard.at(1500)).toEqual({ seconds: 0.5, waits: false });
    expect(heard.at(2500)).toEqual({ seconds: 1.5, waits: false });
    expect(heard.at(4000)).toEqual({ seconds: 2, waits: true });
    expect(heard.at(5250)).toEqual({ seconds: 2.25, waits: false });
    expect(heard.at(60_000)).toEqual({ seconds: 3, waits: false });
    expect(heard.spans).toEqual([
      [1000, 3000],
      [5000, 6000],
    ]);
  });

  test("is about the newest where older chunks were merged into a state", () => {
    const heard = createHeard();
    heard.add(9000, [chunk(0, 4), chunk(4, 1)], true);
    expect(heard.at(9000)).toEqual({ seconds: 4, waits: false });
    expect(heard.at(9500)).toEqual({ seconds: 4.5, waits: false });
  });
});

describe("the instant that an address asks for", () => {
  test.each([
    ["12.3", 12.3],
    ["0", 0],
    ["7s", 7],
  ])("is seconds: %s", (given, seconds) => {
    expect(parseInstant(given)).toEqual({ elapsedMs: seconds * 1000 });
  });

  test.each(["-1", "NaN", "Infinity", "1e9", "1:30", "<b>", " 1", "9".repeat(400)])(
    "is left out in words where it is none: %s",
    (given) => {
      const asked = parseInstant(given);
      expect(asked).toEqual({ fault: expect.stringMatching(/is no time in seconds/) });
      expect(JSON.stringify(asked).length).toBeLessThan(120);
    },
  );

  test("is none where nothing is said", () => {
    expect(parseInstant(undefined)).toBeUndefined();
    expect(parseInstant("")).toBeUndefined();
  });

  test("is the very one that was written", () => {
    for (let elapsedMs = 0; elapsedMs < 20_000; elapsedMs++) {
      const asked = parseInstant(writeInstant(elapsedMs).slice("t=".length));
      if (!asked || !("elapsedMs" in asked) || asked.elapsedMs !== elapsedMs) {
        throw new Error(`${elapsedMs} ms came back as ${JSON.stringify(asked)}`);
      }
    }
  });
});
