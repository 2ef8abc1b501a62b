import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "@jest/globals";
import { audioOutput } from "@/lib/kinds/audio/output";
import { fixture, yieldSound } from "../media/sound/yield-sound";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

describe("a plain audio() output", () => {
  test.each([
    ["sweep.mp3", "audio/mpeg", 2],
    ["sweep.aac", "audio/aac", 2.0433560091],
    ["sweep.m4a", "audio/mp4", 2],
    ["sweep-opus.ogg", "audio/ogg", 2],
    ["sweep.flac", "audio/flac", 2],
    ["sweep-live.webm", "audio/webm", 2],
  ])("keeps %s as it is", async (name, type, duration) => {
    const bytes = await fixture(name);
    const { chunks, files } = await yieldSound([bytes], {});
    expect(files).toEqual([bytes]);
    expect(chunks).toEqual([
      {
        index: 0,
        id: "0",
        bytes: bytes.length,
        type,
        start: 0,
        duration: expect.closeTo(duration, 6),
        lead: 0,
        tail: 0,
        continues: false,
        initBytes: 0,
        init: "",
      },
    ]);
  });

  test("makes WAV of samples, and takes a path, a file that was given and a Blob", async () => {
    const path = "tests/fixtures/media/sweep.mp3";
    const blob = new Blob([await fixture("sweep.mp3")]);
    const pcm = new Float32Array(9600);
    const { chunks } = await yieldSound(
      [path, { path, name: "a", size: 1 }, blob, { pcm, sampleRate: 48_000, channels: 2 }],
      {},
    );
    const [first, second, third, fourth] = chunks;
    expect([first, second, third].map((chunk) => chunk?.type)).toEqual(Array(3).fill("audio/mpeg"));
    expect(fourth).toMatchObject({ type: "audio/wav", duration: 0.1 });
  });

  test("replaces what it had with each yield", async () => {
    const writer = audioOutput.writer(
      {},
      { keepBytes: async () => "0", readableFolders: [], maxValueBytes: 1 },
    );
    const older = await writer.write(await fixture("sweep.mp3"));
    const newer = await writer.write(await fixture("sweep.flac"));
    expect(audioOutput.merge(older, newer)).toEqual(newer);
  });

  test("refuses a file without sound", async () => {
    const head = (await fixture("sweep.mp3")).slice(0, 100);
    await expect(yieldSound([head], {})).rejects.toThrow(/MP3 that has none, or breaks off/);
    await expect(yieldSound([{ pcm: new Int16Array(0), sampleRate: 8000 }], {})).rejects.toThrow(
      /expects sound; got 0 samples/,
    );
  });
});

describe("what an audio() output does not take", () => {
  const pcm = new Float32Array(10);

  test.each<[unknown, RegExp]>([
    [5, /expects sound: WAV, MP3, .*; got 5/],
    [null, /got null/],
    [{ data: pcm }, /got an object with data/],
    [{ pcm: [0, 1], sampleRate: 8000 }, /a Float32Array or an Int16Array; got an array of 2/],
    [{ pcm }, /a sampleRate in Hz; got undefined/],
    [{ pcm, sampleRate: 4e9 }, /from 3,000 to 768,000; got 4000000000/],
    [{ pcm, sampleRate: 8000, channels: 0 }, /from 1 to 32 channels; got 0/],
    [{ pcm, sampleRate: 8000, channels: 3 }, /all 3 channels behind one another; got 10 samples/],
    ["../outside.mp3", /a path to a file inside the project; got "outside.mp3"/],
  ])("%#", async (value, message) => {
    await expect(yieldSound([value])).rejects.toThrow(message);
    await expect(yieldSound([value], {})).rejects.toThrow(message);
  });
});

test("keep says how many chunks the log keeps, all by default, in data that JSON can carry", async () => {
  const context = { keepBytes: async () => "0", readableFolders: [], maxValueBytes: 1 };
  const value = { pcm: new Int16Array(480), sampleRate: 48_000 };
  const few = audioOutput.writer({ streaming: true, keep: 2 }, context);
  let state = await few.write(value);
  for (let i = 0; i < 4; i++) state = audioOutput.merge(state, await few.write(value));
  expect(state.chunks.map(({ index }) => index)).toEqual([3, 4]);
  const all = await audioOutput.writer({ streaming: true, keep: "all" }, context).write(value);
  expect(JSON.parse(JSON.stringify(all))).toEqual(all);
});

test("a stream that is left open is let go of", async () => {
  const context = { keepBytes: async () => "0", readableFolders: [], maxValueBytes: 1 };
  const half = (await fixture("sweep-fragments.mp4")).slice(0, 9000);
  async function begin(): Promise<WeakRef<object>> {
    const writer = audioOutput.writer({ streaming: true }, context);
    await writer.write(half.slice());
    writer.close?.();
    return new WeakRef(writer);
  }
  const writers = await Promise.all(Array.from({ length: 5 }, begin));
  for (let i = 0; i < 20 && writers.some((writer) => writer.deref()); i++) {
    await new Promise(setImmediate);
    collect();
  }
  expect(writers.filter((writer) => writer.deref())).toEqual([]);
});
