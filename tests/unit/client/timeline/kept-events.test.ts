import { describe, expect, test } from "@jest/globals";
import { type JoinedText, joinText } from "../../../../app/_ui/kinds/text/joined-text";
import { type JoinedChunks, joinChunks } from "../../../../lib/client/players/joined-chunks";
import {
  createKeptEvents,
  type KeptEventsOptions,
} from "../../../../lib/client/timeline/kept-events";
import { logEvent, words } from "./log-events";

const make = (options: Partial<KeptEventsOptions> = {}) =>
  createKeptEvents({
    kinds: new Map([
      ["said", "text"],
      ["sound", "audio"],
    ]),
    reducers: { text: joinText as never, audio: joinChunks as never },
    ...options,
  });

const said = (moment: { outputs: { [name: string]: unknown } } | undefined) =>
  (moment?.outputs.said as JoinedText | undefined)?.text;
const textTo = (count: number) => Array.from({ length: count }, (_, at) => `${at} `).join("");

describe("the events of a log", () => {
  test("give the run as it was at any instant, forwards, backwards and at random", () => {
    const events = make({ spacing: 8 });
    events.append(words(500));
    const places = [0, 499, 3, 250, 249, 251, 8, 7, 9, 16, 488];
    for (let at = 499; at > 0; at -= 37) places.push(at);
    for (const place of places) {
      const moment = events.momentAt(place * 10 + 5);
      expect(moment).toMatchObject({ seq: place + 1, yields: place + 1, elapsedMs: place * 10 });
      expect(said(moment)).toBe(textTo(place + 1));
      expect(moment?.outputs.count).toBe(place);
    }
    expect(said(events.momentAt(-1))).toBe("0 ");
    expect(said(events.momentAt(1e9))).toBe(textTo(500));
  });

  test("leave each value as it was, so that an older one can be shown again", () => {
    const events = make({ spacing: 4 });
    events.append(words(40));
    const early = events.momentAt(100);
    const text = said(early);
    events.momentAt(390);
    events.append(words(60).slice(40));
    events.momentAt(590);
    expect(said(early)).toBe(text);
    expect(events.momentAt(100)?.outputs).toEqual(early?.outputs);
  });

  test("keep a value the same where it has not changed, going forwards", () => {
    const events = make();
    const picture = { url: "/a" };
    events.append([
      logEvent(1, 0, { picture }),
      logEvent(2, 5, { count: 1 }),
      logEvent(3, 9, { count: 2 }),
    ]);
    expect(events.momentAt(4)?.outputs.picture).toBe(picture);
    expect(events.momentAt(9)?.outputs.picture).toBe(picture);
  });

  test("tell yields of one instant apart", () => {
    const events = make();
    events.append([0, 1, 2].map((at) => logEvent(at + 1, 7, { count: at })));
    expect([1, 2, 3, 4].map((yields) => events.momentOfYield(yields)?.outputs.count)).toEqual([
      0, 1, 2, 2,
    ]);
  });

  test("find a yield's own entry, not the notice or progress behind it", () => {
    const events = make();
    events.append([
      logEvent(1, 0),
      logEvent(2, 10, { count: 1 }),
      logEvent(3, 20),
      logEvent(4, 30, { count: 2 }),
    ]);
    expect(events.momentOfYield(1)?.seq).toBe(2);
    expect(events.momentOfYield(2)?.seq).toBe(4);
    expect(events.yieldTimes).toEqual([10, 30]);
  });

  test("leave out what came already, when a page is sent twice", () => {
    const events = make();
    events.append(words(10));
    events.append(words(12));
    expect(said(events.last as never)).toBe(textTo(12));
    expect(events.yieldTimes).toHaveLength(12);
  });

  test("begin at a state where the server has folded the oldest away, and say so", () => {
    const events = make();
    const state = { said: { delta: textTo(950), reset: true }, count: 949 };
    events.append([
      logEvent(950, 9490, state, { yields: 950 }),
      logEvent(951, 9500, { said: { delta: "950 ", reset: false } }),
    ]);
    expect(events.folded).toBe(true);
    expect(events.first).toMatchObject({ yields: 950, elapsedMs: 9490 });
    expect(events.momentOfYield(3)?.yields).toBe(950);
    expect(said(events.momentAt(9500))).toBe(textTo(951));
  });

  test("take a state in their midst for all before it: it was folded while nobody looked", () => {
    const events = make();
    events.append(words(10));
    events.append([
      logEvent(500, 5000, { said: { delta: textTo(490), reset: true } }, { yields: 490 }),
    ]);
    expect(events.last).toMatchObject({ yields: 490 });
    expect(said(events.last as never)).toBe(textTo(490));
    expect(said(events.momentAt(95))).toBe(textTo(10));
  });

  test("join chunks of sound at any instant without touching those of another", () => {
    const events = make({ spacing: 4 });
    const chunk = (index: number) => ({ index, url: `/${index}`, start: index, duration: 1 });
    events.append(
      Array.from({ length: 20 }, (_, at) =>
        logEvent(at + 1, at * 10, {
          sound: { chunks: [chunk(at)], reset: at === 0, playlist: null, file: null },
        }),
      ),
    );
    const heard = (ms: number) => {
      const sound = events.momentAt(ms)?.outputs.sound as JoinedChunks | undefined;
      return sound?.list.slice(0, sound.count).map(({ index }) => index);
    };
    const upTo = (count: number) => Array.from({ length: count }, (_, at) => at);
    for (const at of [19, 2, 12, 3, 11, 0, 19]) expect(heard(at * 10)).toEqual(upTo(at + 1));
  });
});

describe("a run of 100,000 yields", () => {
  test("keeps few checkpoints and gives any moment in a few milliseconds", () => {
    const events = make();
    const all = words(100_000, () => "word ");
    for (let at = 0; at < all.length; at += 1000) events.append(all.slice(at, at + 1000));
    expect(events.checkpoints).toBeLessThanOrEqual(65);
    let longest = 0;
    for (let place = 99_999; place > 0; place -= 4321) {
      // Of the processor, which other tests want too.
      const began = process.cpuUsage();
      const moment = events.momentAt(place * 10);
      longest = Math.max(longest, process.cpuUsage(began).user / 1000);
      expect(moment?.yields).toBe(place + 1);
      expect(said(moment)?.length).toBe((place + 1) * 5);
    }
    expect(longest).toBeLessThan(50);
  });

  test("beyond its bytes its older half is folded away, and the rest is right", () => {
    const events = make({ maxBytes: 2 ** 20 });
    events.append(words(10_000));
    expect(events.folded).toBe(true);
    const first = events.first?.yields ?? 0;
    expect(first).toBeGreaterThan(5000);
    for (const place of [first, first + 100, 9999, 9000]) {
      expect(said(events.momentOfYield(place))).toBe(textTo(place));
    }
    expect(said(events.momentAt(0))).toBe(textTo(first));
    expect(events.yieldTimes.length).toBe(10_000 - first + 1);
  });
});
