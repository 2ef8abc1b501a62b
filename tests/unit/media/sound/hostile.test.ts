import { monitorEventLoopDelay } from "node:perf_hooks";
import { describe, expect, test } from "@jest/globals";
import { YieldError } from "@/lib/kinds/yield-error";
import { wavHeaderBytes, writeWav } from "@/lib/media/sound/wav-header";
import { inTime } from "../../../in-time";
import { fixture, slices, yieldSound } from "./yield-sound";

/** What yielding some bytes came to: the message of its `YieldError`, or how many chunks. */
async function outcome(bytes: Uint8Array, size = bytes.length): Promise<string | number> {
  try {
    return (await yieldSound(slices(bytes, size))).chunks.length;
  } catch (error) {
    if (!(error instanceof YieldError)) throw error;
    return error.message;
  }
}

const latin = (text: string) => Uint8Array.from(Buffer.from(text, "latin1"));

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}

describe("what is no sound is named", () => {
  const png = latin(`\x89PNG\r\n\x1a\n\0\0\0\rIHDR${"\0".repeat(40)}`);

  test.each([
    [png, /got 56 bytes of image\/png/],
    [latin("<!DOCTYPE html><title>429 Too Many Requests</title>"), /got 51 bytes of HTML/],
    [latin('{"error":"invalid key"}'), /got 23 bytes of JSON/],
    [latin("no sound at all"), /got 15 bytes that begin with 6e 6f 20 73 6f 75 6e 64 …/],
    [latin("abc"), /got 3 bytes that begin with 61 62 63/],
    [new Uint8Array(100_000), /got 100,000 bytes that begin with 00 00/],
  ])("%#", async (bytes, message) => {
    expect(await outcome(bytes)).toMatch(message);
  });

  test("and so is nothing at all", async () => {
    await expect(yieldSound([new Uint8Array(0)])).rejects.toThrow(/expects sound: .*; got 0 bytes/);
  });

  test("and a slice whose stream never began", async () => {
    const middle = (await fixture("sweep-opus.ogg")).slice(9000);
    expect(await outcome(middle)).toMatch(/has to follow the stream's beginning/);
  });
});

const names = [
  "sweep.mp3",
  "sweep.aac",
  "sweep.m4a",
  "sweep-fragments.mp4",
  "sweep-opus.ogg",
  "sweep-vorbis.ogg",
  "sweep.flac",
  "sweep.webm",
];

describe.each(names)("%s", (name) => {
  test("that breaks off amid its sound gives what there is, or says that it breaks off", async () => {
    const bytes = await fixture(name);
    const came = await outcome(bytes.slice(0, bytes.length / 2));
    if (name === "sweep.m4a") expect(came).toMatch(/damaged|breaks off/);
    // All of its sound is in one page.
    else if (name === "sweep-vorbis.ogg") expect(came).toMatch(/breaks off/);
    else expect(came).toBeGreaterThan(0);
  });

  test("that breaks off before its sound says so", async () => {
    const bytes = (await fixture(name)).slice(0, 30);
    expect(await outcome(bytes)).toMatch(/damaged|breaks off/);
  });

  test("with noise in its place is refused or passed over, at any place", async () => {
    const bytes = await fixture(name);
    let seed = 7;
    const random = () => {
      seed = (seed * 1103515245 + 12345) & 0x7fff_ffff;
      return seed;
    };
    for (let round = 0; round < 60; round++) {
      const broken = bytes.slice();
      const from = round < 30 ? random() % 600 : random() % bytes.length;
      const length = 1 + (random() % 400);
      for (let at = from; at < from + length && at < broken.length; at++)
        broken[at] = random() >> 8;
      // Anything but a YieldError would fail here.
      await outcome(broken, round % 2 === 0 ? broken.length : 5000);
    }
  });
});

describe("WAV whose header lies is refused:", () => {
  const format = { encoding: "int", bits: 16, rate: 48_000, channels: 2 } as const;
  const whole = writeWav(format, new Uint8Array(4000));

  test.each<[string, number, number, 2 | 4, RegExp]>([
    ["no channels", 22, 0, 2, /from 1 to 32 channels; got 0/],
    ["60,000 channels", 22, 60_000, 2, /from 1 to 32 channels; got 60000/],
    ["4 GHz", 24, 4_000_000_000, 4, /sample rate .* from 3,000 to 768,000; got 4000000000/],
    ["0 Hz", 24, 0, 4, /sample rate .*; got 0/],
    ["blocks of 9,999 bytes", 32, 9999, 2, /blocks of 9999 bytes for 2 channels of 16 bits/],
    ["17 bits", 34, 17, 2, /the format 0x1 of 17 bits/],
    ["MP3 in it", 20, 0x55, 2, /the format 0x55 of 16 bits; store it as one of these/],
    ["a format of 4 GB", 16, 0xffff_fff0, 4, /a format of 4294967280 bytes/],
    ["a format of 2 bytes", 16, 2, 4, /a format of 2 bytes/],
  ])("%s", async (_, at, value, size, message) => {
    const file = whole.slice();
    const view = new DataView(file.buffer);
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    expect(await outcome(file)).toMatch(message);
  });

  test("sound before its format", async () => {
    const file = joined(whole.slice(0, 12), whole.slice(36), whole.slice(12, 36));
    expect(await outcome(file)).toMatch(/says its format before its sound/);
  });

  test("another chunk of 4 GB", async () => {
    const file = joined(whole.slice(0, 12), latin("LIST\xff\xff\xff\xff"), whole.slice(12));
    expect(await outcome(file)).toMatch(/WAV that has none, or breaks off before it/);
  });

  test("no sound at all", async () => {
    expect(await outcome(whole.slice(0, wavHeaderBytes))).toMatch(/WAV that has none/);
  });
});

describe("what would take for ever ends", () => {
  /** The longest that nobody else had a turn, in ms. */
  async function longestTurn(work: () => Promise<unknown>): Promise<number> {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    await work();
    await new Promise(setImmediate);
    delay.disable();
    return delay.max / 1e6;
  }

  test("MP3 of a million tiny frames", async () => {
    // 24 bytes that stand for 24 ms.
    const frame = latin(`\xff\xf3\x14\xc4${"\0".repeat(20)}`);
    const bytes = new Uint8Array(24_000_000);
    for (let at = 0; at < bytes.length; at += 24) bytes.set(frame, at);
    const read = () =>
      longestTurn(async () => {
        expect(await outcome(bytes)).toMatch(/at most 4 hours of sound at once; got 6.7 hours/);
      });
    await inTime(read, (turn) => expect(turn).toBeLessThan(1000));
  });

  test("MP3 that never comes to its frames", async () => {
    const tag = latin("ID3\x04\0\0\x7f\x7f\x7f\x7f");
    expect(await outcome(joined(tag, new Uint8Array(100_000)))).toMatch(/MP3 that has none/);
    const lost = joined(await fixture("sweep-bare.mp3"), new Uint8Array(200_000).fill(0xff));
    expect(await outcome(lost)).toMatch(/MP3 frames .* bytes in which there is none/);
  });

  test("Ogg whose packet never ends, and Ogg with a thousand streams", async () => {
    const head = latin("OggS\0\x02\0\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\x01\x08");
    const stranger = joined(head, latin("fishead\0"));
    expect(await outcome(joined(...Array(1000).fill(stranger)))).toMatch(/Ogg with something else/);
    const page = new Uint8Array(27 + 255 + 255 * 255).fill(255, 26);
    page.set(latin("OggS\0\x01"));
    page.set([1, 0, 0, 0], 14);
    const opus = (await fixture("sweep-opus.ogg")).slice(0, 47);
    opus.set([1, 0, 0, 0], 14);
    const first = page.slice();
    first[5] = 0;
    const endless = joined(opus, first, ...Array(600).fill(page));
    expect(await outcome(endless)).toMatch(/a packet without an end/);
  });

  test("Matroska in Matroska in Matroska, and elements of exabytes", async () => {
    const start = (await fixture("sweep.webm")).slice(0, 48);
    const cluster = latin("\x1f\x43\xb6\x75\x01\xff\xff\xff\xff\xff\xff\xff");
    const nested = joined(start, new Uint8Array(Buffer.alloc(2_400_000, cluster)));
    expect(await outcome(nested)).toMatch(/WebM that has none|damaged/);
    const large = latin("\xa3\x01\x00\xff\xff\xff\xff\xff\xff");
    const head = latin("\x1a\x45\xdf\xa3\x80\x18\x53\x80\x67\x01\xff\xff\xff\xff\xff\xff\xff");
    expect(await outcome(joined(head, large))).toMatch(/an element of [\d,]+ bytes/);
  });

  test("FLAC that promises 2^36 samples, or a rate of 0", async () => {
    const bytes = await fixture("sweep.flac");
    const most = bytes.slice();
    most.set([0xff, 0xff, 0xff, 0xff], 22);
    most[21] = (most[21] ?? 0) | 15;
    expect(await outcome(most)).toBe(1);
    expect(await outcome(most.slice(0, 60))).toMatch(/FLAC that has none/);
    const still = bytes.slice();
    still.fill(0, 18, 20);
    expect(await outcome(still)).toMatch(/sample rate/);
  });

  test("WebM whose blocks of 7 bytes stand for 256 empty packets each", async () => {
    const file = await fixture("sweep.webm");
    const head = file.slice(0, Buffer.from(file).indexOf("\x1f\x43\xb6\x75", 0, "latin1"));
    const cluster = latin("\x1f\x43\xb6\x75\x01\xff\xff\xff\xff\xff\xff\xff\xe7\x81\0");
    const block = latin("\xa3\x85\x81\0\0\x04\xff");
    const bytes = joined(head, cluster, new Uint8Array(Buffer.alloc(7 * 600_000, block)));
    expect(await outcome(bytes)).toMatch(/a block that says more than it has/);
  });

  test("Ogg of millions of packets of one byte", async () => {
    const file = await fixture("sweep-opus.ogg");
    const second = Buffer.from(file).indexOf("OggS", 4);
    const heads = file.slice(0, Buffer.from(file).indexOf("OggS", second + 4));
    const page = new Uint8Array(27 + 2 * 255).fill(1);
    page.fill(0, 4, 26).set(latin("OggS"));
    page.set(file.subarray(14, 18), 14);
    page[26] = 255;
    const bytes = joined(heads, new Uint8Array(Buffer.alloc(page.length * 8000, page)));
    expect(await outcome(bytes)).toMatch(/at most 1,000,000 packets of sound at once/);
  });

  test("MP4 of boxes with nothing in them", async () => {
    const file = await fixture("sweep.m4a");
    const first = Buffer.from(file).readUInt32BE(0);
    const free = new Uint8Array(Buffer.alloc(8 * 2 ** 20, "\0\0\0\x08free", "latin1"));
    const bytes = joined(file.slice(0, first), free, file.slice(first));
    expect(await outcome(bytes)).toMatch(/boxes in so few bytes/);
  });

  test("MP3 behind a hundred thousand tags", async () => {
    const tags = Buffer.alloc(1_000_000, "ID3\x04\0\0\0\0\0\0", "latin1");
    expect(await outcome(joined(tags, await fixture("sweep-bare.mp3")))).toBe(1);
  });

  test("MP4 whose index promises billions of packets", async () => {
    const bytes = Buffer.from(await fixture("sweep.m4a"));
    for (const [box, at] of [
      ["stsz", 12],
      ["stts", 8],
      ["stts", 12],
      ["stsc", 8],
      ["stsc", 16],
      ["stco", 8],
    ] as const) {
      const broken = Buffer.from(bytes);
      broken.writeUInt32BE(0xffff_ffff, broken.indexOf(box) + at);
      const read = () =>
        longestTurn(async () => {
          const came = await outcome(Uint8Array.from(broken));
          const said = expect.stringMatching(/a table .* of [\d,]+ entr/);
          expect([box, at, came]).toEqual([box, at, said]);
        });
      await inTime(read, (turn) => expect(turn).toBeLessThan(1000));
    }
  });

  test("a yield of more than 64 MiB", async () => {
    await expect(yieldSound([new Uint8Array(2 ** 26 + 1)])).rejects.toThrow(
      /a file of at most 64 MiB; got 67,108,865 bytes; yield it in pieces/,
    );
  });
});
