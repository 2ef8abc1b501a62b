import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { deflateSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import sharp from "sharp";
import { probeFile } from "@/lib/media/probe-file";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "yieldcast-probe-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function probe(content: Uint8Array | string) {
  const file = path.join(folder, "file");
  await writeFile(file, content);
  return probeFile(file);
}

/** One second of silence, 8,000 Hz. */
function wav(seconds = 1, said = seconds): Buffer {
  const head = Buffer.alloc(44);
  head.write("RIFF");
  head.writeUInt32LE(36 + said * 16_000, 4);
  head.write("WAVEfmt ", 8);
  for (const [at, value] of [16, 0x10001, 8000, 16_000, 0x100002].entries()) {
    head.writeUInt32LE(value, 16 + at * 4);
  }
  head.write("data", 36);
  head.writeUInt32LE(said * 16_000, 40);
  return Buffer.concat([head, Buffer.alloc(seconds * 16_000)]);
}

/** A picture of one grey, whose header says how large it is, however little comes behind it. */
function png(width: number, height: number, content = deflateSync(Buffer.alloc(100))): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const bytes = Buffer.concat([Buffer.alloc(4), Buffer.from(type), data, Buffer.alloc(4)]);
    bytes.writeUInt32BE(data.length);
    bytes.writeUInt32BE(crc(bytes.subarray(4, -4)), bytes.length - 4);
    return bytes;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", content),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** https://www.w3.org/TR/png/#D-CRCAppendix */
function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

const box = (type: string, ...content: Buffer[]) => {
  const body = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4);
  return Buffer.concat([head, body]);
};
const ftyp = box("ftyp", Buffer.from("isom\0\0\0\0isommp42"));

test.each<[string, () => Uint8Array | string | Promise<Uint8Array>, object]>([
  ["nothing", () => "", { mimeType: "application/octet-stream" }],
  ["a text", () => "Grüße,\n\t🎈\r\n", { mimeType: "text/plain" }],
  ["a text with a mark", () => "\ufeffa,b\n", { mimeType: "text/plain" }],
  ["a long text", () => "ä".repeat(400_001), { mimeType: "text/plain" }],
  ["Latin 1", () => Buffer.from("Grüße", "latin1"), { mimeType: "application/octet-stream" }],
  ["control characters", () => "a\u0000b", { mimeType: "application/octet-stream" }],
  [
    "a long text and then none",
    () => `${"a".repeat(600_000)}\u0001`,
    { mimeType: "application/octet-stream" },
  ],
  [
    "half a character at the end",
    () => Buffer.from("ä").subarray(0, 1),
    { mimeType: "application/octet-stream" },
  ],
  ["a PDF", () => "%PDF-1.7\n", { mimeType: "application/pdf" }],
  ["a picture", () => png(10, 5), { mimeType: "image/png", width: 10, height: 5 }],
  [
    "a picture on its side",
    () =>
      sharp({ create: { width: 8, height: 4, channels: 3, background: "red" } })
        .withMetadata({ orientation: 6 })
        .jpeg()
        .toBuffer(),
    { mimeType: "image/jpeg", width: 4, height: 8 },
  ],
  ["a sound", () => wav(), { mimeType: "audio/wav", duration: 1, sampleRate: 8000, channels: 1 }],
])("%s is what it is", async (_what, content, expected) => {
  expect(await probe(await content())).toEqual(expected);
});

test.each<[string, () => Uint8Array | string, string]>([
  ["a picture of 100,000 × 100,000", () => png(100_000, 100_000), "image/png"],
  ["a picture of 10,001 × 10,000", () => png(10_001, 10_000), "image/png"],
  [
    "a picture cut in its first bytes",
    () => png(10, 10).subarray(0, 12),
    "application/octet-stream",
  ],
  ["a picture that is its signature", () => Buffer.from("ffd8ffe0", "hex"), "image/jpeg"],
  ["an MP4 without anything", () => ftyp, "video/mp4"],
  [
    "an MP4 of empty boxes",
    () => Buffer.concat([ftyp, ...Array(100_000).fill(box("free"))]),
    "video/mp4",
  ],
  [
    "an MP4 of boxes in one another",
    () =>
      Buffer.concat([
        ftyp,
        Array.from({ length: 2000 }).reduce<Buffer>((inner) => box("moov", inner), box("moov")),
      ]),
    "video/mp4",
  ],
  ["a sound without samples", () => wav(0), "audio/wav"],
  [
    "noise behind the mark of an Ogg",
    () => Buffer.concat([Buffer.from("OggS"), Buffer.alloc(50_000, 7)]),
    "audio/ogg",
  ],
])("%s harms nobody, and is not read", async (_what, content, mimeType) => {
  const { mimeType: found, ...known } = await probe(content());
  expect(found).toContain(mimeType.split("/")[1]);
  expect(known).toEqual({});
});

test.each<[string, () => Uint8Array | string]>([
  [
    "an SVG that fetches, and grows without end",
    () =>
      `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg" width="99999" height="99999"><image href="file:///etc/passwd"/>&b;</svg>`,
  ],
  [
    "a playlist of other files",
    () => "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n",
  ],
])("%s is neither a picture nor sound", async (_what, content) => {
  const known = await probe(content());
  expect(known.mimeType).not.toMatch(/^(image|audio|video)\//);
  expect(Object.keys(known)).toEqual(["mimeType"]);
});

test("a picture that is a bomb is not unpacked", async () => {
  const before = process.memoryUsage().rss;
  const bomb = png(9_999, 9_999, deflateSync(Buffer.alloc(9_999 * 10_000)));
  expect(await probe(bomb)).toEqual({ mimeType: "image/png", width: 9_999, height: 9_999 });
  expect(process.memoryUsage().rss - before).toBeLessThan(250 * 2 ** 20);
});

test("a sound that says it is longer than it is lasts as long as it does", async () => {
  const { duration } = await probe(wav(1, 1000));
  expect(duration).toBeLessThan(1.1);
});

test("a large recording in fragments lasts as long as these, whatever its header says", async () => {
  const file = await readFile("tests/fixtures/media/sweep-fragments.mp4");
  // Browsers count in milliseconds what is to be counted in samples: 45 ms of the two seconds.
  const header = file.indexOf("mdhd");
  expect(file.readUInt32BE(header + 20)).toBe(0);
  file.writeUInt32BE(2000, header + 20);
  const large = Buffer.concat([file, box("free", Buffer.alloc(9 * 2 ** 20))]);
  for (const content of [file, large]) {
    expect((await probe(content)).duration).toBeCloseTo(2.02, 2);
  }
});

test("files that would be looked at for ever delay others by seconds, not by minutes", async () => {
  // An index of a few bytes that promises four billion packets.
  const endless = await readFile("tests/fixtures/media/sweep.m4a");
  endless.writeUInt32BE(0xffff_ffff, endless.indexOf("stsc") + 16);
  const hostile = path.join(folder, "endless");
  const honest = path.join(folder, "honest");
  await Promise.all([writeFile(hostile, endless), writeFile(honest, wav())]);
  const began = performance.now();
  const all = [hostile, hostile, honest, honest, honest].map(probeFile);
  for (const known of await Promise.all(all.slice(2))) {
    expect(known).toMatchObject({ mimeType: "audio/wav", duration: 1 });
  }
  expect(performance.now() - began).toBeLessThan(10_000);
  for (const known of await Promise.all(all.slice(0, 2))) {
    expect(Object.keys(known)).toEqual(["mimeType"]);
  }
});
