import { describe, expect, test } from "@jest/globals";
import type { GalleryOptions } from "@/lib/kinds/gallery";
import { galleryOutput, type LoggedGallery } from "@/lib/kinds/gallery/output";
import { itemsOf } from "@/lib/kinds/grown-list";

const dot = (grey: number) => ({ data: new Uint8Array([grey]), width: 1, height: 1 });

function writer(options: GalleryOptions) {
  const kept: Uint8Array[] = [];
  const keepBytes = async (data: Uint8Array) => String(kept.push(data) - 1);
  const context = { maxValueBytes: 1000, keepBytes, readableFolders: [] };
  const { write } = galleryOutput.writer(options, context);
  return { kept, write: async (value: unknown) => (await write(value)) as LoggedGallery };
}
const seen = ({ pictures, reset }: LoggedGallery) => ({
  pictures: itemsOf(pictures).map(({ id, caption }) => [id, caption]),
  reset,
});

describe("a gallery's yield", () => {
  test("is pictures as image() takes them, with captions or without", async () => {
    const { kept, write } = writer({});
    const logged = await write([dot(1), { image: dot(2), caption: "Two" }]);
    expect(seen(logged)).toEqual({ pictures: [["0", null], ["1", "Two"]], reset: true }); // biome-ignore format: one line says it.
    expect(kept.map((data) => [...data])).toEqual([[1], [2]]);
    expect(galleryOutput.bytes?.(logged)).toEqual({ ids: ["0", "1"], size: 2 });
  });

  test("is put behind those before with append, one or several", async () => {
    const { write } = writer({ append: true });
    const logged = [await write(dot(1)), await write([dot(2), dot(3)]), await write([])];
    expect(logged.map(({ reset }) => reset)).toEqual([false, false, false]);
    const { merge } = galleryOutput;
    const [a, b, c] = logged as [LoggedGallery, LoggedGallery, LoggedGallery];
    expect(seen(merge(merge(a, b), c))).toEqual(seen(merge(a, merge(b, c))));
    expect(itemsOf(merge(merge(a, b), c).pictures).map(({ id }) => id)).toEqual(["0", "1", "2"]);
    const pieces = galleryOutput.pieces?.(merge(a, b), 200) ?? [];
    expect(pieces.map(({ reset }) => reset)).toEqual([true, false, false]);
    expect(seen(pieces.reduce(merge))).toEqual({ ...seen(merge(a, b)), reset: true });
  });

  test("leaves nothing behind where one of its pictures is none", async () => {
    const { kept, write } = writer({});
    await expect(write([dot(1), { image: "no-such-file.png" }])).rejects.toThrow(/expects/);
    await expect(write([dot(1), 5])).rejects.toThrow(/expects an image: .*; got 5/);
    await expect(write([{ image: dot(1), caption: 5 }])).rejects.toThrow(/a caption that is a str/);
    expect(kept).toEqual([]);
  });

  test("has at most 1,000 pictures, with append all yields together", async () => {
    const many = Array.from({ length: 600 }, () => dot(1));
    const { write } = writer({ append: true });
    await write(many);
    await expect(write(many)).rejects.toThrow(/at most 1,000 pictures; got 1200/);
    await expect(writer({}).write([...many, ...many])).rejects.toThrow(/at most 1,000 pictures/);
  });
});
