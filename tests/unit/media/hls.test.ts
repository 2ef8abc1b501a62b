import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { type CodedTrack, readMp4Chunk } from "@/lib/media/mp4-chunk";
import { createKeptRun, type KeptRun, sine } from "./kept-run";
import { type ListedSegment, readPlaylist } from "./read-playlist";

const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/media/${name}`));
const playlistOf = async (run: KeptRun, output = "sound") =>
  readPlaylist(await run.text(`${output}/index.m3u8`));

/** A segment as a player has it: behind its initialisation part. */
async function tracksOf(run: KeptRun, { map, uri }: ListedSegment, output = "sound") {
  const [init, media] = [await run.body(`${output}/${map}`), await run.body(`${output}/${uri}`)];
  return readMp4Chunk(new Uint8Array([...init, ...media]));
}

/** That packets follow one another in time, from segment to segment, and where they end. */
function expectClock(segments: CodedTrack[][], kind: "audio" | "video", slack: number): number {
  let end: number | undefined;
  let from = 0;
  for (const tracks of segments) {
    const track = tracks.find((each) => each.kind === kind);
    const packets = [...(track?.packets ?? [])].sort((a, b) => a.start - b.start);
    for (const { start, duration } of packets) {
      from = end === undefined ? start : from;
      expect(Math.abs(start - (end ?? start))).toBeLessThanOrEqual(slack);
      end = start + duration;
    }
  }
  expect(Math.abs(from)).toBeLessThanOrEqual(slack);
  return end ?? 0;
}

describe("a playlist", () => {
  test("lists what has come, in segments of a second that never change", async () => {
    const run = await createKeptRun();
    const listed: string[] = [];
    for (let i = 0; i < 12; i++) {
      await run.yield(sine(i * 0.3, 0.3));
      if (i < 3) continue;
      const response = await run.get("sound/index.m3u8");
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(response.headers.get("content-type")).toBe("application/vnd.apple.mpegurl");
      listed.push(await response.text());
    }
    for (const [at, text] of listed.entries()) {
      expect(text.startsWith(listed[at - 1] ?? "")).toBe(true);
      expect(readPlaylist(text)).toMatchObject({ ended: false, isEvent: true, target: 6 });
    }
    expect(readPlaylist(listed.at(-1) ?? "").segments.map(({ uri }) => uri)).toEqual([
      "0-3.m4s",
      "4-7.m4s",
      "8-11.m4s",
    ]);
    await run.yield(sine(3.6, 0.1));
    expect(await run.text("sound/index.m3u8")).toBe(listed.at(-1));
    await run.end();
    const last = await run.get("sound/index.m3u8");
    expect(last.headers.get("cache-control")).toContain("immutable");
    const text = await last.text();
    expect(text.startsWith(listed.at(-1) ?? "")).toBe(true);
    const { segments, ended } = readPlaylist(text);
    expect(ended).toBe(true);
    expect(segments.at(-1)?.uri).toBe("12-12.m4s");
    expect(segments.reduce((sum, { duration }) => sum + duration, 0)).toBeCloseTo(3.7, 5);
  });

  test.each(["FAILED", "CANCELLED"] as const)("ends with a run that has %s", async (status) => {
    const run = await createKeptRun();
    await run.yield(sine(0, 0.25));
    await run.end(status);
    expect(await playlistOf(run)).toMatchObject({ ended: true, segments: [{ duration: 0.25 }] });
  });

  test("waits for its first segment", async () => {
    const run = await createKeptRun();
    const asked = run.text("sound/index.m3u8");
    await run.yield(sine(0, 0.5));
    await run.yield(sine(0.5, 0.5));
    expect(readPlaylist(await asked).segments).toHaveLength(1);
  });

  test("waits for nothing where nothing comes any more", async () => {
    const run = await createKeptRun();
    const asked = run.get("sound/index.m3u8");
    await run.end();
    expect((await asked).status).toBe(404);
    expect((await run.get("other/index.m3u8")).status).toBe(404);
  });

  test("waits no longer than who asked for it", async () => {
    const run = await createKeptRun();
    const left = new AbortController();
    const asked = run.get("sound/index.m3u8", { signal: left.signal });
    left.abort();
    expect((await asked).status).toBe(503);
  });

  test("breaks where the format changes, and has another initialisation part there", async () => {
    const run = await createKeptRun();
    const formats = [
      { rate: 48000 },
      { rate: 44100 },
      { rate: 44100, bits: 32 as const },
      { rate: 44100, bits: 32 as const, channels: 2 },
    ];
    for (const [at, format] of formats.entries()) await run.yield(sine(at, 0.5, format));
    await run.yield(fixture("sweep.mp3"));
    await run.end();
    const { segments } = await playlistOf(run);
    expect(segments.map(({ breaks }) => breaks)).toEqual([0, 1, 2, 3, 4]);
    expect(new Set(segments.map(({ map }) => map)).size).toBe(5);
    const tracks = await Promise.all(segments.map((segment) => tracksOf(run, segment)));
    expect(tracks.flat().map(({ codec }) => codec)).toEqual([
      "flac",
      "flac",
      "flac",
      "flac",
      "mp3",
    ]);
    expect(expectClock(tracks, "audio", 0.02)).toBeCloseTo(4, 1);
  });

  test("goes on in its numbers where the run keeps only the newest chunks", async () => {
    const run = await createKeptRun({ keep: 6 });
    const uris = new Map<number, string>();
    for (let i = 0; i < 40; i++) {
      await run.yield(sine(i * 0.4, 0.4));
      if (i < 3) continue;
      const { segments, isEvent, ended } = await playlistOf(run);
      expect([isEvent, ended]).toEqual([false, false]);
      for (const { number, uri, breaks } of segments) {
        expect(uris.get(number) ?? uri).toBe(uri);
        expect(breaks).toBe(0);
        uris.set(number, uri);
      }
    }
    expect([...uris.keys()]).toEqual(Array.from({ length: 13 }, (_, at) => at));
    expect(uris.get(12)).toBe("36-38.m4s");
    expect((await run.get("sound/0-2.m4s")).status).toBe(404);
  });

  test("first read when chunks are gone has numbers that only grow", async () => {
    const run = await createKeptRun({ keep: 4 });
    for (let i = 0; i < 10; i++) await run.yield(sine(i * 0.5, 0.5));
    const first = await playlistOf(run);
    expect(first.segments[0]?.uri).toBe("6-7.m4s");
    for (let i = 10; i < 30; i++) await run.yield(sine(i * 0.5, 0.5));
    const { segments } = await playlistOf(run);
    expect(segments[0]?.number).toBeGreaterThan(first.segments.at(-1)?.number ?? 1e9);
    expect(segments[0]?.breaks).toBeGreaterThan(first.segments[0]?.breaks ?? 1e9);
  });
});

describe("a segment", () => {
  test("is one that the playlist lists, and none else", async () => {
    const run = await createKeptRun();
    for (let i = 0; i < 9; i++) await run.yield(sine(i * 0.25, 0.25));
    expect((await run.get("sound/0-3.m4s")).status).toBe(200);
    for (const rest of ["0-2.m4s", "0-7.m4s", "8-8.m4s", "8-9.m4s", "90-93.m4s"]) {
      expect([rest, (await run.get(`sound/${rest}`)).status]).toEqual([rest, 404]);
    }
    expect((await run.get("sound/init-int16-48000-2.mp4")).status).toBe(404);
    expect((await run.get("film/0-3.m4s")).status).toBe(404);
  });

  test("is made once for all who ask at once, with the same bytes later", async () => {
    const run = await createKeptRun();
    for (let i = 0; i < 4; i++) await run.yield(sine(i * 0.25, 0.25));
    const all = await Promise.all(Array.from({ length: 20 }, () => run.body("sound/0-3.m4s")));
    for (const each of all) expect(Buffer.compare(each, all[0] ?? new Uint8Array())).toBe(0);
    const range = { headers: { range: "bytes=4-7" } };
    const four = await (await run.get("sound/0-3.m4s", range)).text();
    expect(four).toBe("moof");
  });

  test("of samples at a rate that FLAC has no name for is not there, and says why", async () => {
    const run = await createKeptRun();
    await run.yield(sine(0, 1, { rate: 11025 }));
    const response = await run.get("sound/0-0.m4s");
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("44.1");
  });

  test("holds of its sound what belongs to its own second, on one clock", async () => {
    const run = await createKeptRun();
    for (let i = 0; i < 5; i++) await run.yield(fixture("sweep.mp3"));
    await run.end();
    const { segments } = await playlistOf(run);
    const tracks = await Promise.all(segments.map((segment) => tracksOf(run, segment)));
    // Each file begins and ends amid a packet of 26 ms.
    expect(expectClock(tracks, "audio", 0.0262)).toBeCloseTo(10, 1);
    const packets = tracks.flat().flatMap((track) => track.packets);
    expect(Math.abs(packets.length - (10 * 44100) / 1152)).toBeLessThan(5);
  });

  test("of a stream that was cut anywhere has each of its packets once", async () => {
    const run = await createKeptRun();
    const file = fixture("sweep.mp3");
    for (let at = 0; at < file.length; at += 1500) await run.yield(file.subarray(at, at + 1500));
    await run.end();
    const { segments } = await playlistOf(run);
    const tracks = await Promise.all(segments.map((segment) => tracksOf(run, segment)));
    expect(expectClock(tracks, "audio", 0.0011)).toBeCloseTo(2, 1);
  });

  test("of video has pictures and sound on one clock", async () => {
    const run = await createKeptRun();
    for (const part of [0, 1, 2]) await run.yield(fixture(`part-${part}.mp4`), "film");
    await run.end();
    const { segments } = await playlistOf(run, "film");
    const tracks = await Promise.all(segments.map((segment) => tracksOf(run, segment, "film")));
    expect(new Set(segments.map(({ map }) => map)).size).toBe(1);
    expect(expectClock(tracks, "video", 0.001)).toBeCloseTo(3, 1);
    expect(expectClock(tracks, "audio", 0.024)).toBeCloseTo(3, 1);
    for (const [first] of tracks) expect(first?.packets[0]?.key).toBe(true);
  });
});
