import { describe, expect, test } from "@jest/globals";
import sharp from "sharp";
import { rawImageType } from "@/lib/media/image-type";
import { createImages } from "@/lib/media/images";
import { createWorkshop } from "@/lib/media/workshop";
import { createMemoryByteStore } from "@/lib/store/memory-byte-store";

const plain = { format: undefined, width: undefined, quality: undefined };

async function create(cacheBytes: number, mostWaiting = 100) {
  const bytes = createMemoryByteStore();
  const data = new Uint8Array(100 * 100 * 3).map((_, at) => (at * 7919) % 256);
  const id = await bytes.put("a", data, rawImageType({ width: 100, height: 100, channels: 3 }));
  const workshop = createWorkshop({ cacheBytes, mostWaiting });
  return { bytes, data, id, workshop, images: createImages({ bytes, workshop }) };
}

describe("a picture", () => {
  test("is encoded once for all who ask for the same", async () => {
    const { images, id } = await create(2 ** 20);
    const all = await Promise.all(Array.from({ length: 5 }, () => images.get("a", id, plain)));
    expect(new Set(all).size).toBe(1);
    expect(await images.get("a", id, plain)).toBe(all[0]);
    expect(await images.get("a", id, { ...plain, width: 10 })).not.toBe(all[0]);
  });

  test("of pixels is a PNG of exactly those pixels", async () => {
    const { images, id, data } = await create(0);
    const image = await images.get("a", id, plain);
    expect(image?.type).toBe("image/png");
    expect(Buffer.from(data).equals(await sharp(image?.data).raw().toBuffer())).toBe(true);
  });

  test("that was encoded already is handed on untouched", async () => {
    const { bytes, images } = await create(2 ** 20);
    const data = new Uint8Array(
      await sharp({ create: { width: 1, height: 1, channels: 3, background: "red" } })
        .png()
        .toBuffer(),
    );
    const id = await bytes.put("a", data, "image/png");
    expect((await images.get("a", id, plain))?.data).toBe(data);
    expect((await images.get("a", id, { ...plain, format: "png" }))?.data).toBe(data);
  });

  test("is encoded anew where the cache has no room for it", async () => {
    const { images, id } = await create(0);
    expect(await images.get("a", id, plain)).not.toBe(await images.get("a", id, plain));
  });

  test("of a run that is forgotten is held no longer, also one that was being made then", async () => {
    const { images, id, bytes, workshop } = await create(2 ** 20);
    const again = new Map<number, unknown>();
    for (const width of [10, 20]) again.set(width, await images.get("a", id, { ...plain, width }));
    const making = images.get("a", id, { ...plain, width: 30 });
    await bytes.get("a", id);
    workshop.forget("a");
    again.set(30, await making);
    // The bytes are there still, so what is given now was made now.
    for (const [width, before] of again) {
      const now = await images.get("a", id, { ...plain, width });
      expect(now?.data).toEqual((before as typeof now)?.data);
      expect(now).not.toBe(before);
    }
  });

  test("is refused by name where too many are waiting, and comes again once they are done", async () => {
    const { images, id } = await create(2 ** 20, 3);
    const asked = Array.from({ length: 20 }, (_, at) =>
      images.get("a", id, { ...plain, width: at + 1 }),
    );
    const all = await Promise.allSettled(asked);
    const refused = all.filter((each) => each.status === "rejected");
    expect(refused).toHaveLength(15); // two at work and three waiting
    for (const { reason } of refused) {
      expect(reason).toMatchObject({ code: "TOO_MANY_PICTURES" });
      expect(String(reason)).toContain("YIELDCAST_MAX_ENCODINGS");
    }
    expect((await images.get("a", id, { ...plain, width: 20 }))?.type).toBe("image/png");
  });

  test("that is not kept any more is undefined, cached or not", async () => {
    const { bytes, images, id } = await create(2 ** 20);
    await images.get("a", id, plain);
    await bytes.delete("a");
    expect(await images.get("a", id, plain)).toBeUndefined();
    expect(await images.get("b", "0", plain)).toBeUndefined();
  });

  test("that cannot be encoded fails for each who asks, and is not remembered", async () => {
    const { bytes, images } = await create(2 ** 20);
    const id = await bytes.put("a", new Uint8Array(3), "image/png");
    const request = { ...plain, width: 10 };
    await expect(images.get("a", id, request)).rejects.toThrow();
    await expect(images.get("a", id, request)).rejects.toThrow();
  });
});
