import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { ALL_FORMATS, BufferSource, Input } from "mediabunny";
import type { OutputWriter } from "@/lib/kinds/kind";
import type { VideoOutputOptions } from "@/lib/kinds/video";
import { type LoggedVideo, videoOutput } from "@/lib/kinds/video/output";

const folder = "tests/fixtures/media";
const read = (name: string) => new Uint8Array(readFileSync(`${folder}/${name}`));

/** A run's writer, and the bytes that it has kept. */
function start(options: VideoOutputOptions): {
  writer: OutputWriter<LoggedVideo>;
  kept: { data: Uint8Array; type: string }[];
  [Symbol.dispose](): void;
} {
  const kept: { data: Uint8Array; type: string }[] = [];
  const keepBytes = async (data: Uint8Array, type: string) => String(kept.push({ data, type }) - 1);
  const writer = videoOutput.writer(options, {
    keepBytes,
    readableFolders: [],
    maxValueBytes: 1000,
  });
  return { writer, kept, [Symbol.dispose]: () => writer.close?.() };
}

const as = {
  bytes: read("part-0.mp4"),
  "an ArrayBuffer": read("part-0.mp4").buffer,
  "a Blob": new Blob([read("part-0.mp4")]),
  "a path": `${folder}/part-0.mp4`,
  "a file that was given": { path: `${folder}/part-0.mp4` },
};

describe("a video that goes on", () => {
  test.each(Object.entries(as))("takes %s", async (_what, value) => {
    using run = start({ streaming: true });
    const { chunks, bytes, reset } = await run.writer.write(value);
    expect(chunks).toMatchObject([{ index: 0, id: "0", start: 0, duration: 1, continues: false }]);
    expect(reset).toBe(false);
    expect(bytes).toBe(run.kept[0]?.data.byteLength);
    expect(run.kept[0]?.type).toBe(chunks[0]?.type);
  });

  test("leaves the generator its array", async () => {
    using run = start({ streaming: true });
    const value = read("part-0.mp4");
    await run.writer.write(value);
    expect(value).toEqual(read("part-0.mp4"));
  });

  test("is all its chunks behind one another", async () => {
    using run = start({ streaming: true });
    const first = await run.writer.write(read("part-0.mp4"));
    const second = await run.writer.write(read("part-1.mp4"));
    const state = videoOutput.merge(first, second);
    expect(state.chunks.map(({ start }) => start)).toEqual([0, 1]);
    expect(videoOutput.bytes?.(state)).toEqual({
      ids: ["0", "1"],
      size: first.bytes + second.bytes,
    });
  });

  test("gives what was held back at the generator's end", async () => {
    using run = start({ streaming: true });
    const bytes = read("cut-0.m2ts");
    const first = await run.writer.write(bytes.subarray(0, 15_000));
    const second = await run.writer.write(bytes.subarray(15_000, 20_000));
    const last = await run.writer.end?.();
    const end = last?.chunks.at(-1);
    expect([...first.chunks, ...second.chunks].length).toBeGreaterThan(0);
    expect((end?.start ?? 0) + (end?.duration ?? 0)).toBeGreaterThan(0.8);
  });

  test("says what it takes", async () => {
    using run = start({ streaming: true });
    await expect(async () => run.writer.write(7)).rejects.toThrow(/^expects a film: .*; got 7$/);
  });
});

describe("a video that is replaced", () => {
  test.each([
    ["part-0.mp4", 'video/mp4; codecs="avc1.64000b, mp4a.40.2"', 1],
    ["fragmented.mp4", 'video/mp4; codecs="avc1.64000b, mp4a.40.2"', 1],
    ["vp8.webm", 'video/webm; codecs="vp8, opus"', 2],
  ])("is the file as it is: %s", async (name, type, seconds) => {
    using run = start({});
    const { chunks, reset } = await run.writer.write(read(name));
    expect(reset).toBe(true);
    expect(chunks).toMatchObject([{ index: 0, type, start: 0, initBytes: 0, lead: 0, tail: 0 }]);
    expect(Math.abs((chunks[0]?.duration ?? 0) - seconds)).toBeLessThan(0.1);
    expect(run.kept).toEqual([{ data: read(name), type }]);
  });

  test("is MP4 with its index in front where it was MPEG-TS", async () => {
    using run = start({});
    const { chunks } = await run.writer.write(read("part-0.m2ts"));
    expect(chunks[0]?.type).toBe('video/mp4; codecs="avc1.64000b, mp4a.40.2"');
    const data = run.kept[0]?.data ?? new Uint8Array();
    const text = Buffer.from(data).toString("latin1");
    expect(text.indexOf("moov")).toBeLessThan(text.indexOf("mdat"));
    using input = new Input({ source: new BufferSource(data), formats: ALL_FORMATS });
    expect(await input.computeDuration()).toBeCloseTo(1, 1);
    const [video] = await input.getVideoTracks();
    expect(await video?.getFirstTimestamp()).toBeCloseTo(0, 3);
  });

  test("names a codec that browsers do not play", async () => {
    using run = start({});
    await expect(async () => run.writer.write(read("hevc.mp4"))).rejects.toThrow(/HEVC.*ffmpeg/);
  });
});
