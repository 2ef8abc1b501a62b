import { describe, expect, test } from "@jest/globals";
import { readMp4Chunk } from "@/lib/media/mp4-chunk";
import { endOf, fixture, slices, yieldSound } from "./yield-sound";

// Packets and rates as ffprobe counts them; the coders' delay and padding as their headers say.
const files = [
  { name: "sweep.mp3", type: "mp4a.6B", rate: 44_100, packets: 78, lead: 1105, tail: 551, end: 2 },
  { name: "sweep-bare.mp3", type: "mp4a.6B", rate: 44_100, packets: 78, end: (78 * 1152) / 44_100 },
  { name: "sweep-24k.mp3", type: "mp4a.6B", rate: 24_000, packets: 86, end: (86 * 576) / 24_000 },
  { name: "sweep.aac", type: "mp4a.40.2", rate: 44_100, packets: 88, end: (88 * 1024) / 44_100 },
  {
    name: "sweep.m4a",
    type: "mp4a.40.2",
    rate: 44_100,
    packets: 88,
    lead: 1024,
    tail: 888,
    end: 2,
  },
  {
    name: "sweep-fragments.mp4",
    type: "mp4a.40.2",
    rate: 44_100,
    packets: 88,
    end: (88 * 1024) / 44_100,
  },
  {
    name: "sweep-opus.ogg",
    type: "opus",
    rate: 48_000,
    packets: 101,
    lead: 312,
    tail: 648,
    end: 2,
  },
  { name: "sweep-vorbis.ogg", type: "vorbis", rate: 44_100, packets: 96, tail: 568, end: 2 },
  { name: "sweep-flac.ogg", type: "flac", rate: 44_100, packets: 20, end: 2 },
  { name: "sweep.flac", type: "flac", rate: 44_100, packets: 20, end: 2 },
  { name: "sweep.webm", type: "opus", rate: 48_000, packets: 101, lead: 312, tail: 648, end: 2 },
  {
    name: "sweep-live.webm",
    type: "opus",
    rate: 48_000,
    packets: 101,
    lead: 312,
    tail: 648,
    end: 2,
  },
  { name: "sweep-vorbis.webm", type: "vorbis", rate: 44_100, packets: 96, end: 2 },
];

const cuts = { whole: Number.MAX_SAFE_INTEGER, "20,000": 20_000, "700": 700, "1": 1 };

describe.each(files)("$name", ({ name, type, rate, packets, lead = 0, tail = 0, end }) => {
  /** Its packets, behind one another. */
  async function packetsOf(files: readonly Uint8Array[]) {
    const tracks = (await Promise.all(files.map(readMp4Chunk))).flat();
    return tracks.flatMap((track) => track.packets);
  }

  test.each(Object.entries(cuts))(
    "in slices of %s bytes gives each packet once",
    async (_, size) => {
      const bytes = await fixture(name);
      const whole = await yieldSound([bytes]);
      const cut = await yieldSound(slices(bytes, Math.min(size, bytes.length)));
      const [expected, came] = [await packetsOf(whole.files), await packetsOf(cut.files)];
      expect(came).toHaveLength(packets);
      const same = came.map(({ data }, at) => Buffer.compare(data, expected[at]?.data ?? data));
      expect(new Set(same)).toEqual(new Set([0]));

      // Vorbis in WebM has times in milliseconds only.
      expect(endOf(cut.chunks)).toBeCloseTo(end, name === "sweep-vorbis.webm" ? 1 : 9);
      expect(cut.chunks[0]).toMatchObject({
        index: 0,
        start: 0,
        type: `audio/mp4; codecs="${type}"`,
        continues: false,
      });
      expect(Math.round((cut.chunks[0]?.lead ?? 0) * rate)).toBe(lead);
      expect(Math.round((cut.chunks.at(-1)?.tail ?? 0) * rate)).toBe(tail);
      expect(cut.chunks.slice(1).every(({ continues }) => continues)).toBe(true);
      expect(new Set(cut.chunks.map(({ init }) => init)).size).toBe(1);
    },
  );

  test("lies on the output's clock without a gap", async () => {
    const { chunks, files } = await yieldSound(slices(await fixture(name), 700));
    let clock = 0;
    for (const [at, { start, duration, lead }] of chunks.entries()) {
      expect(start).toBeCloseTo(clock, 9);
      clock = start + duration;
      const [first] = await packetsOf(files.slice(at, at + 1));
      // A file's clock counts whole samples.
      expect(Math.abs((first?.start ?? 0) - (start - lead))).toBeLessThan(1 / rate);
    }
  });
});

test("a whole file holds nothing back", async () => {
  for (const { name } of files) {
    const { entries } = await yieldSound([await fixture(name)]);
    expect([name, entries.map(({ length }) => length)]).toEqual([name, [1, 0]]);
  }
});

test("a recording that does not know its sizes is heard while it comes", async () => {
  const { entries } = await yieldSound(slices(await fixture("sweep-live.webm"), 2000));
  expect(entries.slice(0, 6).filter(({ length }) => length > 0).length).toBeGreaterThan(2);
});
