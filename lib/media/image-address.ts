import type { ImageFormat, ImageRequest } from "./encode-image";

export interface ImageAddress extends ImageRequest {
  run: string;
  id: string;
}

const path = /^\/media\/([\w-]{1,64})\/([0-9a-z]{1,12})(?:\.(png|jpeg|webp|avif))?$/;

/** The largest width that may be asked for, in pixels. */
export const widestImage = 8192;

/**
 * The address of an image: its path and query.
 *
 * @example writeImageAddress({ run, id: "3", format: "webp", width: 320 }) // /media/<run>/3.webp?width=320
 */
export function writeImageAddress({ run, id, format, width, quality }: ImageAddress): string {
  const query = new URLSearchParams();
  if (width !== undefined) query.set("width", String(width));
  if (quality !== undefined) query.set("quality", String(quality));
  const ending = format === undefined ? "" : `.${format}`;
  return `/media/${run}/${id}${ending}${query.size > 0 ? `?${query}` : ""}`;
}

/** What `writeImageAddress` wrote; `undefined` for any other address. */
export function parseImageAddress(address: string): ImageAddress | undefined {
  const url = URL.canParse(address, "http://x") ? new URL(address, "http://x") : undefined;
  const [, run, id, format] = path.exec(url?.pathname ?? "") ?? [];
  if (!url || run === undefined || id === undefined) return undefined;
  const width = whole(url.searchParams.get("width"), widestImage);
  const quality = whole(url.searchParams.get("quality"), 100);
  if (width === null || quality === null) return undefined;
  return { run, id, format: format as ImageFormat | undefined, width, quality };
}

/** `undefined` where nothing is said, `null` where it is no whole number from 1 to `most`. */
function whole(value: string | null, most: number): number | undefined | null {
  if (value === null) return undefined;
  const number = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  return number >= 1 && number <= most ? number : null;
}
