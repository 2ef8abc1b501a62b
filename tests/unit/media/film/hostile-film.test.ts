import { readFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "@jest/globals";
import { createFilm, type Film } from "@/lib/media/film/film";

let film: Film | undefined;
afterEach(() => film?.close());

const read = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/media/${name}`));

/** What is said of bytes that are all that is yielded. */
async function fault(bytes: Uint8Array, timeLimit = 3000): Promise<string> {
  film = createFilm({ timeLimit });
  try {
    await film.add(bytes);
    await film.end();
    return "";
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}

/** MP4 with numbers written over those behind a box's name. */
function withNumbers(name: string, box: string, numbers: Record<number, number>): Uint8Array {
  const bytes = read(name);
  const at = Buffer.from(bytes).indexOf(box) + 4;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (const [offset, number] of Object.entries(numbers))
    view.setUint32(at + Number(offset), number);
  return bytes;
}

const billions = 0xfffffff0;

describe("what is no film", () => {
  test.each([
    ["nothing at all", new Uint8Array(0)],
    ["text", new TextEncoder().encode("This is no film. ".repeat(50))],
    ["MP4 that is cut off", read("part-0.mp4").subarray(0, 900)],
    ["MP4 whose index is cut off", read("part-0.mp4").subarray(0, 16_000)],
    ["a fragment of MP4 alone", read("part-0.mp4").subarray(40)],
    ["WebM that is cut off", read("vp8.webm").subarray(0, 300)],
    ["MPEG-TS that is cut off", read("part-0.m2ts").subarray(0, 700)],
    ["sound called a film", read("sweep.m4a")],
    ["WebM of noise", new Uint8Array([0x1a, 0x45, 0xdf, 0xa3, ...Array(5000).fill(0xa5)])],
    [
      "MPEG-TS of noise",
      Uint8Array.from({ length: 1880 }, (_, at) => (at % 188 === 0 ? 0x47 : at % 251)),
    ],
    ["boxes in boxes", nested()],
    ["sample times by the billion", withNumbers("part-0.mp4", "stts", { 8: billions })],
    ["chunks by the billion", withNumbers("part-0.mp4", "stsc", { 12: billions })],
    ["an index of four gigabytes", withNumbers("part-0.mp4", "moov", { [-8]: billions })],
    ["fragments of billions", withNumbers("fragmented.mp4", "trun", { 4: billions })],
  ])("is refused: %s", async (_what, bytes) => {
    expect(await fault(bytes)).toMatch(/^YieldError: expects /);
  });

  test("is refused when it takes too long, and the next film of another run is read", async () => {
    expect(await fault(read("part-0.mp4"), 0)).toMatch(/^YieldError: /);
    film?.close();
    expect(await fault(read("part-0.mp4"))).toBe("");
  });
});

test("WebM of millions of elements with nothing in them is refused", async () => {
  const bytes = read("vp8.webm");
  const cluster = Buffer.from(bytes).indexOf(Buffer.of(0x1f, 0x43, 0xb6, 0x75));
  // Behind it, its size of 8 bytes and its clock: blocks without a byte.
  const blocks = Buffer.alloc(2 ** 21, Buffer.of(0xa3, 0x80));
  const head = bytes.slice(0, cluster);
  const open = Buffer.of(
    0x1f,
    0x43,
    0xb6,
    0x75,
    1,
    255,
    255,
    255,
    255,
    255,
    255,
    255,
    0xe7,
    0x81,
    0,
  );
  expect(await fault(new Uint8Array(Buffer.concat([head, open, blocks])))).toMatch(
    /^YieldError: expects slices of one WebM stream/,
  );
});

test("a film whose clock goes backwards, of half a million packets, is refused", async () => {
  const bytes = read("part-0.m2ts");
  const again = Buffer.alloc(188 * 150_000, bytes.subarray(188 * 3, 188 * 4));
  expect(await fault(new Uint8Array(Buffer.concat([bytes, again])))).toMatch(/^(YieldError: .*)?$/);
});

test("sizes of billions of samples are not believed", async () => {
  const bytes = withNumbers("part-0.mp4", "stsz", { 4: 1, 8: billions });
  // There are no more samples than there are times: these may be read, if only as noise.
  expect(await fault(bytes)).toMatch(/^(YieldError: expects .*)?$/);
});

test("a film with a picture that is shown days later is refused, rather than filled with silence", async () => {
  // The 14th picture's offset from its place in decoding, in ticks of 1/15360 s.
  const bytes = withNumbers("fragmented.mp4", "trun", { 124: 0xffffff00 });
  expect(await fault(bytes)).toMatch(/at most 4 hours of film at once; got [\d.]+ hours/);
});

test("pictures of 10,000 by 10,000 are refused", async () => {
  const bytes = read("part-0.mp4");
  const entry = Buffer.from(bytes).indexOf("avc1", Buffer.from(bytes).indexOf("stsd"));
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(entry + 28, (10_000 << 16) | 10_000);
  expect(await fault(bytes)).toMatch(/8192 pixels a side.* got 10000 × 10000/);
});

describe("codecs that browsers do not play are named, with what to do", () => {
  test.each([
    ["hevc.mp4", /HEVC .*ffmpeg -i film -c:v libx264 -c:a aac/],
    ["mpeg2.m2ts", /MPEG-2 video; .*ffmpeg/],
    ["ac3.mp4", /AC-3; .*ffmpeg/],
  ])("%s", async (name, said) => {
    expect(await fault(read(name))).toMatch(said);
  });
});

test("a film that does not begin with a key picture is refused", async () => {
  const bytes = read("part-0.m2ts");
  // Without the mark of a key picture, which ffmpeg gives its first.
  for (let at = 0; at < bytes.length; at += 188) {
    const adapted = ((bytes[at + 3] ?? 0) & 0x20) !== 0 && (bytes[at + 4] ?? 0) > 0;
    if (adapted) bytes[at + 5] = (bytes[at + 5] ?? 0) & ~0x40;
  }
  expect(await fault(bytes)).toMatch(/^(YieldError: .*key picture.*)?$/);
});

/** A box in a box, ten thousand deep. */
function nested(): Uint8Array {
  const depth = 10_000;
  const bytes = new Uint8Array(8 * depth + 16);
  const view = new DataView(bytes.buffer);
  bytes.set(Buffer.from("\0\0\0\x10ftypisom\0\0\0\0", "latin1"));
  for (let nth = 0; nth < depth; nth++) {
    view.setUint32(16 + 8 * nth, 8 * (depth - nth));
    bytes.set(Buffer.from(nth === 0 ? "moov" : "trak"), 20 + 8 * nth);
  }
  return bytes;
}
