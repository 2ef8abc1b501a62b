import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import sharp from "sharp";
import { readImage } from "@/lib/media/read-image";

const dot = { data: new Uint8Array([255, 0, 0]), width: 1, height: 1, channels: 3 };
const png = sharp(dot.data, { raw: { width: 1, height: 1, channels: 3 } }).png();

describe("pixels", () => {
  test.each([1, 2, 3, 4])("of %d channels need not say how many", async (channels) => {
    const image = await readImage({ data: new Uint8Array(6 * channels), width: 3, height: 2 });
    expect(image).toMatchObject({ type: `image/x-raw; width=3; height=2; channels=${channels}` });
  });

  test("may be clamped, as those of a canvas are", async () => {
    const data = new Uint8ClampedArray([1, 2, 3, 4]);
    expect([...(await readImage({ data, width: 1, height: 1 })).data]).toEqual([1, 2, 3, 4]);
  });

  test.each([
    [{ ...dot, width: 2 }, /3 bytes for 2 × 1 × 3/],
    [{ ...dot, width: 0 }, /width and a height of at least 1.*got 0 × 1/],
    [{ ...dot, width: 1.5 }, /got 1.5 × 1/],
    [{ ...dot, width: 1e6, height: 1e6 }, /at most 100,000,000 pixels/],
    [{ ...dot, channels: 5 }, /1 to 4 channels/],
    [{ data: new Uint8Array(5), width: 1, height: 1 }, /1 to 4 channels; got 5 bytes for 1 × 1/],
  ])("of another number are refused: %j", async (value, message) => {
    await expect(readImage(value)).rejects.toThrow(message);
  });
});

describe("encoded bytes", () => {
  test.each(["png", "jpeg", "webp", "gif", "avif"] as const)(
    "of %s stay as they are",
    async (format) => {
      const data = await png.clone().toFormat(format).toBuffer();
      const image = await readImage(new Uint8Array(data));
      expect(image).toMatchObject({ type: `image/${format}`, width: 1, height: 1 });
      expect(Buffer.from(image.data).equals(data)).toBe(true);
    },
  );

  test("that no page shows are turned into PNG, and no script comes through", async () => {
    const tiff = await png.clone().tiff().toBuffer();
    expect(await readImage(tiff)).toMatchObject({ type: "image/png" });
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="3"><script>alert(1)</script></svg>';
    const image = await readImage(new Blob([svg]));
    expect(image).toMatchObject({ type: "image/png", width: 2, height: 3 });
    expect(Buffer.from(image.data).includes("script")).toBe(false);
  });

  test("of a photograph that lies on its side have the size that is shown", async () => {
    const wide = sharp({ create: { width: 4, height: 2, channels: 3, background: "red" } });
    const data = await wide.jpeg().withMetadata({ orientation: 6 }).toBuffer();
    expect(await readImage(data)).toMatchObject({ width: 2, height: 4 });
  });

  test("are copied, those of a Buffer too", async () => {
    const data = await png.clone().toBuffer();
    const image = await readImage(data);
    const before = Buffer.from(image.data);
    data.fill(0);
    expect(Buffer.from(image.data).equals(before)).toBe(true);
  });

  test("that are no image are refused", async () => {
    await expect(readImage(new Uint8Array(10))).rejects.toThrow(/10 bytes that are no image/);
  });
});

describe("a path", () => {
  let inside: string;
  let outside: string;
  beforeAll(async () => {
    inside = await mkdtemp(join(process.cwd(), ".yieldcast-test-"));
    outside = await mkdtemp(join(tmpdir(), "yieldcast-test-"));
    const bytes = await png.toBuffer();
    await writeFile(join(inside, "dot.png"), bytes);
    await writeFile(join(outside, "dot.png"), bytes);
    await symlink(join(outside, "dot.png"), join(inside, "link.png"));
  });
  afterAll(async () => {
    await rm(inside, { recursive: true });
    await rm(outside, { recursive: true });
  });

  test("of a file inside the project is read", async () => {
    const path = relative(process.cwd(), join(inside, "dot.png"));
    expect(await readImage(path)).toMatchObject({ type: "image/png", width: 1 });
  });

  test("that leads outside is refused, by a link too, and the message names no folder", async () => {
    const paths = [
      join(outside, "dot.png"),
      relative(process.cwd(), join(outside, "dot.png")),
      join(inside, "link.png"),
      join(inside, "missing.png"),
      inside,
      ".",
    ];
    for (const path of paths) {
      const message = await readImage(path).then(String, (error: Error) => error.message);
      expect(message).toMatch(/expects a path to a file inside the project; got/);
      expect(message).not.toContain(outside);
      expect(message).not.toContain(inside);
    }
  });
});

test.each([5, null, undefined, {}, [], { data: [1, 2, 3], width: 1, height: 1 }])(
  "%j is no image, and the message says what is one",
  async (value) => {
    await expect(readImage(value)).rejects.toThrow(
      /expects an image: \{ data, width, height, channels \}/,
    );
  },
);
