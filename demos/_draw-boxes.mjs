import { createRequire } from "node:module";
import path from "node:path";
import sharp from "sharp";

/** @typedef {{ text: Buffer, padding: number, width: number, height: number }} Tag */

/**
 * Draws a labelled box around each object, the same hue for the same label.
 *
 * @param {{ data: Buffer, width: number, height: number, channels: 1 | 2 | 3 | 4 }} picture
 * @param {readonly import("./_detector-worker.mjs").FoundObject[]} objects
 * @returns {Promise<Uint8Array>} a JPEG
 */
export async function drawBoxes({ data, ...raw }, objects) {
  const line = Math.max(2, Math.round(raw.width / 240));
  const size = Math.max(12, Math.round(raw.width / 36));
  const drawn = await Promise.all(objects.map((object) => drawTag(object, size)));
  // A very small picture has no room for words, and sharp puts nothing over an edge.
  const fits = (/** @type {Tag} */ tag) => tag.width <= raw.width && tag.height <= raw.height;
  const tags = drawn.map((tag) => (fits(tag) ? tag : undefined));
  const boxes = objects.map(({ label, box: { x, y, width, height } }, at) => {
    const tag = tags[at] ?? { width: 0, height: 0 };
    const stroke = `stroke="${colorOf(label)}" stroke-width="${line}" fill="none"`;
    const { left, top } = placeOf(tag, { x, y }, raw);
    return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${line * 2}" ${stroke}/>
      <rect x="${left}" y="${top}" width="${tag.width}" height="${tag.height}" rx="${line}" fill="${colorOf(label)}"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${raw.width}" height="${raw.height}">${boxes.join("")}</svg>`;
  const layers = objects.flatMap(({ box }, at) => {
    const tag = tags[at];
    return tag ? [{ input: tag.text, ...placeOf(tag, box, raw, tag.padding) }] : [];
  });
  return sharp(data, { raw })
    .composite([{ input: Buffer.from(svg) }, ...layers])
    .jpeg({ quality: 85 })
    .toBuffer();
}

/**
 * @param {import("./_detector-worker.mjs").FoundObject} object
 * @param {number} size of the letters, in pixels
 * @returns {Promise<Tag>}
 */
async function drawTag({ label, score }, size) {
  const words = `<span foreground="#111">${label} ${Math.round(score * 100)} %</span>`;
  // SVG's own text needs fonts that are installed, which servers often have none of.
  const options = { text: words, font: `Geist Medium ${size}`, rgba: true, ...fontFile() };
  const { data: text, info } = await sharp({ text: options })
    .png()
    .toBuffer({ resolveWithObject: true });
  const padding = Math.round(size / 3);
  return { text, padding, width: info.width + 2 * padding, height: info.height + 2 * padding };
}

/**
 * Where a tag stands: above its box, within it where there is no room, and never outside the picture.
 *
 * @param {{ width: number, height: number }} tag
 * @param {{ x: number, y: number }} box
 * @param {{ width: number, height: number }} picture
 */
function placeOf(tag, box, picture, padding = 0) {
  const top = box.y >= tag.height ? box.y - tag.height : box.y;
  const within = (/** @type {number} */ at, /** @type {number} */ most) =>
    Math.max(0, Math.min(at, most)) + padding;
  return {
    left: within(box.x, picture.width - tag.width),
    top: within(top, picture.height - tag.height),
  };
}

/** @param {string} label */
function colorOf(label) {
  const sum = [...label].reduce((total, letter) => total * 31 + (letter.codePointAt(0) ?? 0), 7);
  return `hsl(${(sum * 137.5) % 360}, 90%, 65%)`;
}

function fontFile() {
  try {
    const geist = createRequire(import.meta.url).resolve("geist/font/sans");
    const fontfile = path.join(path.dirname(geist), "fonts/geist-sans/Geist-Medium.ttf");
    return { fontfile };
  } catch {
    return {};
  }
}
