import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "@jest/globals";
import { drawable } from "@/lib/media/drawable";

/** The code points that a TrueType font has, of the subtable of format 4: https://learn.microsoft.com/typography/opentype/spec/cmap */
function codePointsOf(file: string): Set<number> {
  const font = readFileSync(
    path.join(process.cwd(), "node_modules/geist/dist/fonts/geist-sans", file),
  );
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, at) => 12 + at * 16);
  const entry = tables.find((at) => font.toString("latin1", at, at + 4) === "cmap") ?? 0;
  const cmap = font.readUInt32BE(entry + 8);
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, at) => cmap + font.readUInt32BE(cmap + 4 + at * 8 + 4),
  );
  const table = subtables.find((at) => font.readUInt16BE(at) === 4) ?? 0;
  const doubled = font.readUInt16BE(table + 6);
  const points = new Set<number>();
  for (let at = 0; at < doubled; at += 2) {
    const end = font.readUInt16BE(table + 14 + at);
    const start = font.readUInt16BE(table + 16 + doubled + at);
    for (let point = start; point <= end && point < 0xffff; point++) points.add(point);
  }
  return points;
}

it.each(["Geist-Regular.ttf", "Geist-SemiBold.ttf"])("lets through only what %s has", (file) => {
  const points = codePointsOf(file);
  expect(points.size).toBeGreaterThan(300);
  const lacking = Array.from({ length: 0x3000 }, (_, point) => point).filter(
    (point) => drawable(`a${String.fromCodePoint(point)}b`, 9)?.length === 3 && !points.has(point),
  );
  // Spaces of any sort have become one.
  expect(lacking.filter((point) => /\S/u.test(String.fromCodePoint(point)))).toEqual([]);
});

it("shortens, and refuses what it would have to fetch letters for", () => {
  expect(drawable("one  two\nthree", 9)).toBe("one two…");
  for (const text of ["漢字", "שלום", "🎉", "", "\u202e", "a\u0000"]) {
    expect(drawable(text, 9)).toBeUndefined();
  }
});
