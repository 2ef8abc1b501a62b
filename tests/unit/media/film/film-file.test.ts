import { readFile } from "node:fs/promises";
import { describe, expect, it } from "@jest/globals";
import { readFilmFile } from "@/lib/media/film/film-file";

describe("a film that does not stream", () => {
  it("stays as it is, also in a Buffer, whose slice is no copy", async () => {
    const bytes = await readFile("tests/fixtures/media/part-0.mp4");
    const copy = new Uint8Array(bytes);
    const { data, duration } = await readFilmFile(bytes);
    expect(Buffer.from(data).equals(copy)).toBe(true);
    expect(duration).toBeCloseTo(1, 2);
  });
});
