import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { ALL_FORMATS, BufferSource, Input } from "mediabunny";
import { lameTag } from "@/lib/media/lame-tag";
import { renumberFlac } from "@/lib/media/renumber-flac";
import { flacChecksum, readFlacHeader } from "@/lib/media/sound/flac-frame";
import { mp3Frames } from "@/lib/media/sound/mp3-header";
import { readMp3Info } from "@/lib/media/sound/mp3-info";
import { createKeptRun, sine } from "./kept-run";
import { readPlaylist } from "./read-playlist";

const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/media/${name}`));

async function durationOf(file: Uint8Array): Promise<number> {
  const input = new Input({ source: new BufferSource(file), formats: ALL_FORMATS });
  return (await input.computeDuration()) - Math.max(0, await input.getFirstTimestamp());
}

describe("the joined file", () => {
  test.each([
    [{ bits: 16 as const, channels: 2 }],
    [{ bits: 32 as const, channels: 1, rate: 11025 }],
  ])("of samples is one WAV of exactly these: %j", async (format) => {
    const run = await createKeptRun();
    const yielded = [0, 0.3, 0.6].map((from) => sine(from, 0.3, format));
    for (const value of yielded) await run.yield(value);
    expect((await run.get("sound/band-sound.wav")).status).toBe(404);
    await run.end();
    const response = await run.get("sound/band-sound.wav");
    expect(response.headers.get("content-type")).toBe("audio/wav");
    expect(response.headers.get("content-disposition")).toBe("attachment; filename=band-sound.wav");
    const file = Buffer.from(await response.arrayBuffer());
    const samples = Buffer.concat(yielded.map(({ pcm }) => Buffer.from(pcm.buffer)));
    expect(file.subarray(44)).toEqual(samples);
    expect([file.readUInt32LE(4), file.readUInt32LE(40)]).toEqual([
      file.length - 8,
      samples.length,
    ]);
    const input = new Input({ source: new BufferSource(file), formats: ALL_FORMATS });
    expect(await input.getMimeType()).toContain("audio/wav");
    const range = { headers: { range: `bytes=${44 + 1000}-${file.length - 3}` } };
    const part = Buffer.from(await (await run.get("sound/band-sound.wav", range)).arrayBuffer());
    expect(part).toEqual(file.subarray(1044, -2));
  });

  test.each([
    ["sweep.mp3", "mp3", "audio/mpeg"],
    ["sweep-24k.mp3", "mp3", "audio/mpeg"],
    ["sweep.m4a", "m4a", "audio/mp4"],
    ["sweep.aac", "m4a", "audio/mp4"],
    ["sweep-opus.ogg", "ogg", "audio/ogg"],
    ["sweep.flac", "flac", "audio/flac"],
  ])("of four times %s is %s of its whole length", async (name, ending, type) => {
    const run = await createKeptRun();
    for (let i = 0; i < 4; i++) await run.yield(fixture(name));
    await run.end();
    const address = `sound/band-sound.${ending}`;
    const response = await run.get(address);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, type]);
    const file = new Uint8Array(await response.arrayBuffer());
    const { segments } = readPlaylist(await run.text("sound/index.m3u8"));
    const seconds = segments.reduce((sum, { duration }) => sum + duration, 0);
    // MP3's own length counts what its tag says is not to be heard.
    expect(Math.abs((await durationOf(file)) - seconds)).toBeLessThan(0.06);
    const range = { headers: { range: "bytes=-10" } };
    const end = new Uint8Array(await (await run.get(address, range)).arrayBuffer());
    expect(end).toEqual(file.slice(-10));
    expect((await run.get("sound/other-sound.mp3")).status).toBe(404);
  });

  test("of many short files of Vorbis is as long as they are together", async () => {
    const run = await createKeptRun();
    for (let i = 0; i < 10; i++) {
      const logged = await run.yield(fixture(`quarters/${i % 8}.ogg`));
      const [chunk] = logged && "chunks" in logged ? logged.chunks : [];
      // Blocks of 256 and 2,048 samples, of which two neighbours give a quarter each.
      expect(chunk?.duration).toBeCloseTo(0.25, 9);
      expect(Math.round((chunk?.tail ?? 0) * 44_100)).toBe(576 + 11 * 1024 - 11_025);
    }
    await run.end();
    const seconds = await durationOf(await run.body("sound/band-sound.ogg"));
    // Half a packet.
    expect(Math.abs(seconds - 2.5)).toBeLessThan(512 / 44_100);
  });

  test("of FLAC is one, and one part of the playlist, whatever else each file says of itself", async () => {
    const run = await createKeptRun();
    const known = fixture("sweep.flac");
    // Behind "fLaC", the block's header and its block sizes: the sizes of frames, and the checksum.
    const unknown = known.slice().fill(0, 12, 18).fill(0, 26, 42);
    for (const file of [known, unknown, known]) await run.yield(file);
    await run.end();
    expect(await durationOf(await run.body("sound/band-sound.flac"))).toBeCloseTo(6, 9);
    const { segments } = readPlaylist(await run.text("sound/index.m3u8"));
    expect(segments.map(({ breaks, map }) => [breaks, map])).toEqual(
      Array(3).fill([0, segments[0]?.map]),
    );
  });

  test("of video is MP4 that begins before all of it has come", async () => {
    const run = await createKeptRun();
    for (const part of [0, 1, 2]) await run.yield(fixture(`part-${part}.mp4`), "film");
    await run.end();
    const response = await run.get("film/band-film.mp4");
    expect(response.headers.get("content-type")).toBe("video/mp4");
    const file = new Uint8Array(await response.arrayBuffer());
    const text = Buffer.from(file).toString("latin1");
    expect(text.indexOf("moov")).toBeLessThan(text.indexOf("mdat"));
    expect(await durationOf(file)).toBeCloseTo(3, 1);
  });

  test("is not there where the coding changes amid it", async () => {
    const run = await createKeptRun();
    await run.yield(sine(0, 0.5));
    await run.yield(sine(0.5, 0.5, { rate: 44100 }));
    await run.end();
    expect((await run.get("sound/band-sound.wav")).status).toBe(404);
  });
});

test("LAME's tag says what of an MP3 is not to be heard, and how long it is", () => {
  const file = fixture("sweep.mp3");
  const frames: Uint8Array[] = [];
  for (let at = 0; at < file.length; ) {
    const header = mp3Frames.read(file, at);
    if (header) frames.push(file.subarray(at, at + header.length));
    at += header?.length ?? 1;
  }
  const tag = lameTag({ frames, silent: { lead: 1105, tail: 700 } });
  const header = tag && mp3Frames.read(tag, 0);
  if (!tag || !header) throw new Error("The tag is no frame.");
  expect(header.length).toBe(tag.length);
  expect(readMp3Info(tag, header)).toEqual({
    frames: frames.length,
    delay: 1105 - 529,
    padding: 700 + 529,
  });
  expect(lameTag({ frames: [new Uint8Array(100)], silent: undefined })).toBeUndefined();
});

test("frames of many FLAC files are numbered as those of one", async () => {
  const run = await createKeptRun();
  for (let i = 0; i < 2; i++) await run.yield(fixture("sweep.flac"));
  await run.end();
  const file = await run.body("sound/band-sound.flac");
  const starts: number[] = [];
  for (let at = 4; at < file.length; at++) {
    if (readFlacHeader(file, at)) starts.push(at);
  }
  expect(starts.length).toBeGreaterThan(20);
  for (const [at, start] of starts.entries()) {
    const frame = file.subarray(start, starts[at + 1] ?? file.length);
    expect(frame.reduce(flacChecksum, 0)).toBe(0);
    expect((frame[1] ?? 0) & 1).toBe(1);
  }
  const frames = starts.map((start, at) => file.subarray(start, starts[at + 1] ?? file.length));
  expect(renumberFlac(frames).map((frame) => [...frame])).toEqual(
    frames.map((frame) => [...frame]),
  );
});
