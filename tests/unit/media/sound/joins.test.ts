import { describe, expect, test } from "@jest/globals";
import { writeWav } from "@/lib/media/sound/wav-header";
import { endOf, fixture, slices, yieldSound } from "./yield-sound";

const wav = writeWav(
  { encoding: "int", bits: 16, rate: 48_000, channels: 1 },
  new Uint8Array(9600),
);

describe("files behind one another", () => {
  test.each(["sweep.mp3", "sweep.m4a", "sweep-opus.ogg", "sweep.flac", "sweep.webm"])(
    "of %s each begin anew and are as long as their sound",
    async (name) => {
      const bytes = await fixture(name);
      const { chunks } = await yieldSound([bytes, bytes, bytes]);
      expect(chunks.map(({ start }) => start)).toEqual([0, 2, 4]);
      expect(chunks.map(({ duration }) => duration)).toEqual([2, 2, 2]);
      expect(chunks.map(({ continues }) => continues)).toEqual([false, false, false]);
    },
  );

  test("may be of different formats, and each chunk follows at once", async () => {
    const names = ["sweep.mp3", "sweep.flac", "sweep-opus.ogg", "sweep.m4a"];
    const files = await Promise.all(names.map(fixture));
    const samples = { pcm: new Float32Array(480), sampleRate: 48_000 };
    const { chunks, entries } = await yieldSound([...files, wav, samples]);
    expect(entries.map(({ length }) => length)).toEqual([1, 1, 1, 1, 1, 1, 0]);
    expect(endOf(chunks)).toBeCloseTo(8.11, 9);
  });

  test.each(["sweep.mp3", "sweep-opus.ogg", "sweep.flac"])(
    "of %s are told apart in one stream",
    async (name) => {
      const bytes = await fixture(name);
      const twice = Uint8Array.from(Buffer.concat([bytes, bytes]));
      for (const size of [1e6, 20_000, 700]) {
        const { chunks } = await yieldSound(slices(twice, Math.min(size, twice.length)));
        expect(endOf(chunks)).toBeCloseTo(4, 9);
        const begun = chunks.filter(({ continues }) => !continues);
        expect(begun.map(({ start }) => start)).toEqual([0, 2]);
      }
    },
  );

  test("of WAV are told apart in one stream", async () => {
    const three = Uint8Array.from(Buffer.concat([wav, wav, wav]));
    for (const size of [1e6, 20_000, 700]) {
      const { chunks } = await yieldSound(slices(three, Math.min(size, three.length)));
      expect(endOf(chunks)).toBeCloseTo(0.3, 9);
    }
  });
});

describe("a file that begins with the last bytes of a slice", () => {
  const names = ["sweep-opus.ogg", "sweep-vorbis.ogg", "sweep.flac", "sweep.m4a"] as const;

  test.each(names)("of %s is told behind any other", async (name) => {
    const next = await fixture(name);
    for (const first of [wav, await fixture("sweep.flac"), await fixture("sweep-opus.ogg")]) {
      const both = Uint8Array.from(Buffer.concat([first, next]));
      const alone = endOf((await yieldSound([first])).chunks);
      for (const cut of [0, 1, 2, 3, 4, 5, 8, 11, 12, 13, 40]) {
        const at = first.length + cut;
        const { chunks } = await yieldSound([both.slice(0, at), both.slice(at)]);
        expect([cut, endOf(chunks)]).toEqual([cut, expect.closeTo(alone + 2, 6)]);
      }
    }
  });

  test("is told from what is none, and is passed over", async () => {
    const padded = Uint8Array.from([...wav, 0, 0, 0]);
    const { chunks } = await yieldSound([padded, wav, padded]);
    expect(endOf(chunks)).toBeCloseTo(0.3, 9);
  });

  test("is told however finely it is cut", async () => {
    const flac = await fixture("sweep.flac");
    const three = Uint8Array.from(Buffer.concat([wav, flac, wav]));
    for (const size of [1, 5, 333]) {
      expect(endOf((await yieldSound(slices(three, size))).chunks)).toBeCloseTo(2.2, 9);
    }
  });
});

describe("MP3 without a header", () => {
  test("goes on where MP3 is open, also where a slice begins with a frame", async () => {
    const bytes = await fixture("sweep-24k.mp3");
    // 96 bytes a frame: each slice looks like a file.
    const { chunks } = await yieldSound(slices(bytes, 960));
    expect(chunks.map(({ continues }) => continues)).toEqual(chunks.map((_, at) => at > 0));
    expect(endOf(chunks)).toBeCloseTo(2.064, 9);
  });

  test("begins a file where something else was open", async () => {
    const bare = await fixture("sweep-bare.mp3");
    const open = wav.slice();
    new DataView(open.buffer).setUint32(40, 0xffff_ffff, true);
    const { chunks } = await yieldSound([open, bare]);
    expect(chunks.map(({ type }) => type)).toEqual(["audio/wav", 'audio/mp4; codecs="mp4a.6B"']);
  });

  test("of another rate begins anew", async () => {
    const { chunks } = await yieldSound([
      await fixture("sweep-bare.mp3"),
      await fixture("sweep-24k.mp3"),
    ]);
    expect(chunks.map(({ continues }) => continues)).toEqual([false, false]);
  });
});

test("slices without a whole packet are entries without chunks", async () => {
  const { entries } = await yieldSound(slices((await fixture("sweep.mp3")).slice(0, 900), 100));
  expect(entries.slice(0, 4)).toEqual([[], [], [], []]);
});

test("what comes in slices is heard before its end, in chunks long enough to decode on", async () => {
  const { chunks, entries } = await yieldSound(slices(await fixture("sweep.mp3"), 500));
  expect(entries.findIndex(({ length }) => length > 0)).toBeLessThan(4);
  // The next one is decoded behind it, and MP3 uses what lies up to six frames before.
  for (const { duration } of chunks.slice(1, -1)) expect(duration).toBeGreaterThan(0.15);
});

test("a file that goes on for more than 6 s becomes several chunks", async () => {
  const bytes = await fixture("sweep-bare.mp3");
  const long = Uint8Array.from(Buffer.concat(Array.from({ length: 10 }, () => bytes)));
  const { chunks } = await yieldSound([long]);
  expect(chunks).toHaveLength(4);
  expect(Math.max(...chunks.map(({ duration }) => duration))).toBeLessThanOrEqual(6);
  expect(endOf(chunks)).toBeCloseTo(20.3755102, 6);
});
