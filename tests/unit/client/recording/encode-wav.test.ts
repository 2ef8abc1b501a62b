import { expect, test } from "@jest/globals";
import { encodeWav, toInt16 } from "../../../../lib/client/recording/encode-wav";
import { levelOf } from "../../../../lib/client/recording/sound-level";

test("16-bit samples go through floats and come out the same, all of them", () => {
  const every = Int16Array.from({ length: 65_536 }, (_, at) => at - 32_768);
  expect(toInt16([Float32Array.from(every, (sample) => sample / 32_768)])).toEqual(every);
});

test("what is louder than full scale is cut, not wrapped around", () => {
  expect([...toInt16([new Float32Array([1, 1.5, -1.5])])]).toEqual([32_767, 32_767, -32_768]);
});

test("channels are interleaved, and the head says what follows it", () => {
  const block = toInt16([new Float32Array([0, 0.5]), new Float32Array([-1, -0.5])]);
  const wav = encodeWav([block, block], { sampleRate: 48_000, channels: 2 });
  const view = new DataView(wav.buffer);
  expect(new TextDecoder("latin1").decode(wav.subarray(0, 16))).toBe("RIFF4\0\0\0WAVEfmt ");
  expect(view.getUint16(22, true)).toBe(2);
  expect(view.getUint32(24, true)).toBe(48_000);
  expect(view.getUint32(28, true)).toBe(192_000);
  expect(view.getUint32(40, true)).toBe(16);
  expect([44, 46, 48, 50].map((at) => view.getInt16(at, true))).toEqual([
    0, -32_768, 16_384, -16_384,
  ]);
  expect(wav.length).toBe(60);
});

test("the level is even for the ear", () => {
  expect(levelOf(new Float32Array(10))).toBe(0);
  expect(levelOf(new Float32Array([]))).toBe(0);
  expect(levelOf(new Float32Array([0.1, -0.1]))).toBeCloseTo(2 / 3);
  expect(levelOf(new Float32Array([1, -1]))).toBe(1);
});
