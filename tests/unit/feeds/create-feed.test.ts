import { describe, expect, test } from "@jest/globals";
import type { AudioInputStream, AudioPiece } from "@/lib/kinds/audio-stream";
import { createFeed } from "@/lib/run/feeds/create-feed";
import { createFeedBudget, type FeedBudget } from "@/lib/run/feeds/feed-budget";
import { createSoundIntake } from "@/lib/run/feeds/sound-intake";

interface Settings {
  maxBytes?: number;
  idleSeconds?: number;
  patience?: number;
  budget?: FeedBudget;
}

function createMic({
  maxBytes = 1000,
  idleSeconds = 60,
  patience = 60_000,
  budget = createFeedBudget(1e6),
}: Settings = {}) {
  const options = { sampleRate: 10, channels: 1 } as const;
  const feed = createFeed({
    name: "mic",
    idleSeconds,
    patience,
    intake: (onTaken) => createSoundIntake({ name: "mic", options, maxBytes, budget, onTaken }),
  });
  return { feed, mic: feed.given as AudioInputStream };
}

/** A piece of so many samples, the first of which says which it is. */
const sound = (first: number, samples = 1) => {
  const pcm = new Int16Array(samples).fill(first);
  return { bytes: new Uint8Array(pcm.buffer) };
};

const firsts = async (mic: AsyncIterable<AudioPiece>) => {
  const all: (number | undefined)[] = [];
  for await (const { pcm } of mic) all.push(pcm[0]);
  return all;
};

const codeOf = (push: Promise<unknown>) =>
  push.then(
    () => "taken",
    (error: { code?: string }) => error.code,
  );

describe("the order of what is fed", () => {
  test("is that of the indexes; repeats are left out, and gaps are refused", async () => {
    const { feed, mic } = createMic();
    expect(await feed.push(0, sound(10))).toMatchObject({ next: 1 });
    expect(await feed.push(0, sound(99))).toMatchObject({ next: 1 });
    await expect(feed.push(2, sound(12))).rejects.toMatchObject({
      code: "FEED_GAP",
      details: { next: 1 },
      message:
        'The next piece for the input "mic" has index 1; got 2. Send each piece after the answer to the one before.',
    });
    await feed.push(1, { ...sound(11), end: true });
    expect(await firsts(mic)).toEqual([10, 11]);
  });

  test("holds for pieces that are pushed at once", async () => {
    const { feed, mic } = createMic();
    const pushes = Array.from({ length: 10 }, (_, at) => feed.push(at, sound(at)));
    expect((await Promise.all(pushes)).map(({ next }) => next)).toEqual(
      Array.from({ length: 10 }, (_, at) => at + 1),
    );
    await feed.push(10, { end: true });
    expect(await firsts(mic)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test("more than 16 at once are refused, and none of them comes in a wrong place", async () => {
    const { feed, mic } = createMic();
    const codes = await Promise.all(
      Array.from({ length: 200 }, (_, at) => codeOf(feed.push(at, sound(at)))),
    );
    expect(codes.slice(0, 17)).toEqual([...Array(16).fill("taken"), "FEED_FULL"]);
    expect(new Set(codes.slice(17))).toEqual(new Set(["FEED_GAP"]));
    await feed.push(16, { end: true });
    expect(await firsts(mic)).toEqual(Array.from({ length: 16 }, (_, at) => at));
  });

  test("a piece that is not taken may come again, and those behind it must", async () => {
    const { feed, mic } = createMic();
    const codes = await Promise.all([
      codeOf(feed.push(0, sound(0))),
      codeOf(feed.push(1, { bytes: new Uint8Array(3) })),
      codeOf(feed.push(2, sound(2))),
    ]);
    expect(codes).toEqual(["taken", "BAD_USER_INPUT", "FEED_GAP"]);
    await feed.push(1, sound(1));
    await feed.push(2, { ...sound(2), end: true });
    expect(await firsts(mic)).toEqual([0, 1, 2]);
  });

  test("a repeat of a piece that waits for room gets the same answer", async () => {
    const { feed, mic } = createMic({ maxBytes: 4 });
    await feed.push(0, sound(0, 2));
    const first = feed.push(1, sound(1, 2));
    const again = feed.push(1, sound(1, 2));
    const pieces = mic[Symbol.asyncIterator]();
    await pieces.next();
    expect(await again).toEqual(await first);
    await feed.push(2, { end: true });
    await pieces.return?.();
    expect(await firsts(mic)).toEqual([1]);
  });
});

describe("room", () => {
  test("is shared by the feeds of all runs, of which each has room for one piece", async () => {
    const budget = createFeedBudget(100);
    const [one, other] = [createMic({ budget, patience: 20 }), createMic({ budget, patience: 20 })];
    // 80 bytes each.
    await one.feed.push(0, sound(0, 40));
    await other.feed.push(0, sound(0, 40));
    expect(await codeOf(other.feed.push(1, sound(1, 5)))).toBe("FEED_FULL");
    one.feed.close();
    expect(await codeOf(other.feed.push(1, sound(1, 10)))).toBe("taken");
    other.feed.close();
    expect(budget.fits(100)).toBe(true);
  });

  test("sound waits for it, and how much waits is said", async () => {
    const { feed, mic } = createMic({ maxBytes: 40 });
    expect(await feed.push(0, sound(0, 15))).toMatchObject({ bufferedSeconds: 1.5 });
    let answered = false;
    const late = feed.push(1, sound(1, 10)).finally(() => {
      answered = true;
    });
    await new Promise(setImmediate);
    expect(answered).toBe(false);
    const { value } = await mic[Symbol.asyncIterator]().next();
    expect(value).toMatchObject({ sampleRate: 10, channels: 1, start: 0 });
    expect(await late).toMatchObject({ next: 2, bufferedSeconds: 1 });
  });

  test("that does not come in time is an error, after which the piece may come again", async () => {
    const { feed, mic } = createMic({ maxBytes: 2, patience: 5 });
    await feed.push(0, sound(0));
    await expect(feed.push(1, sound(1))).rejects.toMatchObject({
      code: "FEED_FULL",
      message: expect.stringContaining("YIELDCAST_MAX_FEED_BYTES"),
      details: { next: 1 },
    });
    const pieces = mic[Symbol.asyncIterator]();
    await pieces.next();
    await feed.push(1, sound(1));
    expect((await pieces.next()).value).toMatchObject({ start: 0.1 });
  });

  test("there is for one piece that is larger than all of it", async () => {
    const { feed } = createMic({ maxBytes: 2 });
    expect(await feed.push(0, sound(0, 500))).toMatchObject({ next: 1, bufferedSeconds: 50 });
  });
});

describe("the end", () => {
  test("lets nothing come behind it, and may itself be repeated", async () => {
    const { feed, mic } = createMic();
    await feed.push(0, { ...sound(0), end: true });
    await feed.push(0, { ...sound(0), end: true });
    await expect(feed.push(1, sound(1))).rejects.toMatchObject({
      code: "FEED_ENDED",
      message: expect.stringContaining("its sender has ended it"),
    });
    expect(await firsts(mic)).toEqual([0]);
    expect(await firsts(mic)).toEqual([]);
  });

  test("comes after silence, but not before the run's turn has come", async () => {
    const { feed, mic } = createMic({ idleSeconds: 0.02 });
    await feed.push(0, sound(0));
    const { mic: other, feed: begun } = createMic({ idleSeconds: 0.02 });
    begun.begin();
    expect(await firsts(other)).toEqual([]);
    await expect(begun.push(0, sound(0))).rejects.toMatchObject({
      code: "FEED_ENDED",
      message: expect.stringContaining("YIELDCAST_FEED_IDLE_SECONDS"),
    });
    expect(await feed.push(1, sound(1))).toMatchObject({ next: 2 });
    feed.begin();
    expect(await firsts(mic)).toEqual([0, 1]);
  });

  test("does not come while a piece waits for room, or the sender says that it is there", async () => {
    const { feed, mic } = createMic({ idleSeconds: 0.05, maxBytes: 2, patience: 150 });
    feed.begin();
    await feed.push(0, sound(0));
    expect(await codeOf(feed.push(1, sound(1)))).toBe("FEED_FULL");
    const pieces = mic[Symbol.asyncIterator]();
    await pieces.next();
    const silent = pieces.next();
    const started = performance.now();
    for (let index = 1; performance.now() - started < 120; index++) await feed.push(index, {});
    expect(await Promise.race([silent, "waiting"])).toBe("waiting");
    expect(await silent).toEqual({ value: undefined, done: true });
  });

  test("of the run lets everybody go", async () => {
    const { feed, mic } = createMic({ maxBytes: 2 });
    const { feed: full } = createMic({ maxBytes: 2 });
    feed.begin();
    const step = mic[Symbol.asyncIterator]().next();
    await full.push(0, sound(0));
    const late = codeOf(full.push(1, sound(1)));
    feed.close();
    full.close();
    await expect(step).rejects.toMatchObject({ name: "AbortError" });
    await expect(mic[Symbol.asyncIterator]().next()).rejects.toMatchObject({ name: "AbortError" });
    expect(await late).toBe("RUN_OVER");
    await expect(feed.push(0, sound(0))).rejects.toMatchObject({ code: "RUN_OVER" });
  });

  test("of the run is nobody's error where a demo had stopped to look", async () => {
    const { feed, mic } = createMic();
    void mic[Symbol.asyncIterator]().next();
    feed.close();
    await new Promise(setImmediate);
    expect(feed.given).toBe(mic);
  });
});

describe("sound", () => {
  test.each([
    [new Uint8Array(0), "got 0 bytes"],
    [new Uint8Array(3), "got 3 bytes"],
  ])("is whole samples", async (bytes, message) => {
    const { feed } = createMic();
    await expect(feed.push(0, { bytes })).rejects.toMatchObject({
      code: "BAD_USER_INPUT",
      details: { argument: "data" },
      message: expect.stringContaining(message),
    });
    await expect(feed.push(0, { value: 5 })).rejects.toMatchObject({
      details: { argument: "value" },
    });
  });

  test("is read wherever in memory its bytes lie", async () => {
    const { feed, mic } = createMic();
    const odd = new Uint8Array([9, 0x34, 0x12, 0xff, 0xff]).subarray(1);
    await feed.push(0, { bytes: odd, end: true });
    for await (const { pcm } of mic) expect([...pcm]).toEqual([0x1234, -1]);
  });
});

describe("iterations", () => {
  test("are one at a time; the next goes on where the one before was left", async () => {
    const { feed, mic } = createMic();
    for (let at = 0; at < 4; at++) await feed.push(at, { ...sound(at), end: at === 3 });
    for await (const { pcm } of mic) {
      expect(pcm[0]).toBe(0);
      await expect(firsts(mic)).rejects.toThrow(
        'The input "mic" is being iterated already, and gives each piece once. Use one "for await" at a time, and hand the pieces on from there.',
      );
      break;
    }
    expect(await firsts(mic)).toEqual([1, 2, 3]);
  });

  test("may ask ahead, and leave while they wait", async () => {
    const { feed, mic } = createMic();
    const pieces = mic[Symbol.asyncIterator]();
    const asked = [pieces.next(), pieces.next(), pieces.next()];
    await feed.push(0, sound(0));
    await feed.push(1, sound(1));
    await pieces.return?.();
    const came = (await Promise.all(asked)).map(({ value }) => value?.pcm[0]);
    expect(came).toEqual([0, 1, undefined]);
  });
});
