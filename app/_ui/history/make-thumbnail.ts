import type { Thumbnail } from "@/lib/client/past-run";
import type { OutputDescription } from "@/lib/demo/describe";

interface Picture {
  readonly url: string;
  readonly width: number;
}

/** In pixels; twice what is shown, for dense screens. The largest that fits `mostLetters` is taken. */
const sides = [80, 56, 40];
const quality = 0.6;
const mostLetters = 4000;
const mostWords = 120;

/**
 * What is remembered of a run's outputs when the server has forgotten them: the newest picture, made
 * small; else the first words, or a number. `undefined` where there is neither.
 */
export async function makeThumbnail(
  outputs: readonly OutputDescription[],
  values: { readonly [output: string]: unknown },
): Promise<Thumbnail | undefined> {
  const given = outputs.flatMap(({ name }) => values[name] ?? []);
  for (const value of given) {
    const picture = pictureOf(value);
    const url = picture && (await smallCopy(picture));
    if (url) return { kind: "image", url };
  }
  for (const value of given) {
    const words = wordsOf(value);
    if (words) return { kind: "words", words };
  }
  return undefined;
}

/** The picture itself, or the newest of several. */
function pictureOf(value: unknown): Picture | undefined {
  if (Array.isArray(value)) return pictureOf(value.at(-1));
  if (typeof value !== "object" || value === null) return undefined;
  const { url, width } = value as Partial<Picture>;
  return typeof url === "string" && typeof width === "number" ? { url, width } : undefined;
}

function wordsOf(value: unknown): string | undefined {
  if (typeof value === "number") return value.toLocaleString("en", { maximumFractionDigits: 3 });
  if (typeof value !== "object" || value === null || !("text" in value)) return undefined;
  return typeof value.text === "string" ? value.text.slice(0, mostWords).trim() : undefined;
}

/** Gives `undefined` where the picture cannot be had, or drawn. */
async function smallCopy({ url, width }: Picture): Promise<string | undefined> {
  try {
    const address = new URL(url, location.href);
    // A value of JSON may look like a picture too, and its author may be anybody: nothing else is fetched.
    if (!address.pathname.startsWith("/media/")) return undefined;
    const [largest = 0] = sides;
    // The server scales a large one down. Also a small one has another address than on the page: a browser
    // that fetches one address in two modes lets go of the picture that it shows.
    address.searchParams.set("width", String(Math.min(width, largest * 2)));
    const image = new Image();
    image.crossOrigin = "anonymous";
    image.src = address.href;
    await image.decode();
    return sides.map((side) => squareOf(image, side)).find((data) => data.length <= mostLetters);
  } catch {
    return undefined;
  }
}

/** The middle of a picture. */
function squareOf(image: HTMLImageElement, side: number): string {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side;
  const { naturalWidth, naturalHeight } = image;
  const part = Math.min(naturalWidth, naturalHeight);
  const left = (naturalWidth - part) / 2;
  const top = (naturalHeight - part) / 2;
  canvas.getContext("2d")?.drawImage(image, left, top, part, part, 0, 0, side, side);
  const data = canvas.toDataURL("image/webp", quality);
  // Where a browser cannot write WebP it writes PNG.
  return data.startsWith("data:image/webp") ? data : canvas.toDataURL("image/jpeg", quality);
}
