import { describe, expect, test } from "@jest/globals";
import type { PcmFormat } from "@/lib/media/sound/sound";
import { wavHeaderBytes, writeWav } from "@/lib/media/sound/wav-header";
import { endOf, slices, yieldSound } from "./yield-sound";

const formats: PcmFormat[] = [
  { encoding: "int", bits: 8, rate: 8000, channels: 1 },
  { encoding: "int", bits: 16, rate: 44_100, channels: 2 },
  { encoding: "int", bits: 24, rate: 48_000, channels: 2 },
  { encoding: "int", bits: 32, rate: 96_000, channels: 1 },
  { encoding: "float", bits: 32, rate: 48_000, channels: 6 },
];

/** Bytes that differ, as many as some frames take. */
function noise({ bits, channels }: PcmFormat, frames: number): Uint8Array {
  return Uint8Array.from({ length: (bits / 8) * channels * frames }, (_, at) => (at * 7919) >> 3);
}

/** The samples of chunks, behind one another. */
function samplesOf(files: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    files.map((file) => {
      const size = new DataView(file.buffer, file.byteOffset).getUint32(40, true);
      return file.subarray(wavHeaderBytes, wavHeaderBytes + size);
    }),
  );
}

describe.each(formats)("WAV of $encoding $bits, $rate Hz, $channels channels", (format) => {
  const data = noise(format, 3001);

  test.each([1e9, 20_000, 701, 7])("in slices of %d bytes is exact", async (size) => {
    const file = writeWav(format, data);
    const { chunks, files } = await yieldSound(slices(file, Math.min(size, file.length)));
    expect(samplesOf(files).equals(data)).toBe(true);
    expect(endOf(chunks)).toBeCloseTo(3001 / format.rate, 9);
    expect(files[0]?.slice(0, 4)).toEqual(Uint8Array.from(Buffer.from("RIFF")));
    expect(chunks[0]).toMatchObject({ type: "audio/wav", lead: 0, tail: 0, continues: false });
    expect(chunks[0]?.init).toBe(
      `${format.encoding}${format.bits}-${format.rate}-${format.channels}`,
    );
  });
});

describe("WAV", () => {
  const format: PcmFormat = { encoding: "int", bits: 16, rate: 48_000, channels: 1 };
  const data = noise(format, 4800);

  test.each([0, 0xffff_ffff, 0xffff_ff00])(
    "whose size is %d goes on for as long as it comes",
    async (size) => {
      const file = writeWav(format, data);
      new DataView(file.buffer).setUint32(4, size, true);
      new DataView(file.buffer).setUint32(40, size, true);
      const { files } = await yieldSound([...slices(file, 1000), data]);
      expect(samplesOf(files).equals(Buffer.concat([data, data]))).toBe(true);
    },
  );

  test("may have other chunks before and behind its sound, of odd length too", async () => {
    const plain = Buffer.from(writeWav(format, data));
    const odd = Buffer.from("LIST\x03\x00\x00\x00abc\x00", "latin1");
    const file = Buffer.concat([plain.subarray(0, 12), odd, plain.subarray(12), odd, odd]);
    file.writeUInt32LE(file.length - 8, 4);
    for (const size of [1e9, 700, 1]) {
      const { files } = await yieldSound([...slices(file, Math.min(size, file.length)), plain]);
      expect(samplesOf(files).equals(Buffer.concat([data, data]))).toBe(true);
    }
  });

  test("may say its format as an extensible one", async () => {
    const plain = Buffer.from(writeWav(format, data));
    const extra = Buffer.alloc(24);
    extra.writeUInt16LE(22, 0);
    extra.writeUInt16LE(1, 8);
    const file = Buffer.concat([plain.subarray(0, 36), extra, plain.subarray(36)]);
    file.writeUInt32LE(40, 16);
    file.writeUInt16LE(0xfffe, 20);
    file.writeUInt32LE(file.length - 8, 4);
    const { files } = await yieldSound([file]);
    expect(samplesOf(files).equals(data)).toBe(true);
  });

  test("of floats of 64 bits is kept as floats of 32, as players have no others", async () => {
    const doubles = Float64Array.from([0.5, -0.25, 1 / 3]);
    const bytes = new Uint8Array(doubles.buffer);
    const { files } = await yieldSound([
      writeWav({ encoding: "float", bits: 64, rate: 48_000, channels: 1 }, bytes),
    ]);
    const floats = new Uint8Array(Float32Array.from(doubles).buffer);
    expect(samplesOf(files).equals(floats)).toBe(true);
  });
});

describe("samples", () => {
  test("are kept as they are, and copied", async () => {
    const pcm = Int16Array.from({ length: 960 }, (_, at) => at * 60);
    const floats = Float32Array.from({ length: 960 }, (_, at) => at / 960);
    const whole = pcm.slice();
    function* values() {
      yield { pcm, sampleRate: 24_000 };
      pcm.fill(0);
      // A part of a larger array, as ring buffers give it.
      yield { pcm: whole.subarray(480), sampleRate: 24_000, channels: 1 };
      yield { pcm: floats, sampleRate: 48_000, channels: 2 };
    }
    const { chunks, files } = await yieldSound(values());
    expect(chunks.map(({ init }) => init)).toEqual([
      "int16-24000-1",
      "int16-24000-1",
      "float32-48000-2",
    ]);
    expect(chunks.map(({ start }) => start)).toEqual([0, 0.04, 0.06]);
    const sources = [whole, whole.slice(480), floats].map(({ buffer }) => Buffer.from(buffer));
    expect(samplesOf(files).equals(Buffer.concat(sources))).toBe(true);
  });

  test("that are too few for a chunk wait for more, and none is lost", async () => {
    const all = Int16Array.from({ length: 1000 }, (_, at) => at);
    const yields = Array.from({ length: 1000 }, (_, at) => ({
      pcm: all.slice(at, at + 1),
      sampleRate: 48_000,
    }));
    const { chunks, files } = await yieldSound(yields);
    expect(chunks).toHaveLength(3);
    expect(samplesOf(files).equals(Buffer.from(all.buffer))).toBe(true);
  });

  test("of hours stand where they should, to the sample", async () => {
    const pcm = new Int16Array(441);
    const yields = Array.from({ length: 10_000 }, () => ({ pcm, sampleRate: 44_100 }));
    const { chunks } = await yieldSound(yields);
    for (const at of [1, 7, 999, 9999]) expect(chunks[at]?.start).toBe((at * 441) / 44_100);
  });

  test("of more than 6 s become several chunks", async () => {
    const { chunks } = await yieldSound([{ pcm: new Int16Array(8000 * 13), sampleRate: 8000 }]);
    expect(chunks).toHaveLength(3);
    expect(Math.max(...chunks.map(({ duration }) => duration))).toBeLessThanOrEqual(6);
    expect(endOf(chunks)).toBe(13);
  });
});
