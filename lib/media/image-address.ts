import type { ImageFormat, ImageRequest } from "./encode-image";

/** The largest width that may be asked for, in pixels. */
export const widestImage = 8192;

/** What stands behind the `?` of an image's address; `""` where nothing is asked for. */
export function writeImageQuery({ width, quality }: Omit<ImageRequest, "format">): string {
  const query = new URLSearchParams();
  if (width !== undefined) query.set("width", String(width));
  if (quality !== undefined) query.set("quality", String(quality));
  return query.size > 0 ? `?${query}` : "";
}

/** How an image is wanted; `undefined` where that is nothing that `writeImageQuery` writes. */
export function parseImageRequest(
  ending: string | undefined,
  query: URLSearchParams,
): ImageRequest | undefined {
  const width = whole(query.get("width"), widestImage);
  const quality = whole(query.get("quality"), 100);
  if (width === null || quality === null) return undefined;
  if (ending !== undefined && !isImageFormat(ending)) return undefined;
  return { format: ending, width, quality };
}

export function isImageFormat(ending: string): ending is ImageFormat {
  return ending === "png" || ending === "jpeg" || ending === "webp" || ending === "avif";
}

/** `undefined` where nothing is said, `null` where it is no whole number from 1 to `most`. */
function whole(value: string | null, most: number): number | undefined | null {
  if (value === null) return undefined;
  const number = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  return number >= 1 && number <= most ? number : null;
}
