import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from "mediabunny";
import {
  type CodedTrack,
  chunkEpoch,
  mp4Type,
  readMp4Chunk,
  writeMp4Chunk,
} from "@/lib/media/mp4-chunk";

/** The tracks of a fixture, moved by some seconds. */
async function tracksOf(name: string, by = 0): Promise<CodedTrack[]> {
  const source = new BufferSource(readFileSync(`tests/fixtures/media/${name}`));
  using input = new Input({ source, formats: ALL_FORMATS });
  const tracks: CodedTrack[] = [];
  for (const track of [...(await input.getVideoTracks()), ...(await input.getAudioTracks())]) {
    const packets = [];
    for await (const { data, type, timestamp, duration } of new EncodedPacketSink(
      track,
    ).packets()) {
      packets.push({ data, key: type === "key", start: timestamp + by, duration });
    }
    const [codec, config] = [await track.getCodec(), await track.getDecoderConfig()];
    tracks.push({ kind: track.type, codec, config, packets } as CodedTrack);
  }
  return tracks;
}

const text = (data: Uint8Array) => Buffer.from(data).toString("latin1");
const count = (data: Uint8Array, box: string) => text(data).split(box).length - 1;

const part = (track: CodedTrack, from: number, to?: number): CodedTrack => ({
  ...track,
  packets: track.packets.slice(from, to),
});

describe("a chunk written as MP4", () => {
  test("is an initialisation part and one fragment", async () => {
    const { data, initBytes } = await writeMp4Chunk(await tracksOf("part-0.mp4"));
    expect([count(data, "moov"), count(data, "moof"), count(data, "mdat")]).toEqual([1, 1, 1]);
    expect(text(data.subarray(initBytes + 4, initBytes + 8))).toBe("moof");
    expect(count(data, "mfra")).toBe(0);
  });

  test("has the initialisation part of every other one with its configuration, whenever made", async () => {
    const first = await writeMp4Chunk(await tracksOf("part-0.mp4"));
    const realNow = Date.now;
    Date.now = () => realNow() + 86_400_000;
    try {
      const second = await writeMp4Chunk(await tracksOf("part-1.mp4", 10));
      expect(second.init).toBe(first.init);
      expect(second.data.subarray(0, second.initBytes)).toEqual(
        first.data.subarray(0, first.initBytes),
      );
    } finally {
      Date.now = realNow;
    }
  });

  test("has another initialisation part for another configuration", async () => {
    const tracks = await tracksOf("part-0.mp4");
    const whole = await writeMp4Chunk(tracks);
    const silent = await writeMp4Chunk(tracks.filter(({ kind }) => kind === "video"));
    expect(silent.init).not.toBe(whole.init);
  });

  test("gives its packets again, pictures out of their order and sound before 0 as well", async () => {
    const tracks = await tracksOf("part-0.mp4");
    const read = await readMp4Chunk((await writeMp4Chunk(tracks)).data);
    expect(read.map(({ kind, codec }) => [kind, codec])).toEqual([
      ["video", "avc"],
      ["audio", "aac"],
    ]);
    const starts = tracks[0]?.packets.map(({ start }) => start) ?? [];
    expect(starts).not.toEqual(starts.toSorted((a, b) => a - b));
    expect(tracks[1]?.packets[0]?.start).toBeLessThan(0);
    for (const [at, { packets }] of read.entries()) {
      const wanted = tracks[at]?.packets ?? [];
      expect(packets.map(({ data, key }) => [text(data), key])).toEqual(
        wanted.map(({ data, key }) => [text(data), key]),
      );
      for (const [nth, { start }] of packets.entries()) {
        expect(Math.abs(start - (wanted[nth]?.start ?? Number.NaN))).toBeLessThan(1 / 44100);
      }
    }
  });

  test("stands where its packets do, however late that is", async () => {
    const { data } = await writeMp4Chunk(await tracksOf("part-1.mp4", 36_000));
    using input = new Input({ source: new BufferSource(data), formats: ALL_FORMATS });
    const [track] = await input.getVideoTracks();
    expect(await track?.getFirstTimestamp()).toBeCloseTo(36_000 + chunkEpoch, 4);
  });

  test("may begin amid a group of pictures, and says so", async () => {
    const [pictures, sound] = await tracksOf("part-0.mp4");
    if (!pictures || !sound) throw new Error("The fixture has two tracks.");
    for (const length of [1, 5, 20]) {
      const tracks = [part(pictures, 3, 3 + length), part(sound, 0, 2)];
      const [read] = await readMp4Chunk((await writeMp4Chunk(tracks)).data);
      expect(read?.packets.map(({ key }) => key)).toEqual(Array(length).fill(false));
    }
  });

  test("keeps its initialisation part where a track has nothing this time", async () => {
    const [pictures, sound] = await tracksOf("part-0.mp4");
    if (!pictures || !sound) throw new Error("The fixture has two tracks.");
    const whole = await writeMp4Chunk([pictures, sound]);
    const silent = await writeMp4Chunk([pictures, part(sound, 0, 0)]);
    expect(silent.init).toBe(whole.init);
  });
});

test("names types as browsers know them", () => {
  const config = { numberOfChannels: 2, sampleRate: 44100 };
  expect(mp4Type([{ kind: "audio", config: { ...config, codec: "mp3" } }])).toBe(
    'audio/mp4; codecs="mp4a.6B"',
  );
  expect(
    mp4Type([
      { kind: "audio", config: { ...config, codec: "mp4a.40.2" } },
      { kind: "video", config: { codec: "avc1.64001e" } },
    ]),
  ).toBe('video/mp4; codecs="avc1.64001e, mp4a.40.2"');
});
