import { readFile } from "node:fs/promises";
import { describe, expect, it } from "@jest/globals";
import { mediaPartOf, sampleRateOf } from "@/lib/client/players/sound-file";
import { writeWav } from "@/lib/media/sound/wav-header";

const fixture = async (name: string) => {
  const bytes = await readFile(`tests/fixtures/media/${name}`);
  return new Uint8Array(bytes).buffer;
};

describe("a sound's file", () => {
  it.each([8000, 44_100, 96_000])("says its sample rate in WAV: %i Hz", (rate) => {
    const format = { encoding: "int", bits: 16, rate, channels: 1 } as const;
    const file = writeWav(format, new Uint8Array(64));
    expect(sampleRateOf(new Uint8Array(file).buffer)).toBe(rate);
  });

  it("says its sample rate in MP4", async () => {
    expect(sampleRateOf(await fixture("sweep.m4a"))).toBe(44_100);
    expect(sampleRateOf(await fixture("sweep-fragments.mp4"))).toBe(44_100);
  });

  it("says nothing where it is cut or something else", async () => {
    const whole = new Uint8Array(await fixture("sweep-fragments.mp4"));
    for (let length = 0; length < 700; length += 7) {
      expect([undefined, 44_100]).toContain(sampleRateOf(whole.slice(0, length).buffer));
    }
    expect(sampleRateOf(await fixture("sweep.mp3"))).toBeUndefined();
  });

  it("has its media behind its initialisation part", async () => {
    const file = await fixture("sweep-fragments.mp4");
    const part = mediaPartOf(file);
    expect(String.fromCharCode(...part.subarray(4, 8))).toBe("moof");
    expect(part.byteOffset + part.byteLength).toBe(file.byteLength);
  });
});
