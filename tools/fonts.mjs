import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
// @ts-expect-error: it has no types of its own, and those of others lag behind.
import subsetFont from "subset-font";

/*
 * `npm run fonts` cuts the site's fonts in two, and writes them to app/fonts: what an English page needs,
 * which a browser fetches at once, and the rest, which it fetches where a text has such a character.
 * app/fonts/index.ts names the same characters.
 */

const common = ranges("20-7e, a0-ff, 2000-206f, 20ac, 2122, 2190-2193, 21b5, 2212");
const others = ranges("100-4ff, 1e00-1eff, 2070-25ff, 2776-277e").filter(
  (code) => !common.includes(code),
);

// What app/globals.css asks for, and what letters need to stand well beside each other.
const keepFeatures = ["ccmp", "kern", "liga", "locl", "mark", "mkmk", "pnum", "ss01", "tnum"];
const variationAxes = { wght: { min: 400, max: 700 } };

const packages = createRequire(import.meta.url).resolve("geist/font/sans");
const from = path.resolve(packages, "../fonts");
const to = path.resolve(import.meta.dirname, "../app/fonts");
mkdirSync(to, { recursive: true });

for (const [name, file] of [
  ["sans", "geist-sans/Geist-Variable.ttf"],
  ["mono", "geist-mono/GeistMono-Variable.ttf"],
]) {
  const font = readFileSync(path.join(from, file ?? ""));
  for (const [part, codes] of /** @type {const} */ ([
    ["common", common],
    ["others", others],
  ])) {
    const cut = await subsetFont(font, String.fromCodePoint(...codes), {
      targetFormat: "woff2",
      keepFeatures,
      variationAxes,
    });
    writeFileSync(path.join(to, `${name}-${part}.woff2`), cut);
    console.log(`${name}-${part}.woff2: ${(cut.length / 1000).toFixed(1)} kB`);
  }
}

/** @param {string} words hexadecimal, as in CSS's `unicode-range` */
function ranges(words) {
  return words.split(", ").flatMap((range) => {
    const [first = 0, last = first] = range.split("-").map((code) => Number.parseInt(code, 16));
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  });
}
