import { describe, expect, test } from "@jest/globals";
import { createSoundLine } from "@/lib/media/film/sound-line";
import type { CodedAudio } from "@/lib/media/mp4-chunk";

const frame = 0.02;

/** Sound of a film that begins at a time: Opus of 200 ms. */
function sound(from: number): CodedAudio {
  const packets = Array.from({ length: 10 }, (_, nth) => ({
    data: Uint8Array.of(nth),
    key: true,
    start: from + nth * frame,
    duration: frame,
  }));
  const config = { codec: "opus", sampleRate: 48_000, numberOfChannels: 1 };
  return { kind: "audio", codec: "opus", config, packets };
}

describe("a film that is repeated, whose sound is shorter than its picture", () => {
  test.each([0.5, 2, 5, 9, 11, 15, 20, 39])("by %d ms", (milliseconds) => {
    const hole = milliseconds / 1000;
    const line = createSoundLine();
    const length = 10 * frame + hole;
    let until = 0;
    for (let nth = 0; nth < 5; nth++) {
      const start = nth * length;
      line.begin();
      line.add(sound(start));
      const packets = line.cut({ start, end: start + length, whole: true })?.packets ?? [];
      // What a player hears of it: from where the sound before has ended, in the packets' order.
      for (const packet of packets) {
        expect(packet.start - until).toBeLessThan(0.0011);
        until = Math.max(until, packet.start + packet.duration);
      }
      // Its own sound is all there, at its time, and no silence reaches far into it.
      const own = packets.slice(-10);
      expect(own.map(({ data }) => data[0])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
      expect(own[0]?.start).toBeCloseTo(start, 9);
      const last = packets.at(-11);
      if (last) expect(last.start + last.duration - start).toBeLessThan(1e-6);
    }
    expect(until).toBeCloseTo(4 * length + 10 * frame, 9);
  });
});
