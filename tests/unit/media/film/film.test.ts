import { readFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "@jest/globals";
import { createFilm, type Film, type FilmChunk } from "@/lib/media/film/film";
import { readMp4Chunk } from "@/lib/media/mp4-chunk";

const films: Film[] = [];
afterEach(() => {
  for (const film of films.splice(0)) film.close();
});

function start(options = {}): Film {
  const film = createFilm(options);
  films.push(film);
  return film;
}

const read = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/media/${name}`));

/** The chunks of files that are yielded one after another. */
async function chunksOf(...names: string[]): Promise<FilmChunk[]> {
  const film = start();
  const chunks: FilmChunk[] = [];
  for (const name of names) chunks.push(...(await film.add(read(name))));
  return [...chunks, ...(await film.end())];
}

/** The chunks of files behind one another, in slices of so many bytes. */
async function chunksOfSlices(size: number, ...names: string[]): Promise<FilmChunk[]> {
  const film = start();
  const bytes = Buffer.concat(names.map(read));
  const chunks: FilmChunk[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    chunks.push(...(await film.add(new Uint8Array(bytes.subarray(at, at + size)))));
  }
  return [...chunks, ...(await film.end())];
}

async function packetsOf({ data }: FilmChunk, kind: "video" | "audio") {
  const tracks = await readMp4Chunk(data);
  return tracks.find((track) => track.kind === kind)?.packets ?? [];
}

/** When pictures are shown, in their order. */
async function pictures(chunks: readonly FilmChunk[]): Promise<number[]> {
  const starts: number[] = [];
  for (const chunk of chunks) starts.push(...(await packetsOf(chunk, "video")).map((p) => p.start));
  return starts.sort((a, b) => a - b);
}

function expectEvery(times: readonly number[], step: number): void {
  for (const [nth, time] of times.entries())
    expect(Math.abs(time - nth * step)).toBeLessThan(0.0011);
}

/** Where sound is heard, by a player that keeps to the recipe in film.ts. */
async function heard(chunks: readonly FilmChunk[]): Promise<[from: number, to: number][]> {
  const spans: [number, number][] = [];
  let until = 0;
  for (const chunk of chunks) {
    const from = Math.min(chunk.start, until);
    const end = chunk.start + chunk.duration;
    for (const { start, duration } of await packetsOf(chunk, "audio")) {
      const span: [number, number] = [Math.max(start, from), Math.min(start + duration, end)];
      if (span[1] > span[0]) spans.push(span);
    }
    until = Math.min(end, spans.at(-1)?.[1] ?? until);
  }
  return spans;
}

/** The longest hole between spans that follow one another, in seconds. */
function longestHole(spans: readonly [number, number][]): number {
  let most = 0;
  for (const [nth, [from]] of spans.entries())
    most = Math.max(most, from - (spans[nth - 1]?.[1] ?? 0));
  return most;
}

describe("files behind one another", () => {
  test.each([
    ["MP4", ["part-0.mp4", "part-1.mp4", "part-2.mp4"]],
    ["MPEG-TS", ["part-0.m2ts", "part-0.m2ts", "part-0.m2ts"]],
    ["parts of one MPEG-TS stream", ["cut-0.m2ts", "cut-1.m2ts", "cut-2.m2ts"]],
  ])("of %s stand on one clock, without a hole in picture or sound", async (_what, names) => {
    const chunks = await chunksOf(...names);
    expect(chunks.map(({ index, start, duration }) => [index, start, duration])).toEqual([
      [0, 0, 1],
      [1, 1, 1],
      [2, 2, 1],
    ]);
    const times = await pictures(chunks);
    expect(times).toHaveLength(90);
    expectEvery(times, 1 / 30);
    expect(new Set(chunks.map(({ init }) => init)).size).toBe(1);
    const spans = await heard(chunks);
    expect(longestHole(spans)).toBeLessThan(0.001);
    expect(spans.at(-1)?.[1]).toBeGreaterThan(2.95);
  });

  test("have what a decoder wants before them, which is not heard", async () => {
    const [, chunk] = await chunksOf("part-0.mp4", "part-1.mp4");
    expect(chunk?.lead).toBeCloseTo(1024 / 44100, 4);
    expect(chunk?.tail).toBeGreaterThan(0);
    expect(chunk?.type).toBe('video/mp4; codecs="avc1.64000b, mp4a.40.2"');
  });

  test("may change their size and codec, with another initialisation part", async () => {
    const chunks = await chunksOf("part-0.mp4", "other-size.mp4", "vp9.webm", "part-1.mp4");
    expect(chunks.map(({ start }) => Math.round(start * 100) / 100)).toEqual([0, 1, 2, 4]);
    expect(new Set(chunks.map(({ init }) => init)).size).toBe(3);
    expect(chunks[2]?.type).toMatch(/^video\/mp4; codecs="vp09\.\S+, opus"$/);
    expect(chunks[3]?.init).toBe(chunks[0]?.init);
  });

  test("have silence where sound is missing, as players wait for it", async () => {
    const chunks = await chunksOf("part-0.mp4", "other-size.mp4", "hole.mp4", "part-1.mp4");
    const spans = await heard(chunks);
    expect(longestHole(spans)).toBeLessThan(0.03);
    expect(spans.at(-1)?.[1]).toBeCloseTo(4, 2);
  });

  test("are cut where they are longer than six seconds", async () => {
    const chunks = await chunksOf("long.mp4");
    expect(chunks.length).toBeGreaterThan(2);
    for (const { duration } of chunks) expect(duration).toBeLessThanOrEqual(6);
    expect(chunks.map(({ continues }) => continues)).toEqual([false, true, true]);
    const times = await pictures(chunks);
    expect(times).toHaveLength(140);
    expectEvery(times, 0.1);
  });

  test("may be MP4 in fragments", async () => {
    const chunks = await chunksOf("fragmented.mp4", "fragmented.mp4");
    expect(await pictures(chunks)).toHaveLength(60);
  });

  test("are WebM where browsers play the codec in nothing else", async () => {
    const chunks = await chunksOf("vp8.webm", "vp8.webm");
    expect(chunks.map(({ type }) => type)).toEqual(Array(2).fill('video/webm; codecs="vp8, opus"'));
    expect(chunks[0]?.init).toBe(chunks[1]?.init);
    const cluster = chunks[1]?.data.subarray(chunks[1].initBytes, chunks[1].initBytes + 4);
    expect(Buffer.from(cluster ?? []).toString("hex")).toBe("1f43b675");
  });
});

describe("slices of a stream", () => {
  test.each([188, 1000, 2500, 7777])("of MPEG-TS may have %i bytes", async (size) => {
    const chunks = await chunksOfSlices(size, "cut-0.m2ts", "cut-1.m2ts", "cut-2.m2ts");
    const times = await pictures(chunks);
    expect(times).toHaveLength(90);
    expectEvery(times, 1 / 30);
    expect(chunks.length).toBeGreaterThan(3);
    expect(new Set(chunks.map(({ init }) => init)).size).toBe(1);
    expect(longestHole(await heard(chunks))).toBeLessThan(0.001);
    // Sound that goes backwards makes a player wait for a key picture.
    const sounds = await Promise.all(chunks.map((chunk) => packetsOf(chunk, "audio")));
    const starts = sounds.flat().map(({ start }) => start);
    for (const [nth, at] of starts.entries())
      expect(at).toBeGreaterThan((starts[nth - 1] ?? -1) + 0.02);
  });

  test.each([100, 3000, 20_000])("of WebM may have %i bytes", async (size) => {
    const chunks = await chunksOfSlices(size, "vp9.webm");
    const times = await pictures(chunks);
    expect(times).toHaveLength(60);
    expectEvery(times, 1 / 30);
    expect(chunks[0]?.continues).toBe(false);
  });

  test("begin a chunk at each key picture, so that one may come in the middle", async () => {
    const chunks = await chunksOfSlices(2500, "cut-0.m2ts", "cut-1.m2ts", "cut-2.m2ts");
    const begins = chunks.filter(({ continues }) => !continues).map(({ start }) => start);
    expect(begins).toEqual([0, 1, 2]);
  });
});
