import { randomBytes } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import sharp from "sharp";
import { encodeImage } from "@/lib/media/encode-image";
import { rawImageType } from "@/lib/media/image-type";
import { isPackable } from "@/lib/media/is-packable";

const type = rawImageType({ width: 300, height: 200, channels: 3 });
const request = { format: undefined, width: undefined, quality: undefined };

async function pngOf(data: Uint8Array): Promise<Uint8Array> {
  const { data: png } = await encodeImage({ data, type }, request);
  expect(Buffer.from(data).equals(await sharp(png).raw().toBuffer())).toBe(true);
  return png;
}

describe("pixels as PNG", () => {
  test("are stored as they are where they cannot be packed: packing would make them larger", async () => {
    const noise = randomBytes(300 * 200 * 3);
    const packed = await sharp(noise, { raw: { width: 300, height: 200, channels: 3 } })
      .png({ compressionLevel: 1 })
      .toBuffer();
    const { byteLength } = await pngOf(noise);
    expect(byteLength).toBeLessThan(noise.byteLength * 1.01);
    expect(byteLength).toBeLessThan(packed.byteLength);
  });

  test("are packed where that is worth it, also where most of them are noise", async () => {
    expect((await pngOf(new Uint8Array(300 * 200 * 3).fill(7))).byteLength).toBeLessThan(4000);
    const half = Buffer.concat([randomBytes(120_000), Buffer.alloc(60_000)]);
    expect((await pngOf(half)).byteLength).toBeLessThan(140_000);
  });

  test.each([0, 1, 2047, 2048, 2049, 20_000])(
    "are looked at however few they are: %s bytes",
    (size) => {
      expect(isPackable(randomBytes(size))).toBe(false);
      expect(isPackable(new Uint8Array(size))).toBe(size > 100);
    },
  );
});
