import { describe, expect, it } from "@jest/globals";
import { fileEpoch } from "@/lib/client/players/append-chunk";
import {
  type ChunkOnWire,
  extentOf,
  joinChunks,
  type MediaOnWire,
  placeAt,
  placeOf,
} from "@/lib/client/players/joined-chunks";
import { chunkEpoch } from "@/lib/media/mp4-chunk";

const chunk = (index: number, run = "a"): ChunkOnWire => ({
  index,
  url: `/media/${run}/${index}.wav`,
  mimeType: "audio/wav",
  start: index / 50,
  duration: 1 / 50,
  lead: 0,
  tail: 0,
  continues: false,
});

const wire = (chunks: ChunkOnWire[], more: Partial<MediaOnWire> = {}): MediaOnWire => ({
  chunks,
  reset: false,
  playlist: null,
  file: null,
  ...more,
});

describe("joined chunks", () => {
  it("keeps all, each once, in their order", () => {
    const one = joinChunks(undefined, wire([chunk(0), chunk(1)], { reset: true }));
    const two = joinChunks(one, wire([chunk(1), chunk(2)]));
    expect(two.list.slice(0, two.count)).toEqual([chunk(0), chunk(1), chunk(2)]);
    expect(one.list.slice(0, one.count)).toEqual([chunk(0), chunk(1)]);
    expect(two.origin).toBe(one.origin);
  });

  it("is the same value where nothing is new", () => {
    const one = joinChunks(undefined, wire([chunk(0)], { reset: true }));
    expect(joinChunks(one, wire([chunk(0)]))).toBe(one);
    expect(joinChunks(one, wire([]))).toBe(one);
    expect(joinChunks(one, wire([], { playlist: "/all.m3u8" }))).not.toBe(one);
  });

  it("is one file until a chunk comes that cannot be joined, and never again", () => {
    const file = "/all.wav";
    const one = joinChunks(undefined, wire([chunk(0)], { file }));
    expect(joinChunks(joinChunks(undefined, wire([])), wire([chunk(0)], { file })).file).toBe(file);
    const other = joinChunks(one, wire([chunk(1)], { file: null }));
    expect([one.file, other.file]).toEqual([file, null]);
    expect(joinChunks(other, wire([chunk(2)], { file })).file).toBeNull();
    expect(joinChunks(other, wire([chunk(0)], { file, reset: true })).file).toBe(file);
  });

  it("begins again with other chunks, but goes on where a state is sent again", () => {
    const one = joinChunks(undefined, wire([chunk(0), chunk(1)], { reset: true }));
    const again = joinChunks(one, wire([chunk(0), chunk(1), chunk(2)], { reset: true }));
    expect([again.origin, again.count]).toEqual([one.origin, 3]);
    const other = joinChunks(again, wire([chunk(0, "b")], { reset: true }));
    expect(other.origin).not.toBe(again.origin);
    expect(other.list).toEqual([chunk(0, "b")]);
  });

  it("lets two grow out of one", () => {
    const one = joinChunks(undefined, wire([chunk(0)], { reset: true }));
    const left = joinChunks(one, wire([chunk(1)]));
    const right = joinChunks(one, wire([chunk(1, "b"), chunk(2, "b")]));
    expect(left.list.slice(0, left.count)).toEqual([chunk(0), chunk(1)]);
    expect(right.list.slice(0, right.count)).toEqual([chunk(0), chunk(1, "b"), chunk(2, "b")]);
  });

  it("does not copy what was there: 10,000 chunks one by one stay in one list", () => {
    let joined = joinChunks(undefined, wire([chunk(0)], { reset: true }));
    const { list } = joined;
    for (let index = 1; index < 10_000; index++) joined = joinChunks(joined, wire([chunk(index)]));
    expect(joined.list).toBe(list);
    expect(joined.count).toBe(10_000);
  });

  it("finds chunks by time and by index, also where the first are not kept", () => {
    const chunks = [5, 6, 7, 9].map((index) => chunk(index));
    const joined = joinChunks(undefined, wire(chunks, { reset: true }));
    expect(extentOf(joined)).toEqual({ start: 0.1, end: 9 / 50 + 1 / 50 });
    expect([0, 0.1, 0.119, 0.12, 0.3].map((time) => placeAt(joined, time))).toEqual([
      0, 0, 0, 1, 3,
    ]);
    expect([0, 5, 7, 8, 9, 10].map((index) => placeOf(joined, index))).toEqual([0, 0, 2, 3, 3, 4]);
  });

  it("is played at the time that the server's files have", () => {
    expect(fileEpoch).toBe(chunkEpoch);
  });
});
